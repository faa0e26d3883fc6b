export type TermValue = string | number | boolean | null;
export type Terms = Record<string, TermValue>;
export type Amended<Value> = { number: number; effectiveFrom: string; changes: Record<string, Value> };
export type Amendment = Amended<TermValue>;

/** Where the value of a term comes from: the contract itself (0) or the number of an amendment. */
export type Reading<Value> = { value: Value; amendment: number };
export type TermReading = Reading<TermValue>;

/**
 * Every term as it stands on a date. Amendments in force (effective on or before it) apply in the order of their
 * effective dates; two of the same day in the order of their numbers.
 */
export function readTermsAsOf<Value = TermValue>(
  original: Record<string, Value>,
  amendments: readonly Amended<Value>[],
  date: string,
): Record<string, Reading<Value>> {
  const readings: Record<string, Reading<Value>> = {};
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
