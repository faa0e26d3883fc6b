export const STAGES = ["assess", "scope", "source", "contract", "transition", "operate", "exit", "closed"] as const;
export type Stage = (typeof STAGES)[number] | "cancelled";

export const OUTCOMES = ["renewedElsewhere", "switchedVendor", "takenBackInHouse", "noLongerNeeded"] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** `forward` passes a gate; `back` and `cancel` need a reason; closing needs an outcome. */
export type StageMove = { to: Stage; kind: "forward" | "back" | "cancel"; label: string; needsOutcome: boolean };

const BACK: Partial<Record<Stage, { to: Stage; label: string }>> = {
  source: { to: "scope", label: "The RFP was unsuccessful: rework the scope" },
  contract: { to: "source", label: "The negotiation failed: next-ranked bidder or new RFP" },
  operate: { to: "scope", label: "Re-tender at renewal" },
};

const CANCELLABLE: readonly Stage[] = ["assess", "scope", "source", "contract", "transition"];

/** The stage that a gate leads to, or null at the end. */
export function nextStage(stage: Stage): Stage | null {
  if (stage === "cancelled") return null;
  return STAGES[STAGES.indexOf(stage) + 1] ?? null;
}

/** Everything that can be done from a stage. */
export function listMoves(stage: Stage): StageMove[] {
  const moves: StageMove[] = [];
  const next = nextStage(stage);
  if (next)
    moves.push({ to: next, kind: "forward", label: `Pass the gate to ${next}`, needsOutcome: next === "closed" });
  const back = BACK[stage];
  if (back) moves.push({ ...back, kind: "back", needsOutcome: false });
  if (CANCELLABLE.includes(stage)) {
    moves.push({ to: "cancelled", kind: "cancel", label: "Cancel the engagement", needsOutcome: false });
  }
  return moves;
}

export type MoveCheck = { isAllowed: true; move: StageMove } | { isAllowed: false; reason: string };

/** Whether an engagement can move there, and with what it must be given. */
export function checkMove(
  from: Stage,
  to: Stage,
  given: { reason?: string | undefined; outcome?: Outcome | undefined },
): MoveCheck {
  const move = listMoves(from).find((one) => one.to === to);
  if (!move) return { isAllowed: false, reason: `An engagement cannot go from ${from} to ${to}.` };
  if (move.kind !== "forward" && !given.reason?.trim()) return { isAllowed: false, reason: "Say why, in a sentence." };
  if (move.needsOutcome && !given.outcome) {
    return {
      isAllowed: false,
      reason: "Say how it ended: renewed elsewhere, switched, taken back or no longer needed.",
    };
  }
  return { isAllowed: true, move };
}
