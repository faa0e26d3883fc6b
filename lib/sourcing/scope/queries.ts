import "server-only";
import type { OrganizationId } from "@/lib/access/actor";
import { db, type Transaction } from "@/lib/server/database";
import { decimalOf, instantOf } from "@/lib/server/values";
import { inOutlineOrder } from "./rules";
import type { ScopeView } from "./schema";

type Reading = Transaction | typeof db;
const process = { select: { id: true, code: true, name: true } } as const;
const ordered = { orderBy: { position: "asc" } } as const;

export const requirementFields = {
  id: true,
  scopeId: true,
  code: true,
  position: true,
  section: true,
  kind: true,
  priority: true,
  title: true,
  description: true,
  process,
  version: true,
} as const;

/** One revision with everything in it. */
export async function findScope(
  organizationId: OrganizationId,
  id: string,
  from: Reading = db,
): Promise<ScopeView | null> {
  const row = await from.scopeOfWork.findFirst({
    where: { id, organizationId },
    select: {
      id: true,
      engagementId: true,
      revision: true,
      state: true,
      inScope: true,
      outOfScope: true,
      retainedResponsibilities: true,
      issuedAt: true,
      version: true,
      requirements: { select: requirementFields },
      deliverables: { ...ordered, select: { id: true, name: true, description: true, version: true } },
      responsibilities: { ...ordered, select: { id: true, activity: true, client: true, vendor: true, version: true } },
      proposedServiceLevels: {
        ...ordered,
        omit: {
          organizationId: true,
          scopeId: true,
          processId: true,
          requirementId: true,
          position: true,
          createdAt: true,
          updatedAt: true,
        },
        include: { process },
      },
    },
  });
  if (!row) return null;
  return {
    ...row,
    issuedAt: instantOf(row.issuedAt),
    requirements: inOutlineOrder(row.requirements),
    proposedServiceLevels: row.proposedServiceLevels.map((level) => ({
      ...level,
      expected: decimalOf(level.expected),
      minimum: decimalOf(level.minimum),
      baseline: decimalOf(level.baseline),
    })),
  };
}

export type ScopeRevision = {
  id: string;
  revision: number;
  state: "draft" | "issued" | "superseded";
  issuedAt: string | null;
};

/** Revisions of an engagement's scope, newest first. */
export async function listScopeRevisions(
  organizationId: OrganizationId,
  engagementId: string,
): Promise<ScopeRevision[]> {
  const rows = await db.scopeOfWork.findMany({
    where: { organizationId, engagementId },
    orderBy: { revision: "desc" },
    select: { id: true, revision: true, state: true, issuedAt: true },
  });
  return rows.map((row) => ({ ...row, issuedAt: instantOf(row.issuedAt) }));
}

/** The engagement a scope or RFP belongs to, as far as its pages need it. */
export function findScopeEngagement(organizationId: OrganizationId, id: string, from: Reading = db) {
  return from.engagement.findFirst({
    where: { id, organizationId },
    select: {
      id: true,
      code: true,
      name: true,
      stage: true,
      currency: true,
      engagementProcesses: {
        select: { process: { select: { id: true, code: true, name: true, isCritical: true } } },
        orderBy: { process: { code: "asc" } },
      },
    },
  });
}
