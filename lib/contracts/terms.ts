import "server-only";
import { db, type Transaction } from "@/lib/server/database";
import { dayOf, decimalOf } from "@/lib/server/values";
import { AMENDABLE_TERMS, type AmendableTerm } from "./labels";
import { type Amendment, readTermsAsOf, type TermReading, type Terms, type TermValue } from "./rules/terms";

export type ContractReadings = Record<AmendableTerm, TermReading>;

const select = {
  startDate: true,
  endDate: true,
  renewal: true,
  renewalMonths: true,
  clientNoticeMonths: true,
  vendorNoticeMonths: true,
  internalLeadDays: true,
  switchingLeadDays: true,
  yearlyValue: true,
  atRiskPercent: true,
  yearlyCapPercent: true,
  liabilityCap: true,
  governingLaw: true,
  coverageHours: true,
  deliveryLocations: true,
  staffingTerms: true,
  insurance: true,
  terminationRights: true,
  exitPlan: true,
  contractAmendments: {
    select: { number: true, effectiveFrom: true, changes: true, needsApproval: true, approvedAt: true },
    orderBy: { number: "asc" },
  },
} as const;

/** JSON of the database as terms: what is not a plain value was never written by us. */
export function toTerms(json: unknown): Terms {
  if (typeof json !== "object" || json === null) return {};
  const plain = Object.entries(json).filter((entry): entry is [string, TermValue] => {
    const value: unknown = entry[1];
    return value === null || ["string", "number", "boolean"].includes(typeof value);
  });
  return Object.fromEntries(plain);
}

/**
 * Reads the amendable terms of a contract on any day, from one look at the database; what waits for approval is not in
 * force. Null: no such contract.
 */
export async function loadContractTerms(
  tx: Transaction | undefined,
  organizationId: string,
  contractId: string,
): Promise<((date: string) => ContractReadings) | null> {
  const contract = await (tx ?? db).contract.findFirst({ where: { id: contractId, organizationId }, select });
  if (!contract) return null;
  const { contractAmendments, startDate: _, ...own } = contract;
  const original: Terms = {
    ...own,
    endDate: dayOf(own.endDate),
    yearlyValue: decimalOf(own.yearlyValue),
    atRiskPercent: decimalOf(own.atRiskPercent),
    yearlyCapPercent: decimalOf(own.yearlyCapPercent),
    liabilityCap: decimalOf(own.liabilityCap),
  };
  const amendments = contractAmendments
    .filter((amendment) => !amendment.needsApproval || amendment.approvedAt !== null)
    .map(
      ({ number, effectiveFrom, changes }): Amendment => ({
        number,
        effectiveFrom: dayOf(effectiveFrom),
        changes: toTerms(changes),
      }),
    );
  const missing: TermReading = { value: null, amendment: 0 };
  return (date) => {
    const readings = readTermsAsOf(original, amendments, date);
    const entries = AMENDABLE_TERMS.map((term) => [term, readings[term] ?? missing] as const);
    return Object.fromEntries(entries) as ContractReadings;
  };
}

/** Every amendable term of a contract on a date. Null: no such contract. */
export async function readContractTerms(
  tx: Transaction | undefined,
  organizationId: string,
  contractId: string,
  date: string,
): Promise<ContractReadings | null> {
  const readOn = await loadContractTerms(tx, organizationId, contractId);
  return readOn?.(date) ?? null;
}

/** A term as text, for forms and comparisons; nothing is the empty text. */
export function termText(value: TermValue): string {
  return value === null ? "" : String(value);
}
