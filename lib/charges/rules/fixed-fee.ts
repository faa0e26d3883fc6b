import { type Decimal, toDecimalText, ZERO } from "@/lib/shared/decimal";
import { addMonths, firstDay, type Month, monthRange } from "@/lib/shared/month";
import type { Step } from "@/lib/shared/steps";
import type { Charge } from "./charge";

const DAY_MS = 86_400_000;

function daysBetween(from: string, before: string): number {
  return (Date.parse(`${before}T00:00Z`) - Date.parse(`${from}T00:00Z`)) / DAY_MS;
}

function lastDay(month: Month): string {
  return new Date(Date.parse(`${firstDay(addMonths(month, 1))}T00:00Z`) - DAY_MS).toISOString().slice(0, 10);
}

/** A monthly fee for the days from `from` to `to`, both included; a partial month pro rata by its own days. */
export function chargeFixedFee(monthly: Decimal, from: string, to: string): Charge {
  const steps: Step[] = [{ label: "Monthly fee", value: toDecimalText(monthly) }];
  let result = ZERO;
  for (const month of monthRange(from.slice(0, 7), to.slice(0, 7))) {
    const all = daysBetween(firstDay(month), firstDay(addMonths(month, 1)));
    const first = from > firstDay(month) ? from : firstDay(month);
    const last = to < lastDay(month) ? to : lastDay(month);
    const days = Math.max(daysBetween(first, last) + 1, 0);
    const part = monthly.times(days).dividedBy(all);
    result = result.plus(part);
    steps.push({ label: `${month}: ${days} of ${all} days`, value: toDecimalText(part) });
  }
  return { result, steps };
}

/** A milestone is owed as a whole once it is accepted, and not before. */
export function chargeMilestone(amount: Decimal, isAccepted: boolean): Charge {
  const steps = [
    { label: "Milestone payment", value: toDecimalText(amount) },
    { label: "Accepted", value: isAccepted ? "yes" : "not yet: nothing is owed" },
  ];
  return { result: isAccepted ? amount : ZERO, steps };
}
