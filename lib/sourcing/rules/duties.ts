export type DutyCheck = { isAllowed: true } | { isAllowed: false; reason: string };

const ALLOWED: DutyCheck = { isAllowed: true };

function refuse(reason: string): DutyCheck {
  return { isAllowed: false, reason };
}

/** Who prepared an award cannot be its only approver: another person must have approved it, before or now. */
export function checkAwardApprover(award: { preparedBy: string; approvedBy: string[] }, approver: string): DutyCheck {
  if (award.approvedBy.includes(approver)) return refuse("You have approved this award already.");
  if (approver !== award.preparedBy) return ALLOWED;
  const hasOther = award.approvedBy.some((person) => person !== award.preparedBy);
  return hasOther ? ALLOWED : refuse("You prepared this award. Somebody else has to approve it.");
}

/** Two different people open the envelopes together. */
export function checkOpeners(first: string, second: string): DutyCheck {
  return first === second ? refuse("Two different people open the bids. The first one cannot confirm alone.") : ALLOWED;
}

/** An evaluator scores only when named, without a conflict of interest with that bid's vendor, and not after locking. */
export function checkScorer(facts: { isEvaluator: boolean; hasConflict: boolean; isLocked: boolean }): DutyCheck {
  if (!facts.isEvaluator) return refuse("You are not an evaluator of this RFP.");
  if (facts.hasConflict) return refuse("You declared a conflict of interest with this bidder.");
  if (facts.isLocked) return refuse("Your scores are locked. Changes are made in moderation, with a reason.");
  return ALLOWED;
}

/** What is decided about a bidder: nobody who declared a conflict of interest with them takes part in any of it. */
export const DECIDING_ACTS = {
  open: "open the bids",
  examine: "examine this bid",
  moderate: "moderate its scores",
  lock: "lock the technical scores",
  explain: "decide about its price",
  propose: "propose the award",
  decide: "decide the award",
  inform: "write or send the letters",
} as const;
export type DecidingAct = keyof typeof DECIDING_ACTS;

/** `conflictsWith`: names of the bidders concerned of whom the person is not independent. */
export function checkIndependence(act: DecidingAct, conflictsWith: readonly string[]): DutyCheck {
  if (conflictsWith.length === 0) return ALLOWED;
  return refuse(
    `You declared a conflict of interest with ${conflictsWith.join(", ")}. Somebody else has to ${DECIDING_ACTS[act]}.`,
  );
}

/** Who alone has scored something does not settle it alone as well. */
export function checkModerator(scorers: readonly string[], moderator: string, place: string): DutyCheck {
  const isAlone = scorers.length > 0 && scorers.every((scorer) => scorer === moderator);
  return isAlone ? refuse(`You are the only one who scored ${place}. Somebody else has to settle it.`) : ALLOWED;
}
