import { AMENDABLE_TERMS, type AmendableTerm } from "./labels";
import type { TermValue } from "./rules/terms";

type Own = Record<Exclude<AmendableTerm, "yearlyValue">, TermValue> & { storedYearlyValue: string | null };

/** The contract's own terms (not the amended ones) as the fields of its form take them. */
export function toTermTexts(contract: Own): Partial<Record<AmendableTerm, string>> {
  const values: Record<AmendableTerm, TermValue> = { ...contract, yearlyValue: contract.storedYearlyValue };
  return Object.fromEntries(AMENDABLE_TERMS.map((term) => [term, values[term] === null ? "" : String(values[term])]));
}
