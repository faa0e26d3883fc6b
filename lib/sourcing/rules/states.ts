/** From each state, what can be done and where it leads. A word that is absent is not allowed there. */
type Transitions<State extends string> = Record<State, Partial<Record<string, State>>>;

export type RfpState =
  | "draft"
  | "published"
  | "closed"
  | "evaluation"
  | "awarded"
  | "complete"
  | "unsuccessful"
  | "cancelled";

export const rfpTransitions = {
  draft: { publish: "published", cancel: "cancelled" },
  published: { amend: "published", close: "closed", cancel: "cancelled" },
  closed: { open: "evaluation", declareUnsuccessful: "unsuccessful", cancel: "cancelled" },
  evaluation: { award: "awarded", declareUnsuccessful: "unsuccessful", cancel: "cancelled" },
  // A cancelled award, or a negotiation that failed, leads back to the next-ranked bidder.
  awarded: { complete: "complete", reopen: "evaluation", declareUnsuccessful: "unsuccessful", cancel: "cancelled" },
  complete: {},
  unsuccessful: {},
  cancelled: {},
} as const satisfies Transitions<RfpState>;

export type InvitationState = "invited" | "viewed" | "intendsToBid" | "declined";

export const invitationTransitions = {
  invited: { view: "viewed", intend: "intendsToBid", decline: "declined" },
  viewed: { view: "viewed", intend: "intendsToBid", decline: "declined" },
  intendsToBid: { view: "intendsToBid", decline: "declined" },
  declined: { view: "declined", intend: "intendsToBid" },
} as const satisfies Transitions<InvitationState>;

export type BidState = "draft" | "submitted" | "withdrawn" | "opened" | "valid" | "rejected";

export const bidTransitions = {
  draft: { submit: "submitted" },
  submitted: { withdraw: "withdrawn", open: "opened" },
  // Editable until the deadline by withdrawing and submitting again.
  withdrawn: { edit: "draft", submit: "submitted" },
  opened: { accept: "valid", reject: "rejected" },
  valid: { reject: "rejected" },
  rejected: {},
} as const satisfies Transitions<BidState>;

export type AwardState = "proposed" | "approved" | "standstill" | "final" | "cancelled" | "rejected";

export const awardTransitions = {
  proposed: { approve: "approved", reject: "rejected", cancel: "cancelled" },
  approved: { startStandstill: "standstill", finalise: "final", cancel: "cancelled" },
  standstill: { finalise: "final", cancel: "cancelled" },
  final: {},
  cancelled: {},
  rejected: {},
} as const satisfies Transitions<AwardState>;

/** Where an action leads from a state, or null where the state does not allow it. */
export function nextState<State extends string>(table: Transitions<State>, state: State, action: string): State | null {
  const actions = table[state];
  return Object.hasOwn(actions, action) ? (actions[action] ?? null) : null;
}

/** Standstill is over when its end has come; without a standstill at once. Instants in RFC 3339. */
export function isStandstillOver(endsAt: string | null, now: string): boolean {
  return endsAt === null || Date.parse(now) >= Date.parse(endsAt);
}
