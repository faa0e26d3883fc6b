import { type Decimal, d, ONE, toDecimalText, ZERO } from "@/lib/shared/decimal";
import type { Step, Worked } from "@/lib/shared/steps";

/** `t0`: the first flow is today and not discounted. `allDiscounted`: every flow a period later (spreadsheets). */
export type Convention = "t0" | "allDiscounted";
export type DatedFlow = { date: string; amount: Decimal };

export const DAYS_PER_YEAR = 365;

/** Each flow's value today. `rate` is a fraction per period, above −1. */
export function discountFlows(flows: Decimal[], rate: Decimal, convention: Convention): Decimal[] {
  const factor = ONE.plus(rate);
  let divisor = convention === "t0" ? ONE : factor;
  return flows.map((flow) => {
    const value = flow.dividedBy(divisor);
    divisor = divisor.times(factor);
    return value;
  });
}

/** Net present value: Σ flow ÷ (1 + rate)^t, with t from 0 or, as spreadsheets count, from 1. */
export function calculateNpv(flows: Decimal[], rate: Decimal, convention: Convention): Worked<Decimal> {
  const shift = convention === "t0" ? 0 : 1;
  const steps: Step[] = [];
  let total: Decimal = ZERO;
  discountFlows(flows, rate, convention).forEach((value, index) => {
    total = total.plus(value);
    const label = `${flows[index]?.toFixed()} ÷ (1 + ${rate.toFixed()})^${index + shift}`;
    steps.push({ label, value: toDecimalText(value) });
  });
  const words = convention === "t0" ? "first flow not discounted" : "all flows discounted one period";
  steps.push({ label: `Net present value, ${words}`, value: toDecimalText(total) });
  return { result: total, steps };
}

const DAY = 86_400_000;

/** Whole days from one calendar date to another, both `YYYY-MM-DD`. */
export function countDays(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY);
}

/** Flows with their days after the earliest one, which is the day that the value refers to. */
export function placeInTime(flows: DatedFlow[]): { days: number; flow: DatedFlow }[] {
  const [start = ""] = flows.map((flow) => flow.date).sort();
  return flows.map((flow) => ({ days: countDays(start, flow.date), flow }));
}

/** Net present value of dated flows by actual/365, as of the earliest date. */
export function calculateXnpv(flows: DatedFlow[], rate: Decimal): Worked<Decimal> {
  const daily = ONE.plus(rate).pow(ONE.dividedBy(d(DAYS_PER_YEAR)));
  const steps: Step[] = [];
  let total: Decimal = ZERO;
  for (const { days, flow } of placeInTime(flows)) {
    // Whole years are taken by themselves: exact, where the root of 365 is not.
    const years = Math.floor(days / DAYS_PER_YEAR);
    const factor = ONE.plus(rate)
      .pow(years)
      .times(daily.pow(days % DAYS_PER_YEAR));
    const value = flow.amount.dividedBy(factor);
    total = total.plus(value);
    const label = `${flow.date}: ${flow.amount.toFixed()} ÷ (1 + ${rate.toFixed()})^(${days} ÷ ${DAYS_PER_YEAR})`;
    steps.push({ label, value: toDecimalText(value) });
  }
  steps.push({ label: "Net present value, actual/365", value: toDecimalText(total) });
  return { result: total, steps };
}
