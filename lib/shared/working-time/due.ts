import { done, type Outcome, refuseFields } from "../outcome";
import type { DayNumber, Pause, WorkingCover } from "./calendar";
import { elapsedWorkingSeconds, runningBetween } from "./elapsed";
import { HORIZON, type Opening, openingsBetween } from "./openings";
import { type EpochMs, openWallClock, type WallClock } from "./wall-clock";

const DAY_MS = 86_400_000;

/** No due time: said at the caller's field `calendar` or `pauses`. */
function refuseNever(pauses: readonly Pause[], from: EpochMs) {
  const isPausedForGood = pauses.some((pause) => pause.to === null && pause.from < HORIZON);
  if (isPausedForGood)
    return refuseFields({ pauses: "The clock is paused and the pause has no end yet, so there is no due time." });
  const date = new Date(from).toISOString().slice(0, 10);
  return refuseFields({ calendar: `The calendar does not have that much working time from ${date} to the year 2300.` });
}

/**
 * The earliest instant at which that many working seconds have elapsed. A start outside hours counts from the next
 * opening; landing exactly on a closing time is due there; zero outside hours is due at the next opening.
 * `visit` sees each stretch that was used up, for the working.
 */
export function dueAfterWorkingSeconds(
  cover: WorkingCover,
  from: EpochMs,
  seconds: number,
  pauses: readonly Pause[] = [],
  visit: (used: Opening) => void = () => undefined,
): Outcome<EpochMs> {
  let left = Math.round(seconds * 1000);
  for (const stretch of runningBetween(cover, from, HORIZON, pauses)) {
    const length = stretch.end - stretch.start;
    if (left <= length) {
      visit({ start: stretch.start, end: stretch.start + left });
      return done(stretch.start + left);
    }
    visit(stretch);
    left -= length;
  }
  return refuseNever(pauses, from);
}

/** The openings of one local day: touching ones joined, so that an edge between them is no edge. */
function openingsOfDay(cover: WorkingCover, clock: WallClock, day: DayNumber): Opening[] {
  const joined: Opening[] = [];
  const start = clock.toInstant(day * DAY_MS);
  const end = clock.toInstant((day + 1) * DAY_MS);
  for (const opening of openingsBetween(cover, start, end)) {
    const last = joined.at(-1);
    if (last && last.end === opening.start) last.end = opening.end;
    else joined.push({ ...opening });
  }
  return joined;
}

function placeOnDay(openings: readonly Opening[], target: EpochMs): EpochMs {
  for (const opening of openings) {
    if (target < opening.start) return opening.start;
    // A closing time still belongs to the opening before it, as it does after a duration.
    if (target <= opening.end) return target;
  }
  return openings.at(-1)?.end ?? target;
}

/** The nth day after `day` with any opening: one walk over the openings, each seen as the local days it touches. */
function findWorkingDay(cover: WorkingCover, clock: WallClock, day: DayNumber, count: number): DayNumber | null {
  if (count === 0) return day;
  let left = count;
  let last = day;
  for (const opening of openingsBetween(cover, clock.toInstant((day + 1) * DAY_MS), HORIZON)) {
    const lastTouched = Math.floor(clock.toWall(opening.end - 1) / DAY_MS);
    for (let current = Math.floor(clock.toWall(opening.start) / DAY_MS); current <= lastTouched; current++) {
      if (current <= last) continue;
      last = current;
      left--;
      if (left === 0) return current;
    }
  }
  return null;
}

function firstOpening(cover: WorkingCover, from: EpochMs): EpochMs | null {
  for (const opening of openingsBetween(cover, from, HORIZON)) return opening.start;
  return null;
}

/**
 * The same wall-clock time on the nth following working day, days being counted in `timeZone`. A start outside hours
 * counts from the next opening. A time outside that day's openings moves to its next opening edge on that day, or to
 * its last closing; with `endOfDay` it is the last closing in any case. The part of the pauses that lies in working
 * time before the due time moves it on by as much working time.
 */
export function dueAfterWorkingDays(
  cover: WorkingCover,
  from: EpochMs,
  days: number,
  options: { timeZone: string; endOfDay?: boolean; pauses?: readonly Pause[] },
): Outcome<EpochMs> {
  const pauses = options.pauses ?? [];
  const clock = openWallClock(options.timeZone);
  const start = firstOpening(cover, from);
  if (start === null) return refuseNever([], from);

  const wall = clock.toWall(start);
  const startDay = Math.floor(wall / DAY_MS);
  const dueDay = findWorkingDay(cover, clock, startDay, days);
  if (dueDay === null) return refuseNever([], from);
  const openings = openingsOfDay(cover, clock, dueDay);

  const sameTime = days === 0 ? start : clock.toInstant(dueDay * DAY_MS + (wall - startDay * DAY_MS));
  const lastClosing = openings.at(-1)?.end ?? sameTime;
  const unpaused = options.endOfDay ? lastClosing : placeOnDay(openings, sameTime);

  const whole = elapsedWorkingSeconds(cover, start, unpaused);
  const paused = whole - elapsedWorkingSeconds(cover, start, unpaused, pauses);
  return paused === 0 ? done(unpaused) : dueAfterWorkingSeconds(cover, unpaused, paused, pauses);
}
