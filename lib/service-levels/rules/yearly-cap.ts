import { type Decimal, percentOf, toDecimalText, ZERO } from "@/lib/shared/decimal";
import { roundMoney, toMoney } from "@/lib/shared/money";
import type { Worked } from "@/lib/shared/steps";

/**
 * Most that the credits of a calendar year can be, as the contract defines it: an amount; a share of what the year is
 * planned to cost (the contract's yearly value, the default); or a share of the charges of the year's months up to and
 * including the one that is credited.
 */
export type YearlyCap =
  | { basis: "amount"; amount: Decimal }
  | { basis: "plannedYear"; percent: Decimal; yearlyValue: Decimal | null }
  | { basis: "chargesToDate"; percent: Decimal };

export type YearSoFar = {
  /** Charges of the year's months up to and including this one. */
  chargesToDate: Decimal;
  /** Credits of the year's months before this one. */
  taken: Decimal;
  currency: string;
};

/**
 * What the yearly cap leaves for a month: never negative, rounded to the minor unit. Months count in the order of the
 * calendar, so that it does not matter in which order figures came in. Where the planned year is not known, charges to
 * date stand in for it.
 */
export function leftOfYearlyCap(cap: YearlyCap, year: YearSoFar): Worked<Decimal> {
  const show = (amount: Decimal) => `${toMoney(amount, year.currency).amount} ${year.currency}`;
  const { whole, label, value } = wholeOf(cap, year, show);
  const left = whole.minus(year.taken);
  const result = left.gt(0) ? left : ZERO;
  return {
    result,
    steps: [
      { label, value },
      { label: "Left of the yearly cap", value: `${show(whole)} − ${show(year.taken)} taken before = ${show(result)}` },
    ],
  };
}

function wholeOf(cap: YearlyCap, year: YearSoFar, show: (amount: Decimal) => string) {
  if (cap.basis === "amount")
    return { whole: cap.amount, label: "Yearly cap: the amount agreed", value: show(cap.amount) };
  const planned = cap.basis === "plannedYear" ? cap.yearlyValue : null;
  const base = planned ?? year.chargesToDate;
  const whole = roundMoney(percentOf(base, cap.percent), year.currency);
  const name = planned ? "the planned year" : "the year's charges so far";
  return {
    whole,
    label: `Yearly cap: ${toDecimalText(cap.percent)} % of ${name}`,
    value: `${toDecimalText(base)} × ${toDecimalText(cap.percent)} % = ${show(whole)}`,
  };
}
