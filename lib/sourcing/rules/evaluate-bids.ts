import { type Decimal, HUNDRED, roundTo, toDecimalText, ZERO } from "@/lib/shared/decimal";
import type { Step, Worked } from "@/lib/shared/steps";
import { findAbnormallyLow } from "./abnormally-low";
import { buildPriceScale, type PriceMethod } from "./price-score";
import { expressRelativeTo } from "./technical-score";
import { findWeightFlip, type WeightFlip } from "./weight-flip";

/** Totals that agree to this many decimals are a tie. */
export const TIE_DECIMALS = 4;

/**
 * `technical` is the score on a scale of 0 to 100; `qualityValue` is money, for the method quality in money. `price`
 * is null while its envelope is closed, as it stays for a bid under the minimum.
 */
export type EvaluatedBid = {
  id: string;
  technical: Decimal;
  price: Decimal | null;
  qualityValue?: Decimal | undefined;
};

export type EvaluationRules = {
  technicalWeight: Decimal;
  /** Express technical scores as a share of the best one. The minimum is always compared with the plain score. */
  isRelativeToBest: boolean;
  minimumTechnical: Decimal;
  priceMethod: PriceMethod;
};

export type RankedBid = {
  id: string;
  status: "ranked" | "belowMinimum";
  technicalScore: Decimal;
  priceScore: Decimal | null;
  /** 0 to 100, higher is better; with quality in money an amount, lower is better. */
  total: Decimal | null;
  rank: number | null;
  tied: boolean;
  flags: "abnormallyLow"[];
};

export type Evaluation = {
  bids: RankedBid[];
  winner: string | null;
  tie: boolean;
  sensitivity: { technicalWeight: WeightFlip };
};

/** Orders by unrounded total; totals that agree to 4 decimals share the better rank and both carry the tie. */
function rankByTotal(bids: RankedBid[], lowerIsBetter: boolean): void {
  const ranked = bids.flatMap((bid) => (bid.total === null ? [] : [{ bid, total: bid.total }]));
  ranked.sort((a, b) => (lowerIsBetter ? a.total.comparedTo(b.total) : b.total.comparedTo(a.total)));
  ranked.forEach(({ bid, total }, index) => {
    const before = ranked[index - 1];
    const isTied = before !== undefined && roundTo(before.total, TIE_DECIMALS).eq(roundTo(total, TIE_DECIMALS));
    bid.rank = isTied ? before.bid.rank : index + 1;
    if (!isTied || before === undefined) return;
    bid.tied = true;
    before.bid.tied = true;
  });
}

/**
 * Scores, ranks and flags the bids of one lot. Bids under the minimum technical score are out before their price is
 * looked at. There is no winner when the first rank is tied: that needs a written decision. The order of the bids
 * in the answer is the order in which they came.
 */
export function evaluateBids(bids: EvaluatedBid[], rules: EvaluationRules): Worked<Evaluation> {
  const steps: Step[] = [];
  const priceWeight = HUNDRED.minus(rules.technicalWeight);
  const best = bids.reduce((top, bid) => (bid.technical.gt(top) ? bid.technical : top), ZERO);
  const scoreOf = (bid: EvaluatedBid) =>
    rules.isRelativeToBest ? expressRelativeTo(best, bid.technical) : bid.technical;
  const admitted = bids.flatMap((bid) =>
    bid.technical.gte(rules.minimumTechnical) ? [{ id: bid.id, price: requirePrice(bid) }] : [],
  );
  const low = findAbnormallyLow(admitted);
  const method = rules.priceMethod;
  const scale =
    method.type === "qualityInMoney"
      ? null
      : buildPriceScale(
          method,
          admitted.map((bid) => bid.price),
        );
  if (rules.isRelativeToBest) steps.push({ label: "Best technical score", value: toDecimalText(best) });
  if (scale && admitted.length > 0) steps.push({ label: `Price method ${method.type}`, value: scale.basis });

  const ranked = bids.map((bid): RankedBid => {
    const technicalScore = scoreOf(bid);
    steps.push({ label: `${bid.id}: technical score`, value: toDecimalText(technicalScore) });
    const base = { id: bid.id, technicalScore, rank: null, tied: false };
    if (bid.technical.lt(rules.minimumTechnical)) {
      const label = `${bid.id}: ${toDecimalText(bid.technical)} is under the minimum of ${rules.minimumTechnical.toFixed()}`;
      steps.push({ label, value: "out, price not considered" });
      return { ...base, status: "belowMinimum", priceScore: null, total: null, flags: [] };
    }
    const price = requirePrice(bid);
    const finding = low.get(bid.id);
    if (finding) steps.push({ label: `${bid.id}: abnormally low`, value: finding.reason });
    const flags: RankedBid["flags"] = finding ? ["abnormallyLow"] : [];
    if (scale === null) {
      const quality = bid.qualityValue ?? ZERO;
      const total = price.minus(quality);
      steps.push({
        label: `${bid.id}: price ${price.toFixed()} − quality ${quality.toFixed()}`,
        value: toDecimalText(total),
      });
      return { ...base, status: "ranked", priceScore: null, total, flags };
    }
    const priceScore = scale.score(price);
    const total = rules.technicalWeight.times(technicalScore).plus(priceWeight.times(priceScore)).dividedBy(HUNDRED);
    steps.push({ label: `${bid.id}: price score of ${price.toFixed()}`, value: toDecimalText(priceScore) });
    const formula = `${rules.technicalWeight.toFixed()} % × ${toDecimalText(technicalScore)} + ${priceWeight.toFixed()} % × ${toDecimalText(priceScore)}`;
    steps.push({ label: `${bid.id}: total = ${formula}`, value: toDecimalText(total) });
    return { ...base, status: "ranked", priceScore, total, flags };
  });

  rankByTotal(ranked, scale === null);
  const first = ranked.filter((bid) => bid.rank === 1);
  const tie = first.length > 1;
  const winner = tie ? null : (first[0]?.id ?? null);
  steps.push({
    label: "Winner",
    value: tie ? `none: tie between ${first.map((bid) => bid.id).join(", ")}` : (winner ?? "none"),
  });
  const flip =
    scale === null ? { flipsAt: null, to: null } : findWeightFlip(toLines(ranked), rules.technicalWeight, winner);
  if (scale !== null && winner !== null) {
    const value =
      flip.flipsAt === null ? "stable: no weight changes the winner" : `${toDecimalText(flip.flipsAt)}, to ${flip.to}`;
    steps.push({ label: "Technical weight at which the winner changes", value });
  }
  return { result: { bids: ranked, winner, tie, sensitivity: { technicalWeight: flip } }, steps };
}

/** Asking for totals before the prices of the admitted bids are open is a fault of the caller. */
function requirePrice(bid: EvaluatedBid): Decimal {
  if (bid.price === null) throw new RangeError(`The price of bid ${bid.id} is not open.`);
  return bid.price;
}

/** Every total is linear in the technical weight: at 0 it is the price score, at 100 the technical score. */
function toLines(bids: RankedBid[]) {
  return bids.flatMap(({ id, technicalScore, priceScore }) =>
    priceScore === null ? [] : [{ id, at0: priceScore, at100: technicalScore }],
  );
}
