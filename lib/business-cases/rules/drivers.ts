import { type Decimal, d, HUNDRED, ONE } from "@/lib/shared/decimal";
import { type CaseOption, type CaseSettings, type LineCategory, summariseOption } from "./options";

export const DRIVER_KEYS = [
  "volume",
  "vendorPrice",
  "transitionCost",
  "attrition",
  "exchangeRate",
  "discountRate",
] as const;
export type DriverKey = (typeof DRIVER_KEYS)[number];

/** Low and high change in percent of the amounts; for the discount rate in percentage points of the rate. */
export type DriverRange = { driver: DriverKey; low: Decimal; high: Decimal };

/** What a driver moves: lines of the option and, where the cause is on our side, of keep as well. */
const EFFECTS: Record<Exclude<DriverKey, "discountRate">, { option: LineCategory[]; keep: LineCategory[] }> = {
  volume: { option: ["currentCost", "vendorCharges"], keep: ["currentCost"] },
  vendorPrice: { option: ["vendorCharges", "indexation"], keep: [] },
  transitionCost: { option: ["transition"], keep: [] },
  // People who leave during the handover are paid for in the organization that stays and in the transition.
  attrition: { option: ["retainedOrganization", "transition"], keep: [] },
  // A plan is in one currency; what is bought abroad is the vendor's work.
  exchangeRate: { option: ["vendorCharges"], keep: [] },
};

function scaleLines(option: CaseOption, categories: LineCategory[], factor: Decimal): CaseOption {
  const lines = option.lines.map((line) =>
    categories.includes(line.category)
      ? { ...line, amounts: line.amounts.map((amount) => amount.times(factor)) }
      : line,
  );
  return { ...option, lines };
}

export type Scenario = { option: CaseOption; keep: CaseOption; settings: CaseSettings };

/** The case with one driver moved by `change`. */
export function moveDriver(scenario: Scenario, driver: DriverKey, change: Decimal): Scenario {
  const share = change.dividedBy(HUNDRED);
  if (driver === "discountRate") {
    return { ...scenario, settings: { ...scenario.settings, rate: scenario.settings.rate.plus(share) } };
  }
  const effect = EFFECTS[driver];
  const factor = ONE.plus(share);
  return {
    ...scenario,
    option: scaleLines(scenario.option, effect.option, factor),
    keep: scaleLines(scenario.keep, effect.keep, factor),
  };
}

export type TornadoBar = { driver: DriverKey; lowNpv: Decimal; highNpv: Decimal; range: Decimal };

/** Net present value with each driver at its low and its high end, the others unmoved; the widest range first. */
export function buildTornado(scenario: Scenario, ranges: DriverRange[]): TornadoBar[] {
  const npvAt = (driver: DriverKey, change: Decimal) => {
    const moved = moveDriver(scenario, driver, change);
    return summariseOption(moved.option, moved.keep, moved.settings).result.npv;
  };
  const bars = ranges.map(({ driver, low, high }) => {
    const lowNpv = npvAt(driver, low);
    const highNpv = npvAt(driver, high);
    return { driver, lowNpv, highNpv, range: highNpv.minus(lowNpv).abs() };
  });
  return bars.sort((a, b) => b.range.comparedTo(a.range));
}

/** The categories that a driver moves, on either side. */
export function driverEffect(driver: Exclude<DriverKey, "discountRate">) {
  return EFFECTS[driver];
}

export const DEFAULT_RANGES: DriverRange[] = [
  { driver: "volume", low: d(-20), high: d(20) },
  { driver: "vendorPrice", low: d(-10), high: d(15) },
  { driver: "transitionCost", low: d(-10), high: d(50) },
  { driver: "attrition", low: d(-10), high: d(30) },
  { driver: "exchangeRate", low: d(-10), high: d(10) },
  { driver: "discountRate", low: d(-2), high: d(3) },
];
