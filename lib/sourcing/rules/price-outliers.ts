import { type Decimal, d, HUNDRED } from "@/lib/shared/decimal";

/** A unit price this far from the middle of the other bids' prices asks for a second look. */
export const OUTLIER_PERCENT = d(30);

export type LinePrice = { bid: string; unitPrice: Decimal };
export type PriceOutlier = { bid: string; side: "high" | "low"; percent: Decimal };

function medianOf(values: Decimal[]): Decimal | null {
  const sorted = [...values].sort((a, b) => a.comparedTo(b));
  const upper = sorted[Math.floor(sorted.length / 2)];
  const lower = sorted[Math.ceil(sorted.length / 2) - 1];
  return upper && lower ? upper.plus(lower).dividedBy(2) : null;
}

/** Prices of one line at least 30 % away from the median of the *other* bids. Needs two others to mean anything. */
export function findPriceOutliers(prices: LinePrice[]): PriceOutlier[] {
  if (prices.length < 3) return [];
  return prices.flatMap((price): PriceOutlier[] => {
    const middle = medianOf(prices.filter((other) => other !== price).map((other) => other.unitPrice));
    if (middle === null || middle.isZero()) return [];
    const percent = price.unitPrice.minus(middle).times(HUNDRED).dividedBy(middle);
    if (percent.abs().lt(OUTLIER_PERCENT)) return [];
    return [{ bid: price.bid, side: percent.isPositive() ? "high" : "low", percent }];
  });
}
