import { d } from "./decimal";

/** One line of a calculation as a person reads it aloud: what was taken, and what it came to. */
export type Step = { label: string; value: string; source?: string };

/** A result together with the working that led to it. */
export type Worked<T> = { result: T; steps: Step[] };

const LONG_FRACTION = /-?\d+\.\d{7,}/g;

/** Digits that nobody reads aloud: a working keeps its meaning with six decimals, the full ones are in the API. */
export function shortenDecimals(text: string): string {
  return text.replaceAll(LONG_FRACTION, (digits) => d(digits).toDecimalPlaces(6).toFixed());
}

/** `1 decimal`, `2 decimals`: a count as it is read aloud. */
export function countOf(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}
