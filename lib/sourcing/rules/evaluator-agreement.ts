import { type Decimal, d } from "@/lib/shared/decimal";

export const SPREAD_LIMIT = d(2);

export type EvaluatorScore = { evaluator: string; bid: string; criterion: string; score: Decimal };
export type CriterionSpread = {
  bid: string;
  criterion: string;
  lowest: Decimal;
  highest: Decimal;
  spread: Decimal;
  needsModeration: boolean;
};

/** Spread of the evaluators' scores per bid and criterion. More than 2 scale points apart asks for moderation. */
export function measureEvaluatorSpread(scores: EvaluatorScore[], limit: Decimal = SPREAD_LIMIT): CriterionSpread[] {
  const spreads = new Map<string, CriterionSpread>();
  for (const { bid, criterion, score } of scores) {
    const key = JSON.stringify([bid, criterion]);
    const known = spreads.get(key);
    const lowest = known?.lowest.lt(score) ? known.lowest : score;
    const highest = known?.highest.gt(score) ? known.highest : score;
    const spread = highest.minus(lowest);
    spreads.set(key, { bid, criterion, lowest, highest, spread, needsModeration: spread.gt(limit) });
  }
  return [...spreads.values()];
}
