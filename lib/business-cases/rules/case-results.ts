import { type Decimal, d, HUNDRED, ONE, roundTo, sum, toDecimalText, ZERO } from "@/lib/shared/decimal";
import type { Step } from "@/lib/shared/steps";
import { buildTornado, DEFAULT_RANGES, type DriverKey, type TornadoBar } from "./drivers";
import {
  type CaseOption,
  type CaseSettings,
  LINE_CATEGORIES,
  type LineCategory,
  type OptionKind,
  summariseOption,
} from "./options";
import type { Convention } from "./present-value";

/** A case as it is stored and sent: decimals as text, rates in percent, an empty year as null. */
export type CaseFigures = {
  discountRate: string;
  convention: Convention;
  taxRate: string | null;
  years: number;
  options: CaseOptionFigures[];
};
export type CaseOptionFigures = {
  id: string;
  name: string;
  kind: OptionKind;
  lines: { category: LineCategory; amounts: readonly (string | null)[] }[];
};

export type OptionResult = {
  id: string;
  name: string;
  kind: OptionKind;
  totalCost: string;
  totalBenefit: string;
  totalSavings: string;
  npv: string;
  irr: { status: "unique" | "none" | "several"; values: string[] };
  payback: string | null;
  discountedPayback: string | null;
  returnOnInvestment: string | null;
  steps: Step[];
};

export function toOption(option: CaseOptionFigures, years: number): CaseOption {
  const lines = option.lines.map((line) => ({
    category: line.category,
    amounts: Array.from({ length: years }, (_, year) => d(line.amounts[year] ?? "0")),
  }));
  return { kind: option.kind, name: option.name, lines };
}

export function toSettings(figures: Pick<CaseFigures, "discountRate" | "convention" | "taxRate">): CaseSettings {
  return {
    rate: d(figures.discountRate).dividedBy(HUNDRED),
    convention: figures.convention,
    taxRate: figures.taxRate === null ? undefined : d(figures.taxRate).dividedBy(HUNDRED),
  };
}

/** The option that the others are measured against; a case without one has nothing to compare with. */
export function findKeep<Option extends { kind: OptionKind }>(options: readonly Option[]): Option | null {
  return options.find((option) => option.kind === "keep") ?? null;
}

function textOrNull(value: Decimal | null): string | null {
  return value && toDecimalText(value);
}

/** Every option beside "keep" with its figures and their working; empty without a "keep" option. */
export function calculateCase(figures: CaseFigures): OptionResult[] {
  const kept = findKeep(figures.options);
  if (!kept) return [];
  const keep = toOption(kept, figures.years);
  const settings = toSettings(figures);
  return figures.options.map((option) => {
    const { result, steps } = summariseOption(toOption(option, figures.years), keep, settings);
    return {
      id: option.id,
      name: option.name,
      kind: option.kind,
      totalCost: toDecimalText(result.totalCost.minus(result.totalBenefit)),
      totalBenefit: toDecimalText(result.totalBenefit),
      totalSavings: toDecimalText(result.totalSavings),
      npv: toDecimalText(result.npv),
      irr: { status: result.irr.status, values: result.irr.values.map((value) => toDecimalText(value)) },
      payback: textOrNull(result.payback),
      discountedPayback: textOrNull(result.discountedPayback),
      returnOnInvestment: textOrNull(result.returnOnInvestment),
      steps,
    };
  });
}

/** Net cost of one option per year, and in all. */
export function totalOption(
  option: Pick<CaseOptionFigures, "lines">,
  years: number,
): { years: Decimal[]; total: Decimal } {
  const perYear = Array.from({ length: years }, (_, year) =>
    sum(
      option.lines.map((line) => {
        const amount = d(line.amounts[year] ?? "0");
        return line.category === "benefit" ? amount.negated() : amount;
      }),
    ),
  );
  return { years: perYear, total: sum(perYear) };
}

export type WaterfallChange = { category: LineCategory; change: Decimal };

/** From the cost of keeping to the cost of an option, category by category; those without a change are left out. */
export function buildWaterfall(
  option: CaseOptionFigures,
  keep: CaseOptionFigures,
  years: number,
): { from: Decimal; changes: WaterfallChange[]; to: Decimal } {
  const totalOf = (of: CaseOptionFigures, category: LineCategory) =>
    totalOption({ lines: of.lines.filter((line) => line.category === category) }, years).total;
  const changes = LINE_CATEGORIES.map((category) => ({
    category,
    change: totalOf(option, category).minus(totalOf(keep, category)),
  })).filter(({ change }) => !change.isZero());
  return { from: totalOption(keep, years).total, changes, to: totalOption(option, years).total };
}

export type Sensitivity = { driver: DriverKey; low: string; high: string; lowNpv: string; highNpv: string };

/** How the net present value of an option moves with each driver, the widest first; drivers without effect left out. */
export function listSensitivity(figures: CaseFigures, optionId: string): Sensitivity[] {
  const kept = findKeep(figures.options);
  const chosen = figures.options.find((option) => option.id === optionId);
  if (!kept || !chosen || chosen.kind === "keep") return [];
  const scenario = {
    option: toOption(chosen, figures.years),
    keep: toOption(kept, figures.years),
    settings: toSettings(figures),
  };
  // A rate of −100 % has no present value: near it the low end of the discount rate is left out.
  const ranges = DEFAULT_RANGES.filter(
    (range) =>
      range.driver !== "discountRate" || ONE.plus(scenario.settings.rate).plus(range.low.dividedBy(HUNDRED)).gt(ZERO),
  );
  const found = new Map(ranges.map((range) => [range.driver, range]));
  return buildTornado(scenario, ranges)
    .filter((bar: TornadoBar) => !bar.range.isZero())
    .map((bar) => ({
      driver: bar.driver,
      low: found.get(bar.driver)?.low.toFixed() ?? "",
      high: found.get(bar.driver)?.high.toFixed() ?? "",
      lowNpv: toDecimalText(roundTo(bar.lowNpv, 2)),
      highNpv: toDecimalText(roundTo(bar.highNpv, 2)),
    }));
}
