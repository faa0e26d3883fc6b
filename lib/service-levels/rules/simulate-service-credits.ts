import { type Decimal, d, toDecimalText, ZERO } from "@/lib/shared/decimal";
import { type Money, toMoney } from "@/lib/shared/money";
import type { Step } from "@/lib/shared/steps";
import type { ServiceCreditSimulation, ServiceCreditSimulationResult } from "../simulation-schema";
import { assess, type Level } from "./attainment";
import { type CreditedPeriod, type EarnBackTerms, earnBack } from "./earn-back";
import { creditPeriod, type PeriodCredits } from "./period-credits";
import { readScheme, type Scheme } from "./scheme";
import { leftOfYearlyCap } from "./yearly-cap";

type SimulatedPeriod = ServiceCreditSimulationResult["periods"][number];
type SimulatedLine = SimulatedPeriod["lines"][number];
type SimulatedLevel = Level & { id: string; scheme: Scheme; history: CreditedPeriod[] };

function readLevels(input: ServiceCreditSimulation): SimulatedLevel[] {
  return input.serviceLevels.map((level) => ({
    id: level.id,
    direction: level.direction,
    expected: d(level.expected),
    minimum: d(level.minimum),
    decimals: level.decimals,
    scheme: readScheme(level.scheme),
    history: [],
  }));
}

function yearOf(period: string): string {
  return period.slice(0, 4);
}

/** What the request plans for a calendar year: the sum of the charges that it has for it. */
function plannedYears(input: ServiceCreditSimulation, charges: readonly Decimal[]): Map<string, Decimal> {
  const years = new Map<string, Decimal>();
  input.periods.forEach(({ period }, index) => {
    const year = yearOf(period);
    years.set(year, (years.get(year) ?? ZERO).plus(charges[index] ?? ZERO));
  });
  return years;
}

function readEarnBack(input: ServiceCreditSimulation): EarnBackTerms | null {
  const terms = input.earnBack;
  if (!terms) return null;
  return terms.type === "allMet"
    ? { type: "allMet", periods: terms.periods }
    : { type: "meanAtLeast", periods: terms.periods, target: d(terms.target) };
}

function label(prefix: string, steps: readonly Step[]): Step[] {
  return steps.map((step) => ({ ...step, label: `${prefix}: ${step.label}` }));
}

/** The service-credit simulator: the very rules of a month's close, over the periods that the caller brings. */
export function simulateServiceCredits(input: ServiceCreditSimulation): ServiceCreditSimulationResult {
  const money = (amount: Decimal) => toMoney(amount, input.currency);
  const levels = readLevels(input);
  const charges = input.periods.map((period) => d(period.charges ?? input.charges ?? "0"));
  const planned = plannedYears(input, charges);
  const capPercent = input.yearlyCapPercent === null ? null : d(input.yearlyCapPercent);
  const pointsTable = (input.pointsTable ?? []).map(([points, percent]) => ({
    points: d(points),
    percent: d(percent),
  }));
  const taken = new Map<string, Decimal>();
  const steps: Step[] = [];

  const periods = input.periods.map(({ period, values }, index): SimulatedPeriod => {
    const year = yearOf(period);
    const takenBefore = taken.get(year) ?? ZERO;
    for (const level of levels) {
      const text = Object.hasOwn(values, level.id) ? values[level.id] : null;
      const { state, value, steps: working } = assess(level, { value: text == null ? null : d(text) });
      level.history.push({ period, state, value, credit: ZERO });
      steps.push(...label(`${period} ${level.id}`, working));
    }
    const credits = creditPeriod(levels, {
      charges: charges[index] ?? ZERO,
      atRiskPercent: d(input.atRiskPercent),
      currency: input.currency,
      pointsTable,
      leftOfYear: capPercent
        ? leftOfYearlyCap(
            { basis: "plannedYear", percent: capPercent, yearlyValue: planned.get(year) ?? ZERO },
            { chargesToDate: ZERO, taken: takenBefore, currency: input.currency },
          )
        : null,
    });
    taken.set(year, takenBefore.plus(credits.total));
    for (const line of credits.lines) steps.push(...label(`${period} ${line.id}`, line.steps));
    steps.push(...label(period, credits.steps));
    return { period, ...describePeriod(levels, credits, money) };
  });

  const terms = readEarnBack(input);
  const returned = levels.flatMap((level) => {
    if (!terms) return [];
    const decisions = earnBack(terms, level.direction, level.history);
    for (const decision of decisions) steps.push(...label(`Earn-back ${level.id}`, decision.steps));
    return decisions.flatMap(({ state, decidedIn, amount }) =>
      state === "returned" && decidedIn ? [{ period: decidedIn, serviceLevel: level.id, amount: money(amount) }] : [],
    );
  });
  returned.sort((a, b) => (a.period < b.period ? -1 : a.period > b.period ? 1 : 0));
  return { periods, earnedBack: returned, steps };
}

function describeValue(value: Decimal | null, decimals: number | null): string | null {
  if (value === null) return null;
  return decimals === null ? toDecimalText(value) : value.toFixed(decimals);
}

/** The answer's shape; also notes in each history what was taken, for the earn-back. */
function describePeriod(
  levels: readonly SimulatedLevel[],
  credits: PeriodCredits,
  money: (amount: Decimal) => Money,
): Omit<SimulatedPeriod, "period"> {
  const lines = levels.map((level, index): SimulatedLine => {
    const current = level.history.at(-1);
    const line = credits.lines[index];
    if (current && line) current.credit = line.credit;
    const value = current?.value ?? null;
    return {
      serviceLevel: level.id,
      value: describeValue(value, level.decimals),
      status: current?.state ?? "missing",
      points: line?.points ? toDecimalText(line.points) : null,
      multiplier: toDecimalText(line?.multiplier ?? d(1)),
      credit: money(line?.credit ?? ZERO),
    };
  });
  return {
    lines,
    points: toDecimalText(credits.points),
    pointsCredit: money(credits.pointsCredit),
    total: money(credits.total),
    cap: money(credits.cap),
    capped: credits.isCapped,
  };
}
