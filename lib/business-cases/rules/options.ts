import { type Decimal, HUNDRED, ONE, toDecimalText, ZERO } from "@/lib/shared/decimal";
import type { Step, Worked } from "@/lib/shared/steps";
import { findInternalRate, type InternalRate } from "./internal-rate";
import { calculatePayback } from "./payback";
import { type Convention, calculateNpv, discountFlows } from "./present-value";

export const OPTION_KINDS = ["keep", "improve", "outsourceOnshore", "outsourceNearshore", "outsourceOffshore"] as const;
export type OptionKind = (typeof OPTION_KINDS)[number];

export const LINE_CATEGORIES = [
  "currentCost",
  "vendorCharges",
  "retainedOrganization",
  "transition",
  "technology",
  "taxes",
  "indexation",
  "exit",
  "benefit",
] as const;
export type LineCategory = (typeof LINE_CATEGORIES)[number];

/** Amounts per year, the first one being year 0. All categories are costs, given as positive, except `benefit`. */
export type OptionLine = { category: LineCategory; amounts: Decimal[] };
export type CaseOption = { kind: OptionKind; name: string; lines: OptionLine[] };

/** `rate` is a fraction per year, `taxRate` one of savings; without it the figures are before tax. */
export type CaseSettings = { rate: Decimal; convention: Convention; taxRate?: Decimal | undefined };

export type OptionYear = {
  year: number;
  cost: Decimal;
  benefit: Decimal;
  /** Net cost of keeping the work as it is. */
  keepCost: Decimal;
  savings: Decimal;
  savingsAfterTax: Decimal;
  /** The year's flow (savings, after tax where a rate is given) at today's value. */
  discountedSavings: Decimal;
};

export type OptionSummary = {
  kind: OptionKind;
  years: OptionYear[];
  totalCost: Decimal;
  totalBenefit: Decimal;
  totalSavings: Decimal;
  totalSavingsAfterTax: Decimal;
  npv: Decimal;
  irr: InternalRate;
  payback: Decimal | null;
  discountedPayback: Decimal | null;
  /** A fraction; null when the option costs nothing. */
  returnOnInvestment: Decimal | null;
};

export function countYears(...options: CaseOption[]): number {
  return Math.max(0, ...options.flatMap((option) => option.lines.map((line) => line.amounts.length)));
}

function totalIn(option: CaseOption, year: number, isBenefit: boolean): Decimal {
  return option.lines
    .filter((line) => (line.category === "benefit") === isBenefit)
    .reduce((total, line) => total.plus(line.amounts[year] ?? ZERO), ZERO);
}

/** Costs less benefits of one year. */
export function netCost(option: CaseOption, year: number): Decimal {
  return totalIn(option, year, false).minus(totalIn(option, year, true));
}

/** (Σ benefits − Σ costs) ÷ Σ costs. Null when nothing is spent. */
export function calculateReturnOnInvestment(benefits: Decimal, costs: Decimal): Decimal | null {
  return costs.isZero() ? null : benefits.minus(costs).dividedBy(costs);
}

/**
 * One option beside "keep": savings = net cost of keep − net cost of the option, year by year. The flows that are
 * valued are these savings, after tax where a rate is given: a loss then lowers tax by the same rate. For the return on
 * investment the benefits are the option's own and the cost of keep that it avoids.
 */
export function summariseOption(option: CaseOption, keep: CaseOption, settings: CaseSettings): Worked<OptionSummary> {
  const count = countYears(option, keep);
  const rows = Array.from({ length: count }, (_, year) => {
    const cost = totalIn(option, year, false);
    const benefit = totalIn(option, year, true);
    const keepCost = netCost(keep, year);
    const savings = keepCost.minus(cost).plus(benefit);
    const savingsAfterTax = savings.times(ONE.minus(settings.taxRate ?? ZERO));
    return { year, cost, benefit, keepCost, savings, savingsAfterTax };
  });
  const flows = rows.map((row) => row.savingsAfterTax);
  const discounted = discountFlows(flows, settings.rate, settings.convention);
  const years = rows.map((row, index) => ({ ...row, discountedSavings: discounted[index] ?? ZERO }));
  const total = (pick: (year: OptionYear) => Decimal) => years.reduce((sum, year) => sum.plus(pick(year)), ZERO);
  const totalCost = total((year) => year.cost);
  const totalBenefit = total((year) => year.benefit);
  const npv = calculateNpv(flows, settings.rate, settings.convention);
  const irr = findInternalRate(flows);
  const payback = calculatePayback(flows);
  const discountedPayback = calculatePayback(discounted);
  const benefits = total((year) => year.keepCost).plus(totalBenefit);
  const returnOnInvestment = calculateReturnOnInvestment(benefits, totalCost);

  const steps: Step[] = rows.map((row) => ({
    label: `Year ${row.year}: keep ${row.keepCost.toFixed()} − cost ${row.cost.toFixed()} + benefit ${row.benefit.toFixed()}`,
    value: toDecimalText(row.savings),
  }));
  if (settings.taxRate) {
    steps.push({ label: "Tax taken off savings", value: `${settings.taxRate.times(HUNDRED).toFixed()} %` });
  }
  steps.push(...npv.steps, ...irr.steps);
  steps.push({ label: "Payback in years", value: payback ? toDecimalText(payback) : "never" });
  steps.push({
    label: "Discounted payback in years",
    value: discountedPayback ? toDecimalText(discountedPayback) : "never",
  });
  if (returnOnInvestment) {
    const label = `Return on investment = (${benefits.toFixed()} − ${totalCost.toFixed()}) ÷ ${totalCost.toFixed()}`;
    steps.push({ label, value: toDecimalText(returnOnInvestment) });
  }
  const result: OptionSummary = {
    kind: option.kind,
    years,
    totalCost,
    totalBenefit,
    totalSavings: total((year) => year.savings),
    totalSavingsAfterTax: total((year) => year.savingsAfterTax),
    npv: npv.result,
    irr: irr.result,
    payback,
    discountedPayback,
    returnOnInvestment,
  };
  return { result, steps };
}
