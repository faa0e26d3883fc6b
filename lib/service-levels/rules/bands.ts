import { type Decimal, d, toDecimalText, ZERO } from "@/lib/shared/decimal";
import { type Direction, reaches } from "./attainment";
import type { Band } from "./scheme";

/** The best band whose bound the value reaches; exactly at a bound belongs to that band. */
export function findBand(bands: readonly Band[], direction: Direction, value: Decimal): Band {
  const found = bands.find((band) => band.bound === null || reaches(direction, value, band.bound));
  return found ?? { bound: null, result: ZERO };
}

/** `99 or more`, `4 or less`, `the rest`. */
export function describeBand(band: Band, direction: Direction): string {
  if (band.bound === null) return "the rest";
  return `${toDecimalText(band.bound)} or ${direction === "higher" ? "more" : "less"}`;
}

/** The first band out of order: each bound must be strictly worse than the one before, and only the last is open. */
export function findBandOutOfOrder(bounds: readonly (string | null)[], direction: Direction): number | null {
  for (let index = 0; index < bounds.length; index++) {
    const bound = bounds[index] ?? null;
    const isLast = index === bounds.length - 1;
    if ((bound === null) !== isLast) return index;
    const previous = bounds[index - 1];
    if (bound === null || previous == null) continue;
    const isWorse = direction === "higher" ? d(bound).lt(previous) : d(bound).gt(previous);
    if (!isWorse) return index;
  }
  return null;
}

/** Points of a period → percent of the charges. The highest row reached; the last row is "or more"; below the first, none. */
export function findRow(table: readonly { points: Decimal; percent: Decimal }[], points: Decimal): Decimal {
  let percent = ZERO;
  for (const row of table) if (points.gte(row.points)) percent = row.percent;
  return percent;
}
