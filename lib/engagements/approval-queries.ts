import "server-only";
import type { MemberActor } from "@/lib/access/actor";
import { db } from "@/lib/server/database";
import { decimalOf, instantOf } from "@/lib/server/values";

/** What waits for a decision that this person's roles can take, and that the person did not ask for; oldest first. */
export async function listMyDecisions(member: MemberActor) {
  const rows = await db.approval.findMany({
    where: {
      organizationId: member.organizationId,
      state: "pending",
      requiredRole: { in: [...member.roles] },
      requestedById: { not: member.memberId },
    },
    orderBy: [{ requestedAt: "asc" }, { id: "asc" }],
    take: 50,
    select: {
      id: true,
      kind: true,
      subjectType: true,
      subjectId: true,
      engagementId: true,
      summary: true,
      amount: true,
      currency: true,
      requestedAt: true,
      requestedBy: { select: { person: { select: { name: true } } } },
      engagement: { select: { code: true, name: true } },
    },
  });
  return rows.map((row) => ({
    ...row,
    amount: decimalOf(row.amount),
    requestedAt: instantOf(row.requestedAt),
    requestedBy: row.requestedBy.person.name,
  }));
}
