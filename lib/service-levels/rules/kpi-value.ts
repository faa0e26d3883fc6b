import { type Decimal, d, HUNDRED, sum, toDecimalText } from "@/lib/shared/decimal";
import type { Worked } from "@/lib/shared/steps";

export type RatioPart = { numerator: Decimal; denominator: Decimal };

/** How a value between two cases is found: the case itself, or a point on the line between both. */
export type PercentileMethod = "nearestRank" | "linear";

/**
 * Σ numerator ÷ Σ denominator over several periods, never a mean of percentages. In percent unless `scale` is 1.
 * Null when there is nothing to divide by: that is missing, not zero.
 */
export function ratioOverPeriods(parts: readonly RatioPart[], scale: Decimal = HUNDRED): Worked<Decimal | null> {
  const numerator = sum(parts.map((part) => part.numerator));
  const denominator = sum(parts.map((part) => part.denominator));
  const result = denominator.isZero() ? null : numerator.times(scale).dividedBy(denominator);
  const shown = result === null ? "missing" : `${toDecimalText(result)}${scale.eq(HUNDRED) ? " %" : ""}`;
  return {
    result,
    steps: [
      { label: "Numerators together", value: toDecimalText(numerator) },
      { label: "Denominators together", value: toDecimalText(denominator) },
      { label: "Numerator ÷ denominator", value: shown },
    ],
  };
}

function withCount(label: string, count: number, result: Decimal | null): Worked<Decimal | null> {
  const steps = [
    { label: "Cases with a value", value: String(count) },
    { label, value: result === null ? "missing" : toDecimalText(result) },
  ];
  return { result, steps };
}

/** Null without values. */
export function mean(values: readonly Decimal[]): Worked<Decimal | null> {
  const result = values.length === 0 ? null : sum(values).dividedBy(values.length);
  return withCount("Mean: sum ÷ cases", values.length, result);
}

/** The middle value; of an even number the mean of the two in the middle. */
export function median(values: readonly Decimal[]): Worked<Decimal | null> {
  return withCount("Median", values.length, percentileOf(values, d(50), "linear"));
}

/**
 * The value below which `percent` of the cases lie. Nearest rank: the case at rank ⌈percent × n⌉ (PostgreSQL's
 * percentile_disc). Linear: interpolated at position percent × (n − 1) (percentile_cont, a spreadsheet's PERCENTILE).
 */
export function percentile(
  values: readonly Decimal[],
  percent: Decimal,
  method: PercentileMethod,
): Worked<Decimal | null> {
  const name = method === "linear" ? "linear interpolation" : "nearest rank";
  const label = `Percentile ${toDecimalText(percent)} by ${name}`;
  return withCount(label, values.length, percentileOf(values, percent, method));
}

function percentileOf(values: readonly Decimal[], percent: Decimal, method: PercentileMethod): Decimal | null {
  const sorted = [...values].sort((a, b) => a.comparedTo(b));
  const share = percent.dividedBy(HUNDRED);
  if (method === "nearestRank") {
    const rank = Math.max(share.times(sorted.length).ceil().toNumber(), 1);
    return sorted[Math.min(rank, sorted.length) - 1] ?? null;
  }
  const position = share.times(sorted.length - 1);
  const below = sorted[position.floor().toNumber()];
  if (!below) return null;
  const above = sorted[position.ceil().toNumber()] ?? below;
  return below.plus(above.minus(below).times(position.minus(position.floor())));
}

/** How many of all, in percent; null when there are none at all. */
export function share(part: number, all: number): Worked<Decimal | null> {
  return ratioOverPeriods([{ numerator: d(part), denominator: d(all) }]);
}

/** Sum of the values; null without values, because no data is not zero. */
export function total(values: readonly Decimal[]): Worked<Decimal | null> {
  return withCount("Sum", values.length, values.length === 0 ? null : sum(values));
}
