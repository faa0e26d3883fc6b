import { type Decimal, d, HUNDRED, toDecimalText } from "@/lib/shared/decimal";
import type { Step, Worked } from "@/lib/shared/steps";
import type { Level } from "./attainment";

export type BudgetInput = {
  /** In percent. Higher is better: the share of units that went well. Lower is better: the share that failed. */
  level: Level;
  /** Units and failing units of this period until now. */
  volume: Decimal;
  failing: Decimal;
  /** Units that the whole period is expected to have; never less than the volume so far. */
  forecast: Decimal;
};

export type Budget = {
  /** Failing units that the whole period may have, and how many of them are left; negative: already missed. */
  minimum: { allowed: Decimal; left: Decimal };
  expected: { allowed: Decimal; left: Decimal };
};

/** The most failing units with which a level of `bound` percent is still reached, rounding of the contract included. */
function allowedFailures(level: Level, bound: Decimal, units: Decimal): Decimal {
  const half = level.decimals === null ? d(0) : d(10).pow(-level.decimals).dividedBy(2);
  if (level.direction === "higher") {
    // A value that is rounded reaches the bound from half a digit below it, and half is rounded up.
    const needed = level.decimals === null ? bound : bound.toDecimalPlaces(level.decimals, 0).minus(half);
    return units.times(HUNDRED.minus(needed)).dividedBy(HUNDRED).floor();
  }
  if (level.decimals === null) return units.times(bound).dividedBy(HUNDRED).floor();
  // Half a digit above the bound is rounded away from it, so that very value is too much already.
  const tooMuch = bound.toDecimalPlaces(level.decimals, 1).plus(half);
  return units.times(tooMuch).dividedBy(HUNDRED).ceil().minus(1);
}

/** How many more failing units the period can bear before the minimum, and the expected level, is missed. */
export function errorBudget(input: BudgetInput): Worked<Budget> {
  const units = input.forecast.lt(input.volume) ? input.volume : input.forecast;
  const steps: Step[] = [
    { label: "Units so far, failing so far", value: `${toDecimalText(input.volume)}, ${toDecimalText(input.failing)}` },
    { label: "Units forecast for the period", value: toDecimalText(units) },
  ];
  const bear = (name: string, bound: Decimal) => {
    const free = allowedFailures(input.level, bound, units);
    const allowed = free.lt(0) ? d(0) : free.gt(units) ? units : free;
    const left = allowed.minus(input.failing);
    const verdict = left.lt(0) ? `missed by ${toDecimalText(left.negated())}` : `${toDecimalText(left)} left`;
    steps.push({
      label: `Failing units that ${name} ${toDecimalText(bound)} % allows`,
      value: `${toDecimalText(allowed)}: ${verdict}`,
    });
    return { allowed, left };
  };
  return {
    result: { minimum: bear("the minimum", input.level.minimum), expected: bear("the expected", input.level.expected) },
    steps,
  };
}
