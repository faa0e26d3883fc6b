import { type Decimal, percentOf, toDecimalText, ZERO } from "@/lib/shared/decimal";
import { roundMoney, toMoney } from "@/lib/shared/money";
import type { Worked } from "@/lib/shared/steps";
import { type Direction, isJudged, reaches } from "./attainment";
import type { JudgedPeriod } from "./credit-line";

export type BonusTerms = {
  /** Periods in a row that must be at or better than the target, this one included. */
  periods: number;
  target: Decimal;
  /** In percent of the period's charges. */
  percent: Decimal;
  /** Most that all bonuses of the period may come to, in percent of its charges. */
  capPercent: Decimal;
};

/** Bonus for sustained over-performance; `granted` is what other service levels already earned in this period. */
export function bonusFor(
  terms: BonusTerms,
  direction: Direction,
  history: readonly JudgedPeriod[],
  base: { charges: Decimal; currency: string; granted: Decimal },
): Worked<Decimal> {
  const window = history.slice(-terms.periods);
  const good = window.filter(
    ({ state, value }) => isJudged(state) && value !== null && reaches(direction, value, terms.target),
  ).length;
  const steps = [
    { label: `Periods at or better than ${toDecimalText(terms.target)}`, value: `${good} of ${terms.periods}` },
  ];
  if (good < terms.periods) return { result: ZERO, steps };
  const cap = roundMoney(percentOf(base.charges, terms.capPercent), base.currency);
  const room = cap.gt(base.granted) ? cap.minus(base.granted) : ZERO;
  const earned = roundMoney(percentOf(base.charges, terms.percent), base.currency);
  const result = earned.gt(room) ? room : earned;
  const show = (amount: Decimal) => `${toMoney(amount, base.currency).amount} ${base.currency}`;
  steps.push(
    { label: "Charges × bonus", value: `${base.charges} × ${terms.percent} % = ${show(earned)}` },
    { label: "Left under the cap on bonuses", value: show(room) },
    { label: "Bonus", value: show(result) },
  );
  return { result, steps };
}
