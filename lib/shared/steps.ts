/** One line of a calculation as a person reads it aloud: what was taken, and what it came to. */
export type Step = { label: string; value: string; source?: string };

/** A result together with the working that led to it. */
export type Worked<T> = { result: T; steps: Step[] };

/** `1 decimal`, `2 decimals`: a count as it is read aloud. */
export function countOf(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}
