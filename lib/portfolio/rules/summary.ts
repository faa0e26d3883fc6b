import { type Decimal, d, HUNDRED, roundTo, sum, ZERO } from "@/lib/shared/decimal";
import { addMonths, type Month } from "@/lib/shared/month";
import type { Step } from "@/lib/shared/steps";
import type { PortfolioContent } from "../content";

export type PortfolioSummary = {
  spend: Decimal;
  credits: Decimal;
  /** Spend of the months that a case covers, and what the cases planned for them; null where no case covers any. */
  againstCase: { actual: Decimal; planned: Decimal; difference: Decimal; percent: Decimal | null } | null;
  lastMonth: { month: Month; met: number; counted: number; belowMinimum: number };
  steps: Step[];
};

/** Twelve complete months up to `asOfMonth`; amounts in the organization's currency. */
export function summarisePortfolio(content: PortfolioContent): PortfolioSummary {
  const from = addMonths(content.asOfMonth, -11);
  const year = content.money.filter((row) => row.month >= from && row.month <= content.asOfMonth);
  const spend = sum(year.map((row) => d(row.actual)));
  const credits = sum(year.map((row) => d(row.credits)));
  const covered = year.filter((row) => row.planned !== null);
  const actual = sum(covered.map((row) => d(row.actual)));
  const planned = sum(covered.map((row) => d(row.planned ?? "0")));
  const difference = actual.minus(planned);
  const last = content.attainment.find((row) => row.month === content.asOfMonth);
  const counted = last ? last.met + last.belowExpected + last.belowMinimum : 0;
  const steps: Step[] = [
    {
      label: `Charges recorded from ${from} to ${content.asOfMonth}`,
      value: `${spend.toFixed(2)} ${content.currency}`,
    },
    { label: "Service credits calculated for these months", value: `${credits.toFixed(2)} ${content.currency}` },
    {
      label: `Vendor charges planned by approved cases (${covered.length} of 12 months covered)`,
      value: `${planned.toFixed(2)} ${content.currency}`,
    },
    { label: "Charges of the covered months", value: `${actual.toFixed(2)} ${content.currency}` },
    { label: "Difference to the case", value: `${difference.toFixed(2)} ${content.currency}` },
  ];
  return {
    spend,
    credits,
    againstCase:
      covered.length === 0
        ? null
        : {
            actual,
            planned,
            difference,
            percent: planned.isZero() ? null : roundTo(difference.times(HUNDRED).dividedBy(planned), 1),
          },
    lastMonth: { month: content.asOfMonth, met: last?.met ?? 0, counted, belowMinimum: last?.belowMinimum ?? 0 },
    steps,
  };
}

/** Percent of the counted service levels that were met, one decimal; null when none was counted. */
export function shareMet(group: { met: number; counted: number }): Decimal | null {
  return group.counted === 0 ? null : roundTo(d(group.met).times(HUNDRED).dividedBy(group.counted), 1);
}

export function totalOf(rows: readonly { amount: string }[]): Decimal {
  return rows.length === 0 ? ZERO : sum(rows.map((row) => d(row.amount)));
}
