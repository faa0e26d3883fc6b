/** Tries without any delay; fewer for an address that an account under attack has not been used from. */
export const FREE_TRIES = 5;
export const FREE_TRIES_UNDER_ATTACK = 1;
const FIRST_DELAY_SECONDS = 15;
const LONGEST_DELAY_SECONDS = 15 * 60;

/** How long the next try has to wait after this many wrong ones in a row: doubling, up to a quarter of an hour. */
export function delayAfter(tries: number, freeTries: number): number {
  if (tries < freeTries) return 0;
  return Math.min(FIRST_DELAY_SECONDS * 2 ** Math.min(tries - freeTries, 20), LONGEST_DELAY_SECONDS);
}

/** A waiting time in words: `30 seconds`, `2 minutes`. */
export function waitingText(seconds: number): string {
  if (seconds < 91) return `${Math.max(1, Math.ceil(seconds))} second${seconds > 1 ? "s" : ""}`;
  return `${Math.ceil(seconds / 60)} minutes`;
}
