import { type Decimal, percentOf, sum, toDecimalText } from "@/lib/shared/decimal";
import type { Worked } from "@/lib/shared/steps";
import type { Direction } from "./attainment";

export type RatchetTerms = {
  direction: Direction;
  expected: Decimal;
  /** The best that there is: 100 for a share of good cases, 0 for a share of failures. */
  perfect: Decimal;
  /** How many of the best values count. */
  best: number;
  /** Most of the distance to the perfect value that the level may move, in percent. */
  mostPercent: Decimal;
};

/**
 * Continuous improvement, once a year: the expected level becomes the mean of the best values of the last 12 periods,
 * moved by at most a share of the distance to the perfect value, and never loosened. With fewer values than the best
 * that count, it stays.
 */
export function ratchetExpected(terms: RatchetTerms, values: readonly Decimal[]): Worked<Decimal> {
  const isHigher = terms.direction === "higher";
  const best = values
    .slice(-12)
    .sort((a, b) => (isHigher ? b.comparedTo(a) : a.comparedTo(b)))
    .slice(0, terms.best);
  const steps = [
    { label: "Expected until now", value: toDecimalText(terms.expected) },
    { label: `Best ${terms.best} of the last 12 values`, value: best.map(toDecimalText).join(", ") || "none" },
  ];
  const stay = (why: string) => ({
    result: terms.expected,
    steps: [...steps, { label: "Expected stays", value: why }],
  });
  if (best.length < terms.best || terms.best < 1) return stay("too few values");

  const mean = sum(best).dividedBy(best.length);
  const limit = percentOf(terms.perfect.minus(terms.expected), terms.mostPercent).plus(terms.expected);
  steps.push(
    { label: "Mean of these", value: toDecimalText(mean) },
    {
      label: `Moved by at most ${terms.mostPercent} % of the distance to ${terms.perfect}`,
      value: toDecimalText(limit),
    },
  );
  if (isHigher ? mean.lte(terms.expected) : mean.gte(terms.expected)) return stay("it is never loosened");
  const isBeyond = isHigher ? mean.gt(limit) : mean.lt(limit);
  const result = isBeyond ? limit : mean;
  return { result, steps: [...steps, { label: "New expected level", value: toDecimalText(result) }] };
}
