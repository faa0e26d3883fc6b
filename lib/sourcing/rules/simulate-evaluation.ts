import { d, HUNDRED, toDecimalText } from "@/lib/shared/decimal";
import type { EvaluationSimulation, EvaluationSimulationResult } from "../simulation-schema";
import { evaluateBids } from "./evaluate-bids";
import type { PriceMethod } from "./price-score";

/** The evaluation simulator: parsed input in, the answer of the API out. The same rule as in the app. */
export function simulateEvaluation(input: EvaluationSimulation): EvaluationSimulationResult {
  const bids = input.bids.map((bid) => ({
    id: bid.id,
    technical: d(bid.technical).times(HUNDRED).dividedBy(bid.technicalMaximum),
    price: d(bid.price),
    qualityValue: bid.qualityValue == null ? undefined : d(bid.qualityValue),
  }));
  const { result, steps } = evaluateBids(bids, {
    technicalWeight: d(input.technicalWeight),
    isRelativeToBest: input.relativeToBest,
    minimumTechnical: d(input.minimumTechnical),
    priceMethod: readPriceMethod(input.priceMethod),
  });
  const flip = result.sensitivity.technicalWeight;
  return {
    bids: result.bids.map((bid) => ({
      ...bid,
      technicalScore: toDecimalText(bid.technicalScore),
      priceScore: bid.priceScore && toDecimalText(bid.priceScore),
      total: bid.total && toDecimalText(bid.total),
    })),
    winner: result.winner,
    tie: result.tie,
    sensitivity: { technicalWeight: { flipsAt: flip.flipsAt && toDecimalText(flip.flipsAt), to: flip.to } },
    steps,
  };
}

/** A stored or posted price method, with its limits as decimals. */
export function readPriceMethod(method: EvaluationSimulation["priceMethod"]): PriceMethod {
  if (method.type !== "linear") return method;
  return {
    type: "linear",
    minimum: method.minimum == null ? undefined : d(method.minimum),
    maximum: method.maximum == null ? undefined : d(method.maximum),
  };
}
