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
  yearlyCapBasis: true,
  yearlyCapPercent: true,
  yearlyCapAmount: true,
  liabilityCap: true,
  governingLaw: true,
  coverageHours: true,
  deliveryLocations: true,
  staffingTerms: true,
  insurance: true,
  terminationRights: true,
  exitPlan: true,
  creditTerms: true,
  contractAmendments: {
    where: { state: "inForce" },
    select: { number: true, effectiveFrom: true, changes: true },
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

export type TermsReader = {
  on: (date: string) => ContractReadings;
  /** Table of points and what else holds for all service levels. */
  creditTermsOn: (date: string) => unknown;
};

/**
 * Reads the amendable terms of a contract on any day, from one look at the database; an amendment that is not in force
 * counts for nothing. Null: no such contract.
 */
export async function loadContractTerms(
  tx: Transaction | undefined,
  organizationId: string,
  contractId: string,
): Promise<TermsReader | null> {
  const contract = await (tx ?? db).contract.findFirst({ where: { id: contractId, organizationId }, select });
  if (!contract) return null;
  const { contractAmendments, startDate: _, creditTerms, ...own } = contract;
  const original: Terms = {
    ...own,
    endDate: dayOf(own.endDate),
    yearlyValue: decimalOf(own.yearlyValue),
    atRiskPercent: decimalOf(own.atRiskPercent),
    yearlyCapPercent: decimalOf(own.yearlyCapPercent),
    yearlyCapAmount: decimalOf(own.yearlyCapAmount),
    liabilityCap: decimalOf(own.liabilityCap),
  };
  const amendments = contractAmendments.map(
    ({ number, effectiveFrom, changes }): Amendment => ({
      number,
      effectiveFrom: dayOf(effectiveFrom),
      changes: toTerms(changes),
    }),
  );
  const creditTermsOf = (changes: unknown) => (changes as { creditTerms?: unknown }).creditTerms;
  const ofCredits = contractAmendments
    .filter(({ changes }) => creditTermsOf(changes) !== undefined)
    .map(({ number, effectiveFrom, changes }) => ({
      number,
      effectiveFrom: dayOf(effectiveFrom),
      changes: { creditTerms: creditTermsOf(changes) },
    }));
  const missing: TermReading = { value: null, amendment: 0 };
  return {
    on: (date) => {
      const readings = readTermsAsOf(original, amendments, date);
      const entries = AMENDABLE_TERMS.map((term) => [term, readings[term] ?? missing] as const);
      return Object.fromEntries(entries) as ContractReadings;
    },
    creditTermsOn: (date) => readTermsAsOf<unknown>({ creditTerms }, ofCredits, date).creditTerms?.value,
  };
}

/** Every amendable term of a contract on a date. Null: no such contract. */
export async function readContractTerms(
  tx: Transaction | undefined,
  organizationId: string,
  contractId: string,
  date: string,
): Promise<ContractReadings | null> {
  return (await loadContractTerms(tx, organizationId, contractId))?.on(date) ?? null;
}

/** A term as text, for forms and comparisons; nothing is the empty text. */
export function termText(value: TermValue): string {
  return value === null ? "" : String(value);
}
