import { type Decimal, d, HUNDRED, roundTo, toDecimalText } from "@/lib/shared/decimal";
import type { Step } from "@/lib/shared/steps";
import { PRICE_METHOD, PRICE_METHODS } from "../rfps/labels";
import { findCriteriaFlips } from "./criteria-sensitivity";
import { type EvaluatedBid, type Evaluation, type EvaluationRules, evaluateBids } from "./evaluate-bids";
import type { PriceMethod, PriceMethodType } from "./price-score";
import { SCALE_MAXIMUM } from "./score-comment";
import { findWinnerRanges } from "./weight-ranges";
import { findWinnerByMethod, type MethodOutcome } from "./winner-by-method";

const READ_DECIMALS = 4;

/** An RFP's rules as they are stored and sent: decimals as text. */
export type StoredRules = {
  technicalWeight: string;
  isRelativeToBest: boolean;
  minimumTechnical: string;
  priceMethod: PriceMethodType;
  priceMinimum: string | null;
  priceMaximum: string | null;
};

/** What has become of the question why a price is so low; null while nobody has asked. */
export type ExplanationState = "requested" | "answered" | "accepted" | "rejected";

/**
 * `price` is null while its envelope is closed; `scores` are the agreed ones by criterion, for the sensitivity of each
 * criterion.
 */
export type LotBid = {
  id: string;
  name: string;
  technical: string;
  price: string | null;
  scores?: Record<string, string>;
  explanation?: ExplanationState | null;
};
export type LotCriterion = { id: string; name: string; weight: string };

export type RankedLotBid = {
  id: string;
  name: string;
  status: "ranked" | "belowMinimum";
  technicalScore: string;
  priceScore: string | null;
  price: string | null;
  total: string | null;
  rank: number | null;
  tied: boolean;
  flags: "abnormallyLow"[];
  explanation: ExplanationState | null;
};
/** For one criterion: the weight nearest to its own at which another bid wins, the others keeping their proportions. */
export type CriterionMove = {
  criterionId: string;
  name: string;
  weight: string;
  flipsAt: string | null;
  to: string | null;
};
/** The same ranking as if bids whose low price nobody has explained yet were not there. */
export type RankingWithout = { excluded: string[]; bids: RankedLotBid[]; winner: string | null; tie: boolean };
export type WeightRange = { from: string; to: string; winner: string | null };

export type LotEvaluation = {
  bids: RankedLotBid[];
  winner: string | null;
  tie: boolean;
  flip: { flipsAt: string | null; to: string | null };
  /** Who wins at which technical weight; empty for quality in money, which has no weights. */
  ranges: WeightRange[];
  methods: MethodOutcome[];
  /** Empty for quality in money, and where the agreed scores are not known. */
  criteria: CriterionMove[];
  /** Null when no abnormally low price is open, or nothing would be left to compare. */
  without: RankingWithout | null;
  steps: Step[];
};

function toPriceMethod(rules: StoredRules): PriceMethod {
  if (rules.priceMethod !== "linear") return { type: rules.priceMethod };
  return {
    type: "linear",
    minimum: rules.priceMinimum === null ? undefined : d(rules.priceMinimum),
    maximum: rules.priceMaximum === null ? undefined : d(rules.priceMaximum),
  };
}

export function toEvaluationRules(rules: StoredRules): EvaluationRules {
  return {
    technicalWeight: d(rules.technicalWeight),
    isRelativeToBest: rules.isRelativeToBest,
    minimumTechnical: d(rules.minimumTechnical),
    priceMethod: toPriceMethod(rules),
  };
}

/** With quality in money the RFP's upper price is what a full technical score is worth; each point its hundredth. */
function qualityValueOf(rules: StoredRules, technical: Decimal): Decimal | undefined {
  if (rules.priceMethod !== "qualityInMoney") return undefined;
  return technical.times(rules.priceMaximum ?? "0").dividedBy(HUNDRED);
}

function isPriceMissing(bid: LotBid, minimum: string): boolean {
  return bid.price === null && d(bid.technical).gte(minimum);
}

/**
 * Ranks the admitted bids of a lot, with everything that its page says about how firm the result is. Null until the
 * prices of all bids at or above the minimum are open. Names stand in the steps in place of ids.
 */
