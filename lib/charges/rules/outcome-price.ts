import { type Decimal, percentOf, toDecimalText } from "@/lib/shared/decimal";
import type { Step } from "@/lib/shared/steps";
import type { Charge } from "./charge";

/** Price × verified outcomes. */
export function chargeOutcomes(price: Decimal, verified: Decimal): Charge {
  const result = price.times(verified);
  return {
    result,
    steps: [{ label: "Verified outcomes × price", value: `${verified} × ${price} = ${toDecimalText(result)}` }],
  };
}

export type GainShareTerms = {
  baselineCost: Decimal;
  sharePercent: Decimal;
  /** Least and most that the share can come to; null: no limit. Without a floor a loss is shared too. */
  floor: Decimal | null;
  cap: Decimal | null;
};

/** The vendor's share of what was saved against the baseline cost. */
export function chargeGainShare(terms: GainShareTerms, cost: Decimal): Charge {
  const gain = terms.baselineCost.minus(cost);
  const share = percentOf(gain, terms.sharePercent);
  const steps: Step[] = [
    { label: "Gain: baseline cost − actual cost", value: `${terms.baselineCost} − ${cost} = ${toDecimalText(gain)}` },
    { label: `Share of ${terms.sharePercent} %`, value: toDecimalText(share) },
  ];
  if (terms.floor) steps.push({ label: "At least", value: toDecimalText(terms.floor) });
  if (terms.cap) steps.push({ label: "At most", value: toDecimalText(terms.cap) });
  if (terms.floor && share.lt(terms.floor)) return { result: terms.floor, steps };
  return { result: terms.cap && share.gt(terms.cap) ? terms.cap : share, steps };
}
