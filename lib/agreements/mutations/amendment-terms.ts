import "server-only";
import { AMENDABLE_TERMS, type AmendableTerm } from "@/lib/contracts/labels";
import { checkTerms } from "@/lib/contracts/mutations/create";
import type { LockedContract } from "@/lib/contracts/mutations/lock";
import { type ContractReadings, termText } from "@/lib/contracts/terms";
import { dayOf } from "@/lib/server/values";
import { writeCanonical } from "@/lib/shared/canonical-json";
import { type Refusal, refuseFields } from "@/lib/shared/outcome";
import type { ContractText } from "../rules/contract-text";
import { readTextTerm } from "../rules/terms-on";
import type { AmendedTerms } from "../schema";

export type Changes = Record<string, unknown>;

/** What is wanted and differs from what holds on the day: only that becomes part of an amendment. */
export function findDifferences(
  text: ContractText,
  readings: ContractReadings,
  wanted: AmendedTerms,
  date: string,
): Changes {
  const changes: Changes = {};
  for (const term of AMENDABLE_TERMS) {
    const value = wanted[term];
    if (value !== undefined && termText(value) !== termText(readings[term].value)) changes[term] = value;
  }
  const isOther = (name: string, value: unknown) =>
    writeCanonical(value) !== writeCanonical(readTextTerm(text, name, date));
  const { dataProtectionTerms, creditTerms } = wanted;
  if (dataProtectionTerms && isOther("dataProtectionTerms", dataProtectionTerms))
    changes.dataProtectionTerms = dataProtectionTerms;
  if (creditTerms) {
    const amended = { ...(readTextTerm(text, "creditTerms", date) as object | null), ...creditTerms };
    if (isOther("creditTerms", amended)) changes.creditTerms = amended;
  }
  return changes;
}

function textOrNull(value: unknown): string | null {
  return value === null || value === undefined ? null : String(value);
}

/** A term as the amendment has it, else as it holds. */
export function amendedTerm(readings: ContractReadings, changes: Changes, term: AmendableTerm): string | null {
  return textOrNull(term in changes ? changes[term] : readings[term].value);
}

/** What an amended term may not become: a contract never loses its end or what notice is counted from. */
export function refuseChanges(contract: LockedContract, readings: ContractReadings, changes: Changes): Refusal | null {
  for (const term of ["endDate", "clientNoticeMonths"] as const) {
    if (term in changes && changes[term] === null)
      return refuseFields({ [`changes.${term}`]: "This cannot be empty." });
  }
  const value = (term: AmendableTerm) => amendedTerm(readings, changes, term);
  const renewal = value("renewal");
  const months = value("renewalMonths");
  const wrong = checkTerms({
    startDate: dayOf(contract.startDate),
    endDate: value("endDate"),
    renewal: renewal === "tacit" || renewal === "option" ? renewal : "none",
    renewalMonths: months === null ? null : Number(months),
  });
  if (!wrong?.fields) return wrong;
  const fields = Object.entries(wrong.fields).map(([name, text]) => [`changes.${name}`, text] as const);
  return refuseFields(Object.fromEntries(fields));
}
