import { done, type Outcome, refuseFields } from "../outcome";
import { countOf, type Step } from "../steps";
import { coverOf, type Pause, readCalendar, type WorkingCover } from "./calendar";
import { type DateTimeForm, type Moment, readMoment, writeMoment } from "./date-time-text";
import { dueAfterWorkingDays, dueAfterWorkingSeconds } from "./due";
import { elapsedWorkingSeconds, runningBetween } from "./elapsed";
import type { Opening } from "./openings";
import type { WorkingTimeSimulation, WorkingTimeSimulationResult } from "./simulation-schema";
import { type EpochMs, openWallClock, type WallClock } from "./wall-clock";

/** Longer workings are summed up in one line: nobody reads a thousand days aloud. */
const MOST_STRETCHES = 100;

function describeDuration(seconds: number): string {
  const hours = Math.floor(seconds / 3600);
  const minutes = Math.floor((seconds % 3600) / 60);
  const rest = Math.round((seconds % 60) * 1000) / 1000;
  const parts = [hours && `${hours} h`, minutes && `${minutes} min`, (rest || seconds === 0) && `${rest} s`];
  return parts.filter(Boolean).join(" ");
}

/** Collects the stretches in which the clock ran, as lines. */
function noteStretches(write: (instant: EpochMs) => string) {
  const steps: Step[] = [];
  let unlisted = 0;
  let unlistedSeconds = 0;
  return {
    add(stretch: Opening): void {
      const seconds = (stretch.end - stretch.start) / 1000;
      if (steps.length < MOST_STRETCHES)
        steps.push({ label: `${write(stretch.start)} to ${write(stretch.end)}`, value: describeDuration(seconds) });
      else {
        unlisted++;
        unlistedSeconds += seconds;
      }
    },
    lines(): Step[] {
      if (unlisted === 0) return steps;
      return [...steps, { label: `${countOf(unlisted, "more opening")}`, value: describeDuration(unlistedSeconds) }];
    },
  };
}

function readPauses(
  input: WorkingTimeSimulation,
  clock: WallClock,
): { pauses: Pause[]; refusals: Record<string, string> } {
  const pauses: Pause[] = [];
  const refusals: Record<string, string> = {};
  input.pauses.forEach((pause, index) => {
    const from = readMoment(pause.from, clock);
    const to = pause.to ? readMoment(pause.to, clock) : null;
    if (!from) refusals[`pauses.${index}.from`] = "This is not a date and time.";
    else if (to && to.instant < from.instant) refusals[`pauses.${index}.to`] = "The pause ends before it begins.";
    else pauses.push({ from: from.instant, to: to?.instant ?? null });
  });
  return { pauses, refusals };
}

function elapse(cover: WorkingCover, from: Moment, to: Moment, pauses: Pause[], clock: WallClock) {
  const notes = noteStretches((instant) => writeMoment(instant, from.form, clock));
  let milliseconds = 0;
  for (const stretch of runningBetween(cover, from.instant, to.instant, pauses)) {
    milliseconds += stretch.end - stretch.start;
    notes.add(stretch);
  }
  const workingSeconds = milliseconds / 1000;
  const steps = [...notes.lines()];
  if (pauses.length > 0) {
    const paused = elapsedWorkingSeconds(cover, from.instant, to.instant) - workingSeconds;
    steps.push({ label: "Paused inside working time", value: describeDuration(paused) });
  }
  steps.push({ label: "Working time", value: `${describeDuration(workingSeconds)} (${workingSeconds} seconds)` });
  return { workingSeconds, steps };
}

function findDue(
  cover: WorkingCover,
  from: Moment,
  input: WorkingTimeSimulation,
  pauses: Pause[],
  clock: WallClock,
): Outcome<{ due: string; steps: Step[] }> {
  const write = (instant: EpochMs, form: DateTimeForm = from.form) => writeMoment(instant, form, clock);
  const add = input.add ?? {};
  if (add.workingDays !== undefined) {
    const options = { timeZone: input.calendar.timeZone, endOfDay: add.endOfDay, pauses };
    const due = dueAfterWorkingDays(cover, from.instant, add.workingDays, options);
    if (!due.ok) return due;
    const counted = `${countOf(add.workingDays, "working day")}${add.endOfDay ? ", end of that day" : ", same time of day"}`;
    const unpaused = dueAfterWorkingDays(cover, from.instant, add.workingDays, { ...options, pauses: [] });
    const steps = [{ label: "Count from", value: write(from.instant) }];
    if (unpaused.ok) steps.push({ label: counted, value: write(unpaused.value) });
    if (pauses.length > 0) steps.push({ label: "After the pauses in working time", value: write(due.value) });
    return done({ due: write(due.value), steps: [...steps, { label: "Due", value: write(due.value) }] });
  }
  const seconds = add.workingSeconds ?? 0;
  const notes = noteStretches(write);
  const due = dueAfterWorkingSeconds(cover, from.instant, seconds, pauses, notes.add);
  if (!due.ok) return due;
  const steps = [
    { label: "Count from", value: write(from.instant) },
    { label: "Working time to pass", value: describeDuration(seconds) },
    ...notes.lines(),
    { label: "Due", value: write(due.value) },
  ];
  return done({ due: write(due.value), steps });
}

/** The working-time simulator: seconds between two moments, or the due time in the form in which `from` came. */
export function simulateWorkingTime(input: WorkingTimeSimulation): Outcome<WorkingTimeSimulationResult> {
  const cover = coverOf(readCalendar(input.calendar));
  const clock = openWallClock(input.calendar.timeZone);
  const { pauses, refusals } = readPauses(input, clock);
  const from = readMoment(input.from, clock);
  const to = input.to === undefined ? null : readMoment(input.to, clock);
  if (!from) refusals.from = "This is not a date and time.";
  if (input.to !== undefined && !to) refusals.to = "This is not a date and time.";
  if (!from || Object.keys(refusals).length > 0) return refuseFields(refusals);
  return to ? done(elapse(cover, from, to, pauses, clock)) : findDue(cover, from, input, pauses, clock);
}
