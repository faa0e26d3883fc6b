import { compileDatePattern } from "@/lib/exchange/csv/date-pattern";
import { openWallClock } from "@/lib/shared/working-time/wall-clock";

const QUARTER = 15 * 60_000;
const KEPT_TEXTS = 100_000;
const KEPT_QUARTERS = 500_000;
// Instants that PostgreSQL, a month as text and every calendar agree on.
const EARLIEST = Date.UTC(1900, 0, 1);
const LATEST = Date.UTC(2200, 0, 1);

/** A cell as the instant that COPY takes; null: it is no date by the pattern. */
export type InstantReader = {
  read(text: string): string | null;
  /** Months (`YYYY-MM`, in the reporting zone) in which instants fell so far. */
  months(): Set<string>;
};

/**
 * Reads wall-clock times of one zone (ambiguous: the earlier instant; skipped: forward). The offset is looked up once
 * per quarter of an hour on the wall clock, because every change of a clock happens on a quarter; a text that was read
 * before is remembered, because the rows of a case repeat their dates.
 */
export function openInstants(pattern: string, timeZone: string, reportingZone: string): InstantReader {
  const readDate = compileDatePattern(pattern);
  if (!readDate) throw new Error(`The date pattern ${pattern} was accepted although it is none.`);
  const clock = openWallClock(timeZone);
  const reporting = openWallClock(reportingZone);
  const offsets = new Map<number, number | null>();
  const texts = new Map<string, string | null>();
  const months = new Set<string>();
  const seenDays = new Set<number>();

  function toInstant(wall: number): number {
    const quarter = Math.floor(wall / QUARTER);
    let offset = offsets.get(quarter);
    if (offset === undefined) {
      const first = clock.toInstant(quarter * QUARTER) - quarter * QUARTER;
      const last = clock.toInstant(quarter * QUARTER + QUARTER - 1) - (quarter * QUARTER + QUARTER - 1);
      // Before clocks were set by law they did not keep to quarters: such times are asked for one by one.
      offset = first === last ? first : null;
      if (offsets.size >= KEPT_QUARTERS) offsets.clear();
      offsets.set(quarter, offset);
    }
    return offset === null ? clock.toInstant(wall) : wall + offset;
  }

  function noteMonth(instant: number): void {
    // A month begins at most a day from where it begins in UTC: the days around decide which instants are looked at.
    const hour = Math.floor(instant / 3_600_000);
    if (seenDays.has(hour)) return;
    seenDays.add(hour);
    for (const edge of [hour * 3_600_000, hour * 3_600_000 + 3_599_999])
      months.add(new Date(reporting.toWall(edge)).toISOString().slice(0, 7));
  }

  function convert(text: string): string | null {
    const date = readDate?.(text);
    if (!date) return null;
    const instant = date.isInstant ? date.wall : toInstant(date.wall);
    if (instant < EARLIEST || instant >= LATEST) return null;
    noteMonth(instant);
    return new Date(instant).toISOString();
  }

  return {
    read(text) {
      const known = texts.get(text);
      if (known !== undefined) return known;
      const converted = convert(text);
      if (texts.size >= KEPT_TEXTS) texts.clear();
      texts.set(text, converted);
      return converted;
    },
    months: () => months,
  };
}
