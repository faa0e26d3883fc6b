import { type Decimal, d, HUNDRED, sum, ZERO } from "@/lib/shared/decimal";
import { SCALE_MAXIMUM } from "./score-comment";

/** A bid as it came out: its agreed score per criterion and, where it was ranked, its place. */
export type ComparedBid = {
  id: string;
  rank: number | null;
  /** 0 to 100, as it counted (relative to the best where the RFP says so). */
  technicalScore: string;
  priceScore: string | null;
  scores: { criterionId: string; score: string | null }[];
};

export type WeightedCriterion = { id: string; name: string; weight: string };

export type OutcomeFacts = {
  bid: ComparedBid;
  /** The awarded bids, the largest share first. */
  awarded: ComparedBid[];
  criteria: WeightedCriterion[];
  technicalWeight: string;
  isQualityInMoney: boolean;
};

export type CriterionVerdict = "ahead" | "equal" | "behind";

/**
 * Why a ranked bid was not chosen. `passedOver`: it ranked before a chosen one; `tied`: equal in total; else what put
 * the chosen bid ahead. Directions only: how far apart two prices lie is nobody's to learn.
 */
export type OutcomeReason =
  | { kind: "passedOver" }
  | { kind: "tied" }
  | {
      kind: "ranked";
      decidedBy: "quality" | "price" | "both";
      criteria: { name: string; verdict: CriterionVerdict }[];
    };

export function explainOutcome(facts: OutcomeFacts): OutcomeReason {
  const { bid, awarded } = facts;
  const chosen = awarded[0];
  if (!chosen) throw new RangeError("An award without a bid explains nothing.");
  const place = bid.rank ?? Number.MAX_SAFE_INTEGER;
  if (awarded.some((each) => each.rank === null || place < each.rank)) return { kind: "passedOver" };
  if (awarded.some((each) => each.rank === bid.rank)) return { kind: "tied" };
  const criteria = facts.criteria.map((criterion) => ({
    name: criterion.name,
    verdict: verdictOf(scoreOf(bid, criterion.id), scoreOf(chosen, criterion.id)),
  }));
  return { kind: "ranked", decidedBy: decidedBy(facts, chosen), criteria };
}

function scoreOf(bid: ComparedBid, criterionId: string): Decimal | null {
  const score = bid.scores.find((each) => each.criterionId === criterionId)?.score ?? null;
  return score === null ? null : d(score);
}

function verdictOf(own: Decimal | null, chosen: Decimal | null): CriterionVerdict {
  if (own === null || chosen === null || own.eq(chosen)) return "equal";
  return own.gt(chosen) ? "ahead" : "behind";
}

/** The chosen bid gained its lead where it is ahead; where it is ahead in both, both decided. */
function decidedBy({ bid, technicalWeight, isQualityInMoney }: OutcomeFacts, chosen: ComparedBid) {
  const quality = d(technicalWeight).times(d(chosen.technicalScore).minus(bid.technicalScore));
  if (isQualityInMoney || chosen.priceScore === null || bid.priceScore === null) {
    return quality.gt(ZERO) ? ("both" as const) : ("price" as const);
  }
  const price = HUNDRED.minus(technicalWeight).times(d(chosen.priceScore).minus(bid.priceScore));
  if (quality.gt(ZERO) && price.gt(ZERO)) return "both" as const;
  return quality.gt(price) ? ("quality" as const) : ("price" as const);
}

export type CriterionPoints = { name: string; score: string | null; points: string | null; maximum: string };

/** Own points per criterion out of what was to be had: weight × score ÷ scale maximum. */
export function pointsPerCriterion(
  criteria: readonly WeightedCriterion[],
  scores: ComparedBid["scores"],
): CriterionPoints[] {
  return criteria.map(({ id, name, weight }) => {
    const score = scores.find((each) => each.criterionId === id)?.score ?? null;
    const points = score === null ? null : d(weight).times(score).dividedBy(SCALE_MAXIMUM).toFixed();
    return { name, score, points, maximum: weight };
  });
}

/** Σ of the points; null while a criterion has no score. */
export function sumOfPoints(points: readonly CriterionPoints[]): string | null {
  if (points.some((each) => each.points === null)) return null;
  return sum(points.map((each) => d(each.points ?? "0"))).toFixed();
}
