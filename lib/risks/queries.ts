import "server-only";
import type { OrganizationId } from "@/lib/access/actor";
import { rateRisk, scoreRisk } from "@/lib/engagements/rules/risk-rating";
import { db, sql } from "@/lib/server/database";
import { dayOf } from "@/lib/server/values";

export async function findRisk(organization: OrganizationId, id: string) {
  const found = await db.risk.findFirst({
    where: { id, organizationId: organization },
    select: {
      id: true,
      code: true,
      title: true,
      description: true,
      category: true,
      engagementId: true,
      vendorId: true,
      probability: true,
      impact: true,
      residualProbability: true,
      residualImpact: true,
      ownerId: true,
      state: true,
      reviewDate: true,
      version: true,
      engagement: { select: { id: true, code: true, name: true } },
      vendor: { select: { id: true, code: true, legalName: true } },
      owner: { select: { person: { select: { name: true } } } },
      riskMitigations: {
        orderBy: [{ dueDate: { sort: "asc", nulls: "last" } }, { id: "asc" }],
        select: {
          id: true,
          riskId: true,
          description: true,
          dueDate: true,
          doneOn: true,
          ownerId: true,
          version: true,
          owner: { select: { person: { select: { name: true } } } },
        },
      },
    },
  });
  if (!found) return null;
  const { riskMitigations, owner, reviewDate, ...rest } = found;
  return {
    ...rest,
    reviewDate: dayOf(reviewDate),
    owner: owner?.person.name ?? null,
    score: scoreRisk(rest.probability, rest.impact),
    rating: rateRisk(rest.probability, rest.impact),
    mitigations: riskMitigations.map((row) => ({
      ...row,
      owner: row.owner?.person.name ?? null,
      dueDate: dayOf(row.dueDate),
      doneOn: dayOf(row.doneOn),
    })),
  };
}
export type RiskRecord = NonNullable<Awaited<ReturnType<typeof findRisk>>>;

export type HeatCount = { probability: number; impact: number; count: number };

/** Risks that are not closed, by their present grade: residual where it is known, else inherent. */
export function countRisksByGrade(organization: OrganizationId): Promise<HeatCount[]> {
  return sql.rows<HeatCount>(
    `SELECT coalesce(residual_probability, probability) AS probability, coalesce(residual_impact, impact) AS impact,
       count(*) AS count
     FROM risk WHERE organization_id = $1 AND state IN ('open', 'mitigated', 'accepted') GROUP BY 1, 2`,
    [organization],
  );
}

export async function listRisksOf(organization: OrganizationId, engagementId: string) {
  const rows = await db.risk.findMany({
    where: { organizationId: organization, engagementId },
    orderBy: [{ state: "asc" }, { code: "asc" }],
    take: 200,
    select: {
      id: true,
      code: true,
      title: true,
      category: true,
      probability: true,
      impact: true,
      residualProbability: true,
      residualImpact: true,
      state: true,
      reviewDate: true,
      owner: { select: { person: { select: { name: true } } } },
      riskMitigations: { select: { doneOn: true, dueDate: true } },
    },
  });
  return rows.map(({ riskMitigations, owner, reviewDate, ...row }) => ({
    ...row,
    reviewDate: dayOf(reviewDate),
    owner: owner?.person.name ?? null,
    mitigations: riskMitigations.length,
    mitigationsDone: riskMitigations.filter((one) => one.doneOn !== null).length,
  }));
}

export async function listVendorOptions(organization: OrganizationId) {
  const rows = await db.vendor.findMany({
    where: { organizationId: organization, status: { not: "retired" } },
    orderBy: { legalName: "asc" },
    take: 500,
    select: { id: true, code: true, legalName: true },
  });
  return rows.map(({ id, code, legalName }) => ({ value: id, label: `${legalName} (${code})` }));
}
