import type { ContractText } from "./contract-text";

/** A term of a text as it stands on a day. */
export function readTextTerm(text: ContractText, name: string, date: string): unknown {
  const held = (text.terms[name] ?? []).filter(({ from }) => from === null || from <= date);
  return held.at(-1)?.value ?? null;
}
