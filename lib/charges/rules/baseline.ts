import { type Decimal, percentOf, toDecimalText, ZERO } from "@/lib/shared/decimal";
import type { Step } from "@/lib/shared/steps";
import type { Charge } from "./charge";

export type BaselineTerms = {
  baseline: Decimal;
  deadBandPercent: Decimal;
  /** Per unit above the band (ARC) and below it (RRC). */
  additionalRate: Decimal;
  reducedRate: Decimal;
  /** What counts outside the band: the whole difference to the baseline, or only what lies beyond the band. */
  mode: "wholeDifference" | "beyondBand";
};

/**
 * Additional charge above the dead band, reduced charge (negative) below it, nothing inside; exactly at an edge is
 * inside.
 */
export function chargeAgainstBaseline(terms: BaselineTerms, volume: Decimal): Charge {
  const width = percentOf(terms.baseline, terms.deadBandPercent);
  const lower = terms.baseline.minus(width);
  const upper = terms.baseline.plus(width);
  const steps: Step[] = [
    { label: "Volume against baseline", value: `${volume} against ${terms.baseline}` },
    { label: `Dead band of ${terms.deadBandPercent} %`, value: `${toDecimalText(lower)} to ${toDecimalText(upper)}` },
  ];
  const isWhole = terms.mode === "wholeDifference";
  const counted = isWhole ? "the whole difference" : "what lies beyond the band";
  if (volume.gt(upper)) {
    const units = volume.minus(isWhole ? terms.baseline : upper);
    const result = units.times(terms.additionalRate);
    steps.push({
      label: `Above the band, ${counted} × additional rate`,
      value: `${units} × ${terms.additionalRate} = ${toDecimalText(result)}`,
    });
    return { result, steps };
  }
  if (volume.lt(lower)) {
    const units = (isWhole ? terms.baseline : lower).minus(volume);
    const result = units.times(terms.reducedRate).negated();
    steps.push({
      label: `Below the band, ${counted} × reduced rate`,
      value: `${units} × ${terms.reducedRate} = ${toDecimalText(result)}`,
    });
    return { result, steps };
  }
  return { result: ZERO, steps: [...steps, { label: "Inside the band", value: "no additional or reduced charge" }] };
}
