import { type Decimal, d } from "@/lib/shared/decimal";

/** Scores are whole or half points from 0 to 5. */
export const SCALE_MAXIMUM = d(5);

/** The ends of the scale, and 1, decide awards: they need words that can be shown to a bidder. */
export function needsComment(score: Decimal): boolean {
  return score.lte(1) || score.gte(SCALE_MAXIMUM);
}
