/** An instant as milliseconds since 1970-01-01T00:00Z. */
export type EpochMs = number;

/** A date and time on the wall clock, as the milliseconds that an instant in UTC with the same digits would have. */
export type WallMs = number;

/**
 * Translates between wall clock and instants in one zone. An ambiguous wall time takes the earlier offset, a skipped
 * one moves forward by the length of the gap.
 */
export type WallClock = {
  toInstant(wall: WallMs): EpochMs;
  toWall(instant: EpochMs): WallMs;
  /** False for a date that the zone left out altogether (Samoa had no 30 December 2011). */
  hasDay(day: number): boolean;
};

const DAY_MS = 86_400_000;
// No zone has ever moved its clock by more than a day, so this far from a change plain arithmetic is right.
const MARGIN_MS = 2 * DAY_MS;

function zonedAt(instant: EpochMs, timeZone: string): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(timeZone);
}

/** Between two changes of the clock the offset is constant: it is looked up once and then only added. */
export function openWallClock(timeZone: string): WallClock {
  let offset = 0;
  let runStart = Number.POSITIVE_INFINITY;
  let runEnd = Number.NEGATIVE_INFINITY;

  function lookUp(instant: EpochMs): void {
    const zoned = zonedAt(instant, timeZone);
    const next = zoned.getTimeZoneTransition("next");
    // "previous" is strictly before, so ask from just after: a change at this very instant begins the run.
    const previous = zoned.add({ milliseconds: 1 }).getTimeZoneTransition("previous");
    offset = Math.round(zoned.offsetNanoseconds / 1_000_000);
    runStart = previous?.epochMilliseconds ?? Number.NEGATIVE_INFINITY;
    runEnd = next?.epochMilliseconds ?? Number.POSITIVE_INFINITY;
  }

  function offsetAt(instant: EpochMs): number {
    if (instant < runStart || instant >= runEnd) lookUp(instant);
    return offset;
  }

  function isFarFromChange(wall: WallMs): boolean {
    offsetAt(wall);
    return wall - MARGIN_MS >= runStart && wall + MARGIN_MS < runEnd;
  }

  return {
    toInstant(wall) {
      if (isFarFromChange(wall)) return wall - offset;
      const plain = Temporal.Instant.fromEpochMilliseconds(wall).toZonedDateTimeISO("UTC").toPlainDateTime();
      return plain.toZonedDateTime(timeZone, { disambiguation: "compatible" }).epochMilliseconds;
    },
    toWall: (instant) => instant + offsetAt(instant),
    hasDay(day) {
      const wall = day * DAY_MS;
      if (isFarFromChange(wall)) return true;
      const date = Temporal.Instant.fromEpochMilliseconds(wall).toZonedDateTimeISO("UTC").toPlainDate();
      return date.toZonedDateTime(timeZone).toPlainDate().equals(date);
    },
  };
}
