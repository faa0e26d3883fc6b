export type RiskRating = "low" | "medium" | "high";

/** Probability × impact, each 1 to 5. */
export const MEDIUM_FROM = 6;
export const HIGH_FROM = 15;

export function scoreRisk(probability: number, impact: number): number {
  return probability * impact;
}

/** How a risk is rated by its score; exactly at a limit is the higher rating. */
export function rateRisk(probability: number, impact: number): RiskRating {
  const score = scoreRisk(probability, impact);
  if (score >= HIGH_FROM) return "high";
  return score >= MEDIUM_FROM ? "medium" : "low";
}
