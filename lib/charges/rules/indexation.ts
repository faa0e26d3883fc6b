import { type Decimal, HUNDRED, ONE, roundTo, toDecimalText } from "@/lib/shared/decimal";
import { countOf, type Step } from "@/lib/shared/steps";
import type { Charge } from "./charge";

export type IndexationTerms = {
  base: Decimal;
  indexBase: Decimal;
  /** Most and least by which the price may change in the year, in percent (a floor of 0: it never falls). */
  capPercent: Decimal | null;
  floorPercent: Decimal | null;
  /** The contract's rounding of the ratio; null: none. */
  ratioDecimals: number | null;
};

/** Base × index(now) ÷ index(base). The ratio is rounded first, then held between floor and cap, so that both hold exactly. */
export function chargeIndexed(terms: IndexationTerms, indexNow: Decimal): Charge {
  const exact = indexNow.dividedBy(terms.indexBase);
  const steps: Step[] = [
    { label: "Index now ÷ index base", value: `${indexNow} ÷ ${terms.indexBase} = ${toDecimalText(exact)}` },
  ];
  let ratio = exact;
  if (terms.ratioDecimals !== null) {
    ratio = roundTo(exact, terms.ratioDecimals);
    steps.push({
      label: `Ratio rounded to ${countOf(terms.ratioDecimals, "decimal")}`,
      value: ratio.toFixed(terms.ratioDecimals),
    });
  }
  const limit = (percent: Decimal) => ONE.plus(percent.dividedBy(HUNDRED));
  if (terms.capPercent && ratio.gt(limit(terms.capPercent))) {
    ratio = limit(terms.capPercent);
    steps.push({ label: `Held to the cap of ${terms.capPercent} %`, value: toDecimalText(ratio) });
  } else if (terms.floorPercent && ratio.lt(limit(terms.floorPercent))) {
    ratio = limit(terms.floorPercent);
    steps.push({ label: `Held to the floor of ${terms.floorPercent} %`, value: toDecimalText(ratio) });
  }
  const result = terms.base.times(ratio);
  return {
    result,
    steps: [
      ...steps,
      { label: "Base × ratio", value: `${terms.base} × ${toDecimalText(ratio)} = ${toDecimalText(result)}` },
    ],
  };
}
