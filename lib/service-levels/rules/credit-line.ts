import { type Decimal, ONE, percentOf, toDecimalText, ZERO } from "@/lib/shared/decimal";
import { roundMoney, toMoney } from "@/lib/shared/money";
import type { Step } from "@/lib/shared/steps";
import { type Assessment, type Direction, isJudged } from "./attainment";
import { describeBand, findBand } from "./bands";
import { countMisses, MISS_WINDOW, poolRunLength } from "./failure-runs";
import type { GapScheme, PointsScheme, PoolScheme, Scheme, TiersScheme } from "./scheme";

/** The base of the credits of a period. */
export type CreditBase = { charges: Decimal; atRiskPercent: Decimal; currency: string };

/** A judged period, as the history of a service level keeps it. */
export type JudgedPeriod = Pick<Assessment, "state" | "value">;

/**
 * What a service level costs in a period, before the cap. `points` are those that count, repeats included; null
 * outside the points scheme. `credit` is rounded to the minor unit, and zero in the points scheme, where the period
 * as a whole is credited.
 */
export type CreditLine = { points: Decimal | null; multiplier: Decimal; credit: Decimal; steps: Step[] };

type Terms = { direction: Direction; expected: Decimal };

/** From this step on a working is about money, as both parties sign it; what stands before it judges the value. */
export const CHARGES_STEP = "Charges";

const NOTHING: CreditLine = { points: null, multiplier: ONE, credit: ZERO, steps: [] };

function showMoney(amount: Decimal, currency: string): string {
  return `${toMoney(amount, currency).amount} ${currency}`;
}

/** Charges × at risk × pool × allocation × multiplier. `history` is oldest first and ends with the period. */
export function creditFromPool(scheme: PoolScheme, history: readonly JudgedPeriod[], base: CreditBase): CreditLine {
  const states = history.map((period) => period.state);
  const run = poolRunLength(states, scheme.expectedMisses);
  if (run === 0) {
    if (states.at(-1) !== "belowExpected") return { ...NOTHING, steps: [{ label: "Failure", value: "no" }] };
    const misses = `${countMisses(states)} in the last ${MISS_WINDOW} periods, credited from ${scheme.expectedMisses} on`;
    return { ...NOTHING, steps: [{ label: "Misses of the expected level", value: misses }] };
  }
  const multiplier = scheme.multipliers[Math.min(run, scheme.multipliers.length) - 1] ?? ONE;
  const atRisk = percentOf(base.charges, base.atRiskPercent);
  const pool = percentOf(atRisk, scheme.poolPercent);
  const allocated = percentOf(pool, scheme.allocationPercent);
  // Exact until here: only the line itself is rounded.
  const credit = roundMoney(allocated.times(multiplier), base.currency);
  const show = (amount: Decimal) => showMoney(roundMoney(amount, base.currency), base.currency);
  const repeat = {
    label: `× ${describeRun(run)} ${toDecimalText(multiplier)}`,
    value: showMoney(credit, base.currency),
  };
  return {
    points: null,
    multiplier,
    credit,
    steps: [
      { label: "Failures in a row", value: String(run) },
      { label: CHARGES_STEP, value: show(base.charges) },
      { label: `× at risk ${toDecimalText(base.atRiskPercent)}\u00a0%`, value: show(atRisk) },
      { label: `× pool ${toDecimalText(scheme.poolPercent)}\u00a0%`, value: show(pool) },
      { label: `× allocation ${toDecimalText(scheme.allocationPercent)}\u00a0%`, value: show(allocated) },
      ...(multiplier.eq(ONE) ? [] : [repeat]),
    ],
  };
}

const ORDINALS = ["first", "second", "third", "fourth", "fifth", "sixth"];

function describeRun(run: number): string {
  return `${ORDINALS[run - 1] ?? `${run}th`} month in a row`;
}

/** Points of the band, times the repeat multiplier from the second failure of a run on. Failing is having points. */
export function pointsOf(scheme: PointsScheme, direction: Direction, history: readonly JudgedPeriod[]): CreditLine {
  const bandOf = (period: JudgedPeriod | undefined) =>
    !period || period.value === null || !isJudged(period.state)
      ? null
      : findBand(scheme.bands, direction, period.value);
  const band = bandOf(history.at(-1));
  if (!band) return { ...NOTHING, steps: [{ label: "Points", value: "none: the period is not judged" }] };
  const isRepeat = band.result.gt(0) && (bandOf(history.at(-2))?.result.gt(0) ?? false);
  const multiplier = isRepeat ? scheme.repeatMultiplier : ONE;
  const points = band.result.times(multiplier);
  const steps: Step[] = [
    { label: `Band: ${describeBand(band, direction)}`, value: `${toDecimalText(band.result)} points` },
  ];
  if (isRepeat)
    steps.push({
      label: "Failed in the period before too: points × repeat multiplier",
      value: `${band.result} × ${multiplier} = ${toDecimalText(points)} points`,
    });
  return { points, multiplier, credit: ZERO, steps };
}

/** The band's percent of the charges. */
export function creditFromTiers(
  scheme: TiersScheme,
  direction: Direction,
  value: Decimal,
  base: CreditBase,
): CreditLine {
  const band = findBand(scheme.bands, direction, value);
  const credit = roundMoney(percentOf(base.charges, band.result), base.currency);
  const steps = [
    { label: `Band: ${describeBand(band, direction)}`, value: `${toDecimalText(band.result)} % of charges` },
    { label: "Charges × percent", value: `${base.charges} × ${band.result} % = ${showMoney(credit, base.currency)}` },
  ];
  return { ...NOTHING, credit, steps };
}

/** Percent of the charges for the distance to the expected level: per full step, or in proportion. */
export function creditFromGap(scheme: GapScheme, terms: Terms, value: Decimal, base: CreditBase): CreditLine {
  const signed = terms.direction === "higher" ? terms.expected.minus(value) : value.minus(terms.expected);
  const distance = signed.gt(0) ? signed : ZERO;
  const steps: Step[] = [{ label: "Distance to the target", value: toDecimalText(distance) }];
  const count = scheme.step === null ? distance : distance.dividedToIntegerBy(scheme.step);
  if (scheme.step !== null)
    steps.push({ label: `Full steps of ${toDecimalText(scheme.step)}`, value: toDecimalText(count) });
  const percent = count.times(scheme.percentPerStep);
  const credit = roundMoney(percentOf(base.charges, percent), base.currency);
  steps.push(
    { label: scheme.step === null ? "Percent per point" : "Percent per step", value: `${scheme.percentPerStep} %` },
    { label: "Charges × percent", value: `${base.charges} × ${percent} % = ${showMoney(credit, base.currency)}` },
  );
  return { ...NOTHING, credit, steps };
}

/** The line of a service level in the last period of its history. A period that is not judged brings nothing. */
export function creditLine(
  scheme: Scheme,
  terms: Terms,
  history: readonly JudgedPeriod[],
  base: CreditBase,
): CreditLine {
  const current = history.at(-1);
  if (!current || current.value === null || !isJudged(current.state))
    return { ...NOTHING, steps: [{ label: "Credit", value: "none: the period is not judged" }] };
  switch (scheme.type) {
    case "pool":
      return creditFromPool(scheme, history, base);
    case "points":
      return pointsOf(scheme, terms.direction, history);
    case "tiers":
      return creditFromTiers(scheme, terms.direction, current.value, base);
    case "gap":
      return creditFromGap(scheme, terms, current.value, base);
  }
}
