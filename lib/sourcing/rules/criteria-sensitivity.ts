import { type Decimal, d, HUNDRED, ZERO } from "@/lib/shared/decimal";
import { findWeightFlip, type TotalLine, type WeightFlip } from "./weight-flip";

/** An admitted bid with its priced score and, per criterion, score ÷ scale maximum (0 to 1). */
export type ScoredBid = { id: string; priceScore: Decimal; shares: Map<string, Decimal> };
export type CriterionWeight = { criterion: string; weight: Decimal };
export type CriterionFlip = WeightFlip & { criterion: string; weight: Decimal };

/** A crossing exactly where two stretches meet must not fall between them by the last digit of a division. */
const MARGIN = d("1e-25");

type Line = { id: string; at0: Decimal; slope: Decimal; priceScore: Decimal };
type Segment = { from: Decimal; to: Decimal; best: Line };

/**
 * For each criterion: the weight nearest to its own at which the winner changes while the other weights keep their
 * proportions and all still sum to 100. Exact, also when technical scores are relative to the best bid: there the
 * best score is piecewise linear in the weight, and each piece is solved by itself. The admitted bids and their
 * price scores stay as they were evaluated.
 */
export function findCriteriaFlips(
  bids: ScoredBid[],
  weights: CriterionWeight[],
  rules: { technicalWeight: Decimal; isRelativeToBest: boolean },
  winner: string | null,
): CriterionFlip[] {
  return weights.map(({ criterion, weight }) => {
    // The only criterion has nobody to give weight to.
    if (weights.length === 1) return { criterion, weight, flipsAt: null, to: null };
    const lines = bids.map((bid) => technicalLine(bid, weights, criterion, weight));
    const segments = rules.isRelativeToBest ? splitByBest(lines) : [{ from: ZERO, to: HUNDRED, best: null }];
    let nearest: WeightFlip = { flipsAt: null, to: null };
    for (const segment of segments) {
      const totals = lines.map((line) => totalLine(line, segment.best, rules.technicalWeight));
      const flip = nearestIn(segment, totals, weight, winner);
      if (flip.flipsAt !== null && (nearest.flipsAt === null || distance(flip, weight).lt(distance(nearest, weight)))) {
        nearest = flip;
      }
    }
    return { criterion, weight, ...nearest };
  });
}

function distance(flip: WeightFlip, from: Decimal): Decimal {
  return (flip.flipsAt ?? d(1000)).minus(from).abs();
}

/** Technical score as a line over one criterion's weight; the other weights share what is left in proportion. */
function technicalLine(bid: ScoredBid, weights: CriterionWeight[], criterion: string, own: Decimal): Line {
  const share = (name: string) => bid.shares.get(name) ?? ZERO;
  const others = weights.filter((entry) => entry.criterion !== criterion);
  const rest = HUNDRED.minus(own);
  // With all 100 on this criterion there is no proportion to keep: the others then share what is freed alike.
  const at0 = others.reduce((total, other) => {
    const part = rest.isZero() ? HUNDRED.dividedBy(others.length) : other.weight.times(HUNDRED).dividedBy(rest);
    return total.plus(part.times(share(other.criterion)));
  }, ZERO);
  const at100 = HUNDRED.times(share(criterion));
  return { id: bid.id, at0, slope: at100.minus(at0).dividedBy(HUNDRED), priceScore: bid.priceScore };
}

function valueAt(line: Line, weight: Decimal): Decimal {
  return line.at0.plus(line.slope.times(weight));
}

/** The stretches of weight over which the same bid has the best technical score (the upper envelope of the lines). */
function splitByBest(lines: Line[]): Segment[] {
  const segments: Segment[] = [];
  let from = ZERO;
  let best = lines.reduce<Line | null>((top, line) => (top === null || leads(line, top, ZERO) ? line : top), null);
  while (best !== null) {
    let next: { at: Decimal; line: Line } | null = null;
    for (const line of lines) {
      const closing = line.slope.minus(best.slope);
      if (closing.lte(ZERO)) continue;
      const at = best.at0.minus(line.at0).dividedBy(closing);
      if (at.lte(from) || at.gte(HUNDRED)) continue;
      if (next === null || at.lt(next.at) || (at.eq(next.at) && line.slope.gt(next.line.slope))) next = { at, line };
    }
    segments.push({ from, to: next?.at ?? HUNDRED, best });
    from = next?.at ?? HUNDRED;
    best = next?.line ?? null;
  }
  return segments;
}

function leads(line: Line, other: Line, at: Decimal): boolean {
  const order = valueAt(line, at).comparedTo(valueAt(other, at));
  return order > 0 || (order === 0 && line.slope.gt(other.slope));
}

/**
 * A line that orders the bids like their totals inside one segment. Relative to the best, the total is
 * T × score ÷ best + P × price; times best (positive) it is T × score × 100 + P × price × best: linear again.
 */
function totalLine(line: Line, best: Line | null, technicalWeight: Decimal): TotalLine {
  const priceWeight = HUNDRED.minus(technicalWeight);
  const at = (weight: Decimal) => {
    const scale = best === null ? HUNDRED : valueAt(best, weight);
    const technical = technicalWeight.times(valueAt(line, weight)).times(HUNDRED);
    return technical.plus(priceWeight.times(line.priceScore).times(scale));
  };
  return { id: line.id, at0: at(ZERO), at100: at(HUNDRED) };
}

function nearestIn(
  segment: { from: Decimal; to: Decimal },
  totals: TotalLine[],
  weight: Decimal,
  winner: string | null,
): WeightFlip {
  const isInside = (at: Decimal) => at.gte(segment.from.minus(MARGIN)) && at.lte(segment.to.plus(MARGIN));
  // A rival whose crossing lies in another stretch says nothing about this one.
  const leader = totals.find((line) => line.id === winner);
  if (!leader) return { flipsAt: null, to: null };
  const rivals = totals.filter((line) => {
    const flip = findWeightFlip([leader, line], weight, winner);
    return flip.flipsAt !== null && isInside(flip.flipsAt);
  });
  return findWeightFlip([leader, ...rivals], weight, winner);
}
