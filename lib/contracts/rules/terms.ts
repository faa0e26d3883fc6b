export type TermValue = string | number | boolean | null;
export type Terms = Record<string, TermValue>;
export type Amendment = { number: number; effectiveFrom: string; changes: Terms };

/** Where the value of a term comes from: the contract itself (0) or the number of an amendment. */
export type TermReading = { value: TermValue; amendment: number };

/**
 * Every term as it stands on a date. Amendments in force (effective on or before it) apply in the order of their
 * effective dates; two of the same day in the order of their numbers.
 */
export function readTermsAsOf(original: Terms, amendments: Amendment[], date: string): Record<string, TermReading> {
  const readings: Record<string, TermReading> = {};
  for (const [term, value] of Object.entries(original)) readings[term] = { value, amendment: 0 };
  const inForce = amendments.filter((amendment) => amendment.effectiveFrom <= date);
  inForce.sort((a, b) => compareText(a.effectiveFrom, b.effectiveFrom) || a.number - b.number);
  for (const { number, changes } of inForce) {
    for (const [term, value] of Object.entries(changes)) readings[term] = { value, amendment: number };
  }
  return readings;
}

function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
