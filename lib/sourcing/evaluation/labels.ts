/** Where the evaluation of a lot stands, in the order in which it goes. */
export type EvaluationPhase = "sealed" | "scoring" | "moderation" | "prices" | "award" | "done";

export const phaseLabels: Record<EvaluationPhase, string> = {
  sealed: "To open",
  scoring: "Scoring",
  moderation: "Moderation",
  prices: "Prices to open",
  award: "To award",
  done: "Awarded",
};

export const phaseTones = {
  sealed: "neutral",
  scoring: "accent",
  moderation: "accent",
  prices: "accent",
  award: "warn",
  done: "good",
} as const satisfies Record<EvaluationPhase, string>;

export function phaseOf(facts: {
  technicalOpenedAt: string | null;
  technicalLockedAt: string | null;
  priceOpenedAt: string | null;
  areScoresLocked: boolean;
  isAwarded: boolean;
}): EvaluationPhase {
  if (facts.isAwarded) return "done";
  if (!facts.technicalOpenedAt) return "sealed";
  if (facts.priceOpenedAt) return "award";
  if (facts.technicalLockedAt) return "prices";
  return facts.areScoresLocked ? "moderation" : "scoring";
}
