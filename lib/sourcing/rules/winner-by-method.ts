import type { Decimal } from "@/lib/shared/decimal";
import { type EvaluatedBid, type EvaluationRules, evaluateBids } from "./evaluate-bids";
import type { PriceMethod, PriceMethodType } from "./price-score";

export type MethodOutcome = { method: PriceMethodType; winner: string | null; tie: boolean };

/**
 * Who would win under every price method, with everything else as it is. Limits of the linear method are those of
 * the RFP if it has them. Quality in money is left out when no bid carries a money value of quality.
 */
export function findWinnerByMethod(bids: EvaluatedBid[], rules: EvaluationRules): MethodOutcome[] {
  const own = rules.priceMethod;
  const limits: { minimum?: Decimal | undefined; maximum?: Decimal | undefined } = own.type === "linear" ? own : {};
  const methods: PriceMethod[] = [
    { type: "lowestRatio" },
    { type: "linear", minimum: limits.minimum, maximum: limits.maximum },
    { type: "meanDeviation" },
  ];
  if (bids.some((bid) => bid.qualityValue !== undefined)) methods.push({ type: "qualityInMoney" });
  return methods.map((priceMethod) => {
    const { result } = evaluateBids(bids, { ...rules, priceMethod });
    return { method: priceMethod.type, winner: result.winner, tie: result.tie };
  });
}
