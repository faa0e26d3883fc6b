import { intervalsOn, type Pause, type WorkingCover } from "./calendar";
import { type EpochMs, openWallClock, type WallClock } from "./wall-clock";

/** A stretch of working time: from `start` until before `end`. */
export type Opening = { start: EpochMs; end: EpochMs };

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;
const CHUNK_DAYS = 7;

/** No calendar is asked about later times than this: what has not happened by 2300 is refused as never happening. */
export const HORIZON: EpochMs = Date.UTC(2300, 0, 1);

/** Sorted and without overlap; what touches stays apart. */
function mergeOverlaps(openings: Opening[]): Opening[] {
  openings.sort((a, b) => a.start - b.start);
  const merged: Opening[] = [];
  for (const opening of openings) {
    const last = merged.at(-1);
    if (last && opening.start <= last.end) last.end = Math.max(last.end, opening.end);
    else merged.push({ ...opening });
  }
  return merged;
}

/**
 * The openings of a cover inside [from, to), in order and never overlapping. Both edges of an opening are wall-clock
 * times and follow the rule for those: ambiguous takes the earlier offset, skipped moves forward. One that runs over
 * a clock change is therefore as long as it really was.
 */
export function* openingsBetween(cover: WorkingCover, from: EpochMs, to: EpochMs): Generator<Opening> {
  const end = Math.min(to, HORIZON);
  const clocks = new Map<string, WallClock>();
  for (const { calendar } of cover) clocks.set(calendar.timeZone, openWallClock(calendar.timeZone));

  for (let chunk = from; chunk < end; chunk += CHUNK_DAYS * DAY_MS) {
    const chunkEnd = Math.min(chunk + CHUNK_DAYS * DAY_MS, end);
    const found: Opening[] = [];
    for (const effective of cover) {
      const clock = clocks.get(effective.calendar.timeZone);
      if (!clock) continue;
      // A day more on each side: an opening may begin before the chunk, and clock changes shift its edges.
      const firstDay = Math.floor(clock.toWall(chunk) / DAY_MS) - 1;
      const lastDay = Math.floor(clock.toWall(chunkEnd) / DAY_MS) + 1;
      for (let day = firstDay; day <= lastDay; day++) {
        const intervals = intervalsOn(effective, day);
        if (intervals.length === 0 || !clock.hasDay(day)) continue;
        for (const interval of intervals) {
          const start = Math.max(clock.toInstant(day * DAY_MS + interval.start * MINUTE_MS), chunk);
          const stop = Math.min(clock.toInstant(day * DAY_MS + interval.end * MINUTE_MS), chunkEnd);
          if (start < stop) found.push({ start, end: stop });
        }
      }
    }
    yield* mergeOverlaps(found);
  }
}

/** Pauses in order, without overlap, clipped to begin no earlier than `start`. */
export function settlePauses(pauses: readonly Pause[], start: EpochMs): Opening[] {
  const clipped = pauses
    .map((pause) => ({ start: Math.max(pause.from, start), end: pause.to ?? Number.POSITIVE_INFINITY }))
    .filter((pause) => pause.start < pause.end);
  return mergeOverlaps(clipped);
}

/** The openings without what the pauses (sorted, disjoint) take away. */
export function* withoutPauses(openings: Iterable<Opening>, pauses: readonly Opening[]): Generator<Opening> {
  let next = 0;
  for (const opening of openings) {
    let start = opening.start;
    while (next < pauses.length && (pauses[next]?.end ?? 0) <= start) next++;
    for (let index = next; index < pauses.length && start < opening.end; index++) {
      const pause = pauses[index];
      if (!pause || pause.start >= opening.end) break;
      if (pause.start > start) yield { start, end: pause.start };
      start = Math.max(start, pause.end);
    }
    if (start < opening.end) yield { start, end: opening.end };
  }
}