export function evaluateLot(
  bids: LotBid[],
  rules: StoredRules,
  criteria: readonly LotCriterion[] = [],
): LotEvaluation | null {
  if (bids.length === 0 || bids.some((bid) => isPriceMissing(bid, rules.minimumTechnical))) return null;
  const evaluated = bids.map((bid): EvaluatedBid => {
    const technical = d(bid.technical);
    return {
      id: bid.id,
      technical,
      price: bid.price === null ? null : d(bid.price),
      qualityValue: qualityValueOf(rules, technical),
    };
  });
  const applied = toEvaluationRules(rules);
  const { result, steps } = evaluateBids(evaluated, applied);
  const { flipsAt, to } = result.sensitivity.technicalWeight;
  return {
    bids: toRows(bids, result),
    winner: result.winner,
    tie: result.tie,
    flip: { flipsAt: flipsAt && toDecimalText(flipsAt), to },
    ranges: rules.priceMethod === "qualityInMoney" ? [] : rangesOf(result),
    methods: findWinnerByMethod(evaluated, applied),
    criteria: criteriaMoves(bids, result, rules, criteria),
    without: rankWithout(bids, result, rules),
    steps: steps.map((step) => ({ ...step, label: inWords(step.label, bids), value: inWords(step.value, bids) })),
  };
}

/** True for a price that still needs an explanation or a decision about it. */
export function isUnexplained(bid: Pick<RankedLotBid, "flags" | "explanation">): boolean {
  return bid.flags.includes("abnormallyLow") && bid.explanation !== "accepted";
}

function rankWithout(bids: LotBid[], result: Evaluation, rules: StoredRules): RankingWithout | null {
  const known = new Map(bids.map((bid) => [bid.id, bid]));
  const excluded = result.bids
    .filter(({ id, flags }) => isUnexplained({ flags, explanation: known.get(id)?.explanation ?? null }))
    .map((bid) => bid.id);
  const others = bids.filter((bid) => !excluded.includes(bid.id));
  if (excluded.length === 0) return null;
  const ranking = evaluateLot(others, rules);
  return ranking && { excluded, bids: ranking.bids, winner: ranking.winner, tie: ranking.tie };
}

function criteriaMoves(
  bids: LotBid[],
  result: Evaluation,
  rules: StoredRules,
  criteria: readonly LotCriterion[],
): CriterionMove[] {
  if (rules.priceMethod === "qualityInMoney" || result.winner === null) return [];
  const scored = result.bids.flatMap(({ id, priceScore }) => {
    const scores = bids.find((bid) => bid.id === id)?.scores;
    if (priceScore === null || !scores || criteria.some((criterion) => scores[criterion.id] === undefined)) return [];
    const shares = criteria.map(({ id: name }) => [name, d(scores[name] ?? "0").dividedBy(SCALE_MAXIMUM)] as const);
    return [{ id, priceScore, shares: new Map(shares) }];
  });
  // Half of the field would tell a story of its own.
  if (scored.length < result.bids.filter((bid) => bid.status === "ranked").length) return [];
  const flips = findCriteriaFlips(
    scored,
    criteria.map(({ id, weight }) => ({ criterion: id, weight: d(weight) })),
    { technicalWeight: d(rules.technicalWeight), isRelativeToBest: rules.isRelativeToBest },
    result.winner,
  );
  return flips.map(({ criterion, weight, flipsAt, to }) => ({
    criterionId: criterion,
    name: criteria.find((each) => each.id === criterion)?.name ?? criterion,
    weight: weight.toFixed(),
    flipsAt: flipsAt && toDecimalText(flipsAt),
    to,
  }));
}

function toRows(bids: LotBid[], result: Evaluation): RankedLotBid[] {
  const known = new Map(bids.map((bid) => [bid.id, bid]));
  const rows = result.bids.map((bid): RankedLotBid => {
    const { technicalScore, priceScore, total, ...rest } = bid;
    return {
      ...rest,
      name: known.get(bid.id)?.name ?? bid.id,
      price: known.get(bid.id)?.price ?? null,
      explanation: known.get(bid.id)?.explanation ?? null,
      technicalScore: toDecimalText(technicalScore),
      priceScore: priceScore && toDecimalText(priceScore),
      total: total && toDecimalText(total),
    };
  });
  return rows.sort((a, b) => (a.rank ?? Number.MAX_SAFE_INTEGER) - (b.rank ?? Number.MAX_SAFE_INTEGER));
}

function rangesOf(result: Evaluation): WeightRange[] {
  const lines = result.bids.flatMap(({ id, technicalScore, priceScore }) =>
    priceScore === null ? [] : [{ id, at0: priceScore, at100: technicalScore }],
  );
  if (lines.length === 0) return [];
  return findWinnerRanges(lines).map(({ from, to, winner }) => ({
    from: toDecimalText(from),
    to: toDecimalText(to),
    winner,
  }));
}

/** Names for ids and methods, and four decimals of what has more: the ranking itself uses every digit. */
function inWords(text: string, bids: LotBid[]): string {
  const short = text.replace(/\d+\.\d{5,}/g, (long) => toDecimalText(roundTo(d(long), READ_DECIMALS)));
  const named = short.replace(/^Price method (\w+)$/, (whole, key) => {
    const method = PRICE_METHODS.find((each) => each === key);
    return method ? `Price method: ${PRICE_METHOD[method].label.toLowerCase()}` : whole;
  });
  return bids.reduce((known, bid) => known.replaceAll(bid.id, bid.name), named);
}
