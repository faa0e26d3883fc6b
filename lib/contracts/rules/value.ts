import { isAboveLimit } from "@/lib/shared/approval-limit";
import { type Decimal, d, toDecimalText } from "@/lib/shared/decimal";
import { toMoney } from "@/lib/shared/money";
import type { Step, Worked } from "@/lib/shared/steps";

export type ValueTerms = {
  yearlyValue: string | null;
  currency: string;
  startDate: string | null;
  endDate: string | null;
};

const DAYS_A_MONTH = d("365.25").dividedBy(12);

/** Months from the first to the last day, both included; days beyond whole months as a fraction. */
export function countTermMonths(startDate: string, endDate: string): Decimal {
  const whole = Temporal.PlainDate.from(startDate).until(Temporal.PlainDate.from(endDate).add({ days: 1 }), {
    largestUnit: "month",
  });
  const months = whole.years * 12 + whole.months;
  return d(months).plus(d(whole.days).dividedBy(DAYS_A_MONTH));
}

/** Value over the term = value a year × months ÷ 12; null while one of them is unknown. */
export function findTotalValue(terms: ValueTerms): Worked<Decimal | null> {
  const { yearlyValue, currency, startDate, endDate } = terms;
  if (yearlyValue === null || startDate === null || endDate === null || endDate < startDate) {
    return {
      result: null,
      steps: [{ label: "Value over the term", value: "not known: value, start or end is missing" }],
    };
  }
  const months = countTermMonths(startDate, endDate);
  const result = d(yearlyValue).times(months).dividedBy(12);
  const shownMonths = toDecimalText(months.toDecimalPlaces(2));
  const steps: Step[] = [
    { label: "Value a year", value: `${toDecimalText(d(yearlyValue))} ${currency}` },
    { label: `Term from ${startDate} to ${endDate}`, value: `${shownMonths} months` },
    { label: "Value a year × months ÷ 12", value: `${toMoney(result, currency).amount} ${currency}` },
  ];
  return { result, steps };
}

/** True when an executive has to approve: a contract counts over its whole term. */
export function isAboveApprovalLimit(terms: ValueTerms, limit: { amount: string; currency: string }): boolean {
  const total = findTotalValue(terms).result;
  return isAboveLimit(total && { amount: total, currency: terms.currency }, limit);
}
