import { type Decimal, roundTo, toDecimalText } from "@/lib/shared/decimal";
import { countOf, type Step } from "@/lib/shared/steps";

/** Whether more or less is better: a share of solved cases, a time to answer. */
export type Direction = "higher" | "lower";

/** The levels of a contract. `decimals`: the contract rounds the value to so many before it compares; null: it does not. */
export type Level = { direction: Direction; expected: Decimal; minimum: Decimal; decimals: number | null };

export const ATTAINMENTS = [
  "met",
  "belowExpected",
  "belowMinimum",
  "missing",
  "insufficientVolume",
  "excused",
  "grace",
] as const;

export type Attainment = (typeof ATTAINMENTS)[number];

/** What is known of a service level in a period, before it is judged. */
export type Observation = {
  value: Decimal | null;
  /** Cases behind the value, and how many the contract asks for; left out where it asks for none. */
  volume?: Decimal;
  minimumVolume?: Decimal | null;
  /** An exclusion was approved for the period. */
  isExcused?: boolean;
  /** The service level does not count yet. */
  isInGrace?: boolean;
};

/** `value` is the one that was compared: rounded where the contract rounds. */
export type Assessment = { state: Attainment; value: Decimal | null; steps: Step[] };

/** True when the value is at the level or on its better side. */
export function reaches(direction: Direction, value: Decimal, level: Decimal): boolean {
  return direction === "higher" ? value.gte(level) : value.lte(level);
}

/** Exactly at a level meets it. The value is already rounded. */
export function compareWithLevel(
  level: Pick<Level, "direction" | "expected" | "minimum">,
  value: Decimal,
): "met" | "belowExpected" | "belowMinimum" {
  if (reaches(level.direction, value, level.expected)) return "met";
  return reaches(level.direction, value, level.minimum) ? "belowExpected" : "belowMinimum";
}

/** The value as the contract sees it. */
export function roundForContract(value: Decimal, decimals: number | null): Decimal {
  return decimals === null ? value : roundTo(value, decimals);
}

const SENTENCES: Record<Attainment, string> = {
  met: "at or better than expected",
  belowExpected: "worse than expected, not worse than the minimum",
  belowMinimum: "worse than the minimum",
  missing: "no data: neither met nor failed",
  insufficientVolume: "fewer cases than the minimum volume: shown, not credited",
  excused: "excused by an approved exclusion",
  grace: "within the grace period: does not count yet",
};

/**
 * Judges a period. Grace and an approved exclusion come before the figure, missing data before the volume, and the
 * contract's rounding before the comparison.
 */
export function assess(level: Level, observation: Observation): Assessment {
  const { value, volume, minimumVolume } = observation;
  const rounded = value === null ? null : roundForContract(value, level.decimals);
  const steps: Step[] = [{ label: "Value", value: value === null ? "none" : toDecimalText(value) }];
  if (rounded !== null && level.decimals !== null)
    steps.push({ label: `Rounded to ${countOf(level.decimals, "decimal")}`, value: rounded.toFixed(level.decimals) });
  const better = level.direction === "higher" ? "higher is better" : "lower is better";
  steps.push({
    label: "Expected, minimum",
    value: `${toDecimalText(level.expected)}, ${toDecimalText(level.minimum)} (${better})`,
  });

  let state: Attainment;
  if (observation.isInGrace) state = "grace";
  else if (observation.isExcused) state = "excused";
  else if (rounded === null) state = "missing";
  else if (volume && minimumVolume && volume.lt(minimumVolume)) state = "insufficientVolume";
  else state = compareWithLevel(level, rounded);
  if (state === "insufficientVolume" && volume && minimumVolume)
    steps.push({ label: "Cases, at least", value: `${toDecimalText(volume)}, ${toDecimalText(minimumVolume)}` });
  return { state, value: rounded, steps: [...steps, { label: "Attainment", value: SENTENCES[state] }] };
}

/** Only these states say something about the service; in the others there is no credit and no point. */
export function isJudged(state: Attainment): boolean {
  return state === "met" || state === "belowExpected" || state === "belowMinimum";
}
