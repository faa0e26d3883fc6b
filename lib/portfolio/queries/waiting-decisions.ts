import "server-only";
import type { OrganizationId } from "@/lib/access/actor";
import { db } from "@/lib/server/database";

export type WaitingDecision = {
  id: string;
  summary: string;
  requiredRole: string;
  requestedBy: string;
  requestedAt: string;
  amount: string | null;
  currency: string | null;
};

/** Approvals that wait for somebody, the oldest first. */
export async function listWaitingDecisions(organizationId: OrganizationId): Promise<WaitingDecision[]> {
  const rows = await db.approval.findMany({
    where: { organizationId, state: "pending" },
    select: {
      id: true,
      summary: true,
      requiredRole: true,
      requestedAt: true,
      amount: true,
      currency: true,
      requestedBy: { select: { person: { select: { name: true } } } },
    },
    orderBy: { requestedAt: "asc" },
    take: 8,
  });
  return rows.map((row) => ({
    id: row.id,
    summary: row.summary,
    requiredRole: row.requiredRole,
    requestedBy: row.requestedBy.person.name,
    requestedAt: row.requestedAt.toISOString(),
    amount: row.amount?.toString() ?? null,
    currency: row.currency,
  }));
}
