import { type Decimal, sum, ZERO } from "@/lib/shared/decimal";
import type { Month } from "@/lib/shared/month";
import type { Step, Worked } from "@/lib/shared/steps";

/** One year of the approved case, amounts as costs. */
export type PlannedYear = {
  year: number;
  keep: Decimal;
  /** What the vendor is planned to charge, indexation included. */
  vendor: Decimal;
  /** What stays beside the vendor: retained organization, technology, taxes. */
  beside: Decimal;
  /** Transition and other one-off cost. */
  oneOff: Decimal;
};

export type ChargedMonth = { month: Month; charges: Decimal; credits: Decimal };

export type Realised = {
  spent: Decimal;
  credits: Decimal;
  plannedVendor: Decimal;
  saved: Decimal;
  plannedSaved: Decimal;
  /** Charges over plan in percent; null where nothing was planned. */
  variancePercent: Decimal | null;
};

/**
 * Savings against keeping the work, to date: for each month with charges the keep cost of that month, less charges
 * (credits taken off) and what stays beside the vendor; one-off cost of the years touched in full. A year of the plan
 * counts a twelfth per month. Returns money to date and the working.
 */
export function measureRealised(plan: PlannedYear[], months: ChargedMonth[]): Worked<Realised> {
  const byYear = new Map(plan.map((year) => [year.year, year]));
  const touched = new Set(months.map(({ month }) => Number(month.slice(0, 4))));
  let keep: Decimal = ZERO;
  let beside: Decimal = ZERO;
  let plannedVendor: Decimal = ZERO;
  for (const { month } of months) {
    const year = byYear.get(Number(month.slice(0, 4)));
    if (!year) continue;
    keep = keep.plus(year.keep.dividedBy(12));
    beside = beside.plus(year.beside.dividedBy(12));
    plannedVendor = plannedVendor.plus(year.vendor.dividedBy(12));
  }
  const oneOff = sum(plan.filter((year) => touched.has(year.year)).map((year) => year.oneOff));
  const charges = sum(months.map((month) => month.charges));
  const credits = sum(months.map((month) => month.credits));
  const spent = charges.minus(credits);
  const saved = keep.minus(spent).minus(beside).minus(oneOff);
  const plannedSaved = keep.minus(plannedVendor).minus(beside).minus(oneOff);
  const steps: Step[] = [
    { label: `Cost of keeping it over ${months.length} months`, value: money(keep) },
    { label: "Charges", value: `− ${money(charges)}` },
    { label: "Service credits", value: `+ ${money(credits)}` },
    { label: "Retained organization, technology and taxes", value: `− ${money(beside)}` },
    { label: "Transition and other one-off cost", value: `− ${money(oneOff)}` },
    { label: "Charges in the approved case for the same months", value: money(plannedVendor) },
    { label: "Savings in the approved case for the same months", value: money(plannedSaved) },
  ];
  const variancePercent = plannedVendor.isZero()
    ? null
    : spent.minus(plannedVendor).times(100).dividedBy(plannedVendor);
  return { result: { spent, credits, plannedVendor, saved, plannedSaved, variancePercent }, steps };
}

function money(value: Decimal): string {
  return value.toDecimalPlaces(2).toFixed(2);
}
