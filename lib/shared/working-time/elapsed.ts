import type { Pause, WorkingCover } from "./calendar";
import { type Opening, openingsBetween, settlePauses, withoutPauses } from "./openings";
import type { EpochMs } from "./wall-clock";

/** The stretches of [from, to) in which the clock runs: open and not paused. */
export function runningBetween(
  cover: WorkingCover,
  from: EpochMs,
  to: EpochMs,
  pauses: readonly Pause[] = [],
): Iterable<Opening> {
  return withoutPauses(openingsBetween(cover, from, to), settlePauses(pauses, from));
}

/**
 * Working seconds of [from, to), in real elapsed time, without the pauses. 0 when `to` is not after `from`. A pause
 * that began earlier or has no end yet counts only inside the range.
 */
export function elapsedWorkingSeconds(
  cover: WorkingCover,
  from: EpochMs,
  to: EpochMs,
  pauses: readonly Pause[] = [],
): number {
  let milliseconds = 0;
  for (const stretch of runningBetween(cover, from, to, pauses)) milliseconds += stretch.end - stretch.start;
  return milliseconds / 1000;
}
