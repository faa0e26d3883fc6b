const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** The time between two instants in words, in its largest unit: `in 3 days`. */
export function timeLeft(now: string, instant: string): string {
  const left = Date.parse(instant) - Date.parse(now);
  const [size, word] = left >= 2 * DAY ? [DAY, "day"] : left >= 2 * HOUR ? [HOUR, "hour"] : [MINUTE, "minute"];
  const count = Math.max(0, Math.floor(left / (size as number)));
  return `in ${count} ${word}${count === 1 ? "" : "s"}`;
}
