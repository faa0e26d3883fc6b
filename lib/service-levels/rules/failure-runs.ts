import type { Attainment } from "./attainment";

/** The window in which misses of the expected level are counted. */
export const MISS_WINDOW = 12;

/** A miss is any value worse than expected; one below the minimum is worse than expected too. */
export function isMiss(state: Attainment): boolean {
  return state === "belowExpected" || state === "belowMinimum";
}

/** Misses within the last 12 periods, the last one included. */
export function countMisses(states: readonly Attainment[]): number {
  return states.slice(-MISS_WINDOW).filter(isMiss).length;
}

/**
 * What counts as a failure in the pool scheme, at the end of this history: below minimum always, below expected when
 * it is at least the `expectedMisses`th miss in the window.
 */
export function isPoolFailure(states: readonly Attainment[], expectedMisses: number): boolean {
  const state = states.at(-1);
  if (state === "belowMinimum") return true;
  return state === "belowExpected" && countMisses(states) >= expectedMisses;
}

/** How many periods in a row, up to and with the last, failed by the pool's rule. Any other period ends a run. */
export function poolRunLength(states: readonly Attainment[], expectedMisses: number): number {
  for (let end = states.length; end > 0; end--) {
    const window = states.slice(Math.max(0, end - MISS_WINDOW), end);
    if (!isPoolFailure(window, expectedMisses)) return states.length - end;
  }
  return states.length;
}
