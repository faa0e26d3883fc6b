import "server-only";
import type { Transaction } from "@/lib/server/database";
import { dayOf, decimalOf } from "@/lib/server/values";
import { type SharedTerm, withoutInternalTerms } from "./labels";

type Reader = Pick<Transaction, "contract" | "contractAmendment" | "document">;

/** Terms that are more than one value; an amendment replaces each as a whole. */
export const STRUCTURED_TERMS = ["dataProtectionTerms", "creditTerms", "commitments"] as const;
export type StructuredTerm = (typeof STRUCTURED_TERMS)[number];

const select = {
  code: true,
  title: true,
  type: true,
  currency: true,
  timeZone: true,
  startDate: true,
  endDate: true,
  renewal: true,
  renewalMonths: true,
  clientNoticeMonths: true,
  vendorNoticeMonths: true,
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
  dataProtectionTerms: true,
  creditTerms: true,
  commitments: true,
  vendor: { select: { legalName: true } },
  organization: { select: { name: true } },
} as const;

type Version = { from: string | null; amendment: number; value: unknown };

/** What contracts know of the text that the parties sign: head, terms with all amendments in force, documents. */
export async function readTextPart(tx: Reader, organizationId: string, contractId: string) {
  const row = await tx.contract.findFirst({ where: { id: contractId, organizationId }, select });
  if (!row) return null;
  const amendments = await tx.contractAmendment.findMany({
    where: { contractId, state: "inForce" },
    select: { number: true, effectiveFrom: true, changes: true },
    orderBy: [{ effectiveFrom: "asc" }, { number: "asc" }],
  });
  // A term that is agreed and not selected does not compile.
  const own: Record<SharedTerm | StructuredTerm, unknown> = {
    ...row,
    endDate: dayOf(row.endDate),
    yearlyValue: decimalOf(row.yearlyValue),
    atRiskPercent: decimalOf(row.atRiskPercent),
    yearlyCapPercent: decimalOf(row.yearlyCapPercent),
    yearlyCapAmount: decimalOf(row.yearlyCapAmount),
    liabilityCap: decimalOf(row.liabilityCap),
  };
  const terms: Record<string, Version[]> = {};
  for (const name of [...withoutInternalTerms, ...STRUCTURED_TERMS]) {
    const later = amendments.flatMap(({ number, effectiveFrom, changes }): Version[] => {
      const changed = changes as Record<string, unknown>;
      return name in changed ? [{ from: dayOf(effectiveFrom), amendment: number, value: changed[name] }] : [];
    });
    terms[name] = [{ from: null, amendment: 0, value: own[name] ?? null }, ...later];
  }
  const documents = await tx.document.findMany({
    where: { organizationId, subjectType: "contract", subjectId: contractId, visibility: "vendor" },
    select: { name: true, revision: true, sha256: true, size: true },
  });
  return {
    contract: {
      code: row.code,
      title: row.title,
      type: row.type,
      client: row.organization.name,
      vendor: row.vendor.legalName,
      currency: row.currency,
      timeZone: row.timeZone,
      firstDay: dayOf(row.startDate),
    },
    terms,
    documents: documents.map((document) => ({ ...document, size: Number(document.size) })),
  };
}
