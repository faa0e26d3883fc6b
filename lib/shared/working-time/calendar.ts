import type { EpochMs } from "./wall-clock";

export type Weekday = "mon" | "tue" | "wed" | "thu" | "fri" | "sat" | "sun";

/** An opening of one day, in minutes after midnight on the wall clock; `end` may be 1440, which is 24:00. */
export type DayInterval = { start: number; end: number };

/** A calendar day as the number of days since 1970-01-01, whatever the zone. */
export type DayNumber = number;

/**
 * When work is done. A weekday that is absent is closed; a holiday is closed; a special day has its own openings and
 * wins over a holiday on the same date, because it says more.
 */
export type WorkingCalendar = {
  timeZone: string;
  hours: Partial<Record<Weekday, readonly DayInterval[]>>;
  holidays: ReadonlySet<DayNumber>;
  specialDays: ReadonlyMap<DayNumber, readonly DayInterval[]>;
};

/** A calendar on the days from `from` until before `until`, both counted in its own zone. Null: without an end. */
export type EffectiveCalendar = { calendar: WorkingCalendar; from: DayNumber | null; until: DayNumber | null };

/** Work is done whenever one of the calendars is open: several sites, several versions, or both. */
export type WorkingCover = readonly EffectiveCalendar[];

/** Time in which the clock stands still. `to` is null while the pause lasts. */
export type Pause = { from: EpochMs; to: EpochMs | null };

const DAY_MS = 86_400_000;
const WEEKDAYS: readonly Weekday[] = ["thu", "fri", "sat", "sun", "mon", "tue", "wed"]; // 1970-01-01 was a Thursday.

export function toDayNumber(date: string): DayNumber {
  const [year = 1970, month = 1, day = 1] = date.split("-").map(Number);
  return Date.UTC(year, month - 1, day) / DAY_MS;
}

export function toDateText(day: DayNumber): string {
  return new Date(day * DAY_MS).toISOString().slice(0, 10);
}

export function weekdayOf(day: DayNumber): Weekday {
  return WEEKDAYS[((day % 7) + 7) % 7] ?? "mon";
}

/** `toMinutes("24:00")` is 1440. */
export function toMinutes(time: string): number {
  const [hours = 0, minutes = 0] = time.split(":").map(Number);
  return hours * 60 + minutes;
}

/** What people write down: times as `HH:mm`, dates as `YYYY-MM-DD`. */
export type CalendarText = {
  timeZone: string;
  hours: Partial<Record<Weekday, readonly (readonly [string, string])[]>>;
  holidays?: readonly string[];
  specialDays?: Readonly<Record<string, readonly (readonly [string, string])[]>>;
};

export function readCalendar(text: CalendarText): WorkingCalendar {
  const readDay = (openings: readonly (readonly [string, string])[]) =>
    openings.map(([start, end]) => ({ start: toMinutes(start), end: toMinutes(end) }));
  const hours: Partial<Record<Weekday, readonly DayInterval[]>> = {};
  for (const weekday of WEEKDAYS) {
    const openings = text.hours[weekday];
    if (openings) hours[weekday] = readDay(openings);
  }
  return {
    timeZone: text.timeZone,
    hours,
    holidays: new Set((text.holidays ?? []).map(toDayNumber)),
    specialDays: new Map(
      Object.entries(text.specialDays ?? {}).map(([date, day]) => [toDayNumber(date), readDay(day)]),
    ),
  };
}

/** One calendar, always in force. */
export function coverOf(calendar: WorkingCalendar): WorkingCover {
  return [{ calendar, from: null, until: null }];
}

/** Open whenever one of the sites is: follow-the-sun. */
export function coverOfSites(covers: readonly WorkingCover[]): WorkingCover {
  return covers.flat();
}

/** A calendar that changes: each version is in force from its date until the next one's. The first may be null. */
export function coverOfVersions(
  versions: readonly { effectiveFrom: string | null; calendar: WorkingCalendar }[],
): WorkingCover {
  const inOrder = versions
    .map(({ calendar, effectiveFrom }) => ({
      calendar,
      from: effectiveFrom === null ? null : toDayNumber(effectiveFrom),
    }))
    .sort((a, b) => (a.from ?? Number.NEGATIVE_INFINITY) - (b.from ?? Number.NEGATIVE_INFINITY));
  return inOrder.map((version, index) => ({ ...version, until: inOrder[index + 1]?.from ?? null }));
}

/** The openings of one day as the calendar states them, before they become instants. */
export function intervalsOn(effective: EffectiveCalendar, day: DayNumber): readonly DayInterval[] {
  const { calendar, from, until } = effective;
  if ((from !== null && day < from) || (until !== null && day >= until)) return [];
  const special = calendar.specialDays.get(day);
  if (special) return special;
  return calendar.holidays.has(day) ? [] : (calendar.hours[weekdayOf(day)] ?? []);
}
