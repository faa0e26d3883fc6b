import { type Decimal, d, HUNDRED, percentOf, sum, toDecimalText } from "@/lib/shared/decimal";

export const BELOW_MEAN_PERCENT = d(40);
export const BELOW_NEXT_PERCENT = d(30);

export type LowPriceFinding = { id: string; reason: string };

/** True when `price` lies at least `percent` below `reference`: exactly at the limit counts. */
function liesBelow(price: Decimal, reference: Decimal, percent: Decimal): boolean {
  return price.lte(percentOf(reference, HUNDRED.minus(percent)));
}

/**
 * Bids whose price asks for an explanation: at least 40 % below the mean of the *other* bids, or at least 30 %
 * below the next-ranked. "Next-ranked" is read as next in order of price, because the question is whether the
 * price is believable, and the quality of a rival says nothing about that. Of two equal prices each is the other's
 * next, so neither is below it. A single bid has nothing to be compared with.
 */
export function findAbnormallyLow(bids: { id: string; price: Decimal }[]): Map<string, LowPriceFinding> {
  const findings = new Map<string, LowPriceFinding>();
  if (bids.length < 2) return findings;
  const byPrice = [...bids].sort((a, b) => a.price.comparedTo(b.price));
  const total = sum(bids.map((bid) => bid.price));
  byPrice.forEach((bid, index) => {
    const mean = total.minus(bid.price).dividedBy(bids.length - 1);
    const next = byPrice[index + 1];
    const reasons: string[] = [];
    if (liesBelow(bid.price, mean, BELOW_MEAN_PERCENT)) {
      reasons.push(`at least 40 % below the mean of the other bids (${toDecimalText(mean)})`);
    }
    if (next && liesBelow(bid.price, next.price, BELOW_NEXT_PERCENT)) {
      reasons.push(`at least 30 % below the next price (${next.price.toFixed()})`);
    }
    if (reasons.length > 0) findings.set(bid.id, { id: bid.id, reason: reasons.join(" and ") });
  });
  return findings;
}
