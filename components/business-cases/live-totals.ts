import { type Convention, calculateNpv } from "@/lib/business-cases/rules/present-value";
import { type Decimal, d, HUNDRED, isDecimalText, ONE, sum, ZERO } from "@/lib/shared/decimal";
import type { GridOption } from "./grid-state";

export type LiveSettings = { discountRate: string; convention: Convention; taxRate: string | null };
export type LiveTotals = { years: Decimal[]; total: Decimal; savings: Decimal | null; npv: Decimal | null };

function amountOf(text: string): Decimal {
  return isDecimalText(text) ? d(text) : ZERO;
}

function netCosts(option: GridOption, years: number): Decimal[] {
  return Array.from({ length: years }, (_, year) =>
    sum(
      option.lines.map((line) => {
        const amount = amountOf(line.amounts[year] ?? "");
        return line.category === "benefit" ? amount.negated() : amount;
      }),
    ),
  );
}

/** Totals while one types, by the rules that the server uses; savings and NPV against "keep", when there is one. */
export function readTotals(options: readonly GridOption[], years: number, settings: LiveSettings): LiveTotals[] {
  const keep = options.find((option) => option.kind === "keep");
  const kept = keep && netCosts(keep, years);
  const left = settings.taxRate === null ? ONE : ONE.minus(d(settings.taxRate).dividedBy(HUNDRED));
  return options.map((option) => {
    const costs = netCosts(option, years);
    const total = sum(costs);
    if (!kept || option === keep) return { years: costs, total, savings: null, npv: null };
    const savings = costs.map((cost, year) => (kept[year] ?? ZERO).minus(cost));
    const flows = savings.map((saving) => saving.times(left));
    const npv = calculateNpv(flows, d(settings.discountRate).dividedBy(HUNDRED), settings.convention).result;
    return { years: costs, total, savings: sum(savings), npv };
  });
}
