import type { EpochMs, WallClock } from "./wall-clock";

/** `2026-03-04T14:00`, seconds and milliseconds if wanted, then nothing, `Z` or an offset. */
export const DATE_TIME_TEXT =
  /^(\d{4}-\d{2}-\d{2})T((?:[01]\d|2[0-3]):[0-5]\d)(?::([0-5]\d)(?:\.(\d{1,3}))?)?(Z|[+-](?:[01]\d|2[0-3]):[0-5]\d)?$/;

/** How a moment was written, so that an answer can be written alike. `offset` is null for wall-clock time. */
export type DateTimeForm = { offset: string | null; digits: "minutes" | "seconds" | "milliseconds" };

export type Moment = { instant: EpochMs; form: DateTimeForm };

const MINUTE_MS = 60_000;

function offsetMs(offset: string): number {
  if (offset === "Z") return 0;
  const [hours = 0, minutes = 0] = offset.slice(1).split(":").map(Number);
  return (offset.startsWith("-") ? -1 : 1) * (hours * 60 + minutes) * MINUTE_MS;
}

/** Null when the text is no date and time. Without an offset it is read from the wall clock. */
export function readMoment(text: string, clock: WallClock): Moment | null {
  const parts = DATE_TIME_TEXT.exec(text);
  if (!parts) return null;
  const [, date, time, seconds, fraction, offset] = parts;
  const wall = Date.parse(`${date}T${time}:${seconds ?? "00"}.${(fraction ?? "").padEnd(3, "0")}Z`);
  if (Number.isNaN(wall)) return null;
  const digits = fraction ? "milliseconds" : seconds ? "seconds" : "minutes";
  const instant = offset === undefined ? clock.toInstant(wall) : wall - offsetMs(offset);
  return { instant, form: { offset: offset ?? null, digits } };
}

/** Writes an instant in a form; more digits than the form has only where the instant needs them. */
export function writeMoment(instant: EpochMs, form: DateTimeForm, clock: WallClock): string {
  const wall = form.offset === null ? clock.toWall(instant) : instant + offsetMs(form.offset);
  const text = new Date(wall).toISOString();
  const length =
    form.digits === "milliseconds" || wall % 1000 !== 0
      ? 23
      : form.digits === "seconds" || wall % MINUTE_MS !== 0
        ? 19
        : 16;
  return text.slice(0, length) + (form.offset ?? "");
}
