import "server-only";
import type { OrganizationId } from "@/lib/access/actor";
import { db, type Transaction } from "@/lib/server/database";
import { decimalOf, instantOf } from "@/lib/server/values";

const caseFields = {
  id: true,
  engagementId: true,
  revision: true,
  state: true,
  currency: true,
  discountRate: true,
  convention: true,
  taxRate: true,
  firstYear: true,
  years: true,
  assumptions: true,
  chosenOptionId: true,
  choiceReason: true,
  decidedAt: true,
  version: true,
  preparedBy: { select: { id: true, person: { select: { name: true } } } },
  decidedBy: { select: { person: { select: { name: true } } } },
  engagement: { select: { code: true, name: true } },
  businessCaseOptions: {
    orderBy: { position: "asc" },
    select: {
      id: true,
      name: true,
      kind: true,
      vendorModel: true,
      outsourcingType: true,
      notes: true,
      cashFlowLines: {
        orderBy: { position: "asc" },
        select: { category: true, name: true, cashFlows: { select: { year: true, amount: true } } },
      },
    },
  },
} as const;

type Where = { id?: string; engagementId?: string; organizationId: string; state?: "approved" };

async function readCase(client: Transaction | typeof db, where: Where) {
  const found = await client.businessCase.findFirst({ where, orderBy: { revision: "desc" }, select: caseFields });
  if (!found) return null;
  const { businessCaseOptions, preparedBy, decidedBy, ...rest } = found;
  return {
    ...rest,
    discountRate: decimalOf(rest.discountRate),
    taxRate: decimalOf(rest.taxRate),
    decidedAt: instantOf(rest.decidedAt),
    preparedBy: { id: preparedBy.id, name: preparedBy.person.name },
    decidedBy: decidedBy?.person.name ?? null,
    options: businessCaseOptions.map(({ cashFlowLines, ...option }) => ({
      ...option,
      lines: cashFlowLines.map(({ cashFlows, ...line }) => {
        const byYear = new Map(cashFlows.map((flow) => [flow.year, decimalOf(flow.amount)]));
        const amounts = Array.from({ length: rest.years }, (_, index) => byYear.get(rest.firstYear + index) ?? null);
        return { ...line, amounts };
      }),
    })),
  };
}
export type CaseRecord = NonNullable<Awaited<ReturnType<typeof readCase>>>;

export function findCase(organization: OrganizationId, id: string, client: Transaction | typeof db = db) {
  return readCase(client, { id, organizationId: organization });
}

/** The newest revision of an engagement's case. */
export function findLatestCase(organization: OrganizationId, engagementId: string) {
  return readCase(db, { engagementId, organizationId: organization });
}

/** The revision that was approved: what results are measured against. */
export function findApprovedCase(organization: OrganizationId, engagementId: string) {
  return readCase(db, { engagementId, organizationId: organization, state: "approved" });
}

export async function listRevisions(organization: OrganizationId, engagementId: string) {
  const rows = await db.businessCase.findMany({
    where: { engagementId, organizationId: organization },
    orderBy: { revision: "desc" },
    take: 50,
    select: {
      id: true,
      revision: true,
      state: true,
      decidedAt: true,
      preparedBy: { select: { person: { select: { name: true } } } },
      decidedBy: { select: { person: { select: { name: true } } } },
    },
  });
  return rows.map((row) => ({
    ...row,
    decidedAt: instantOf(row.decidedAt),
    preparedBy: row.preparedBy.person.name,
    decidedBy: row.decidedBy?.person.name ?? null,
  }));
}
