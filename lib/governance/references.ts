import "server-only";
import { organizationToday } from "@/lib/server/clock";
import type { Transaction } from "@/lib/server/database";
import { done, type Outcome, refuseFields } from "@/lib/shared/outcome";

export type Target = { id: string; version: number };
export type Saved = { id: string; version: number; engagementId: string };

/** The engagement and the owner that a record names, both of this organization. */
export async function checkReferences(
  tx: Transaction,
  organizationId: string,
  input: { engagementId: string; ownerId?: string | null },
): Promise<Outcome<{ code: string; name: string }>> {
  const engagement = await tx.engagement.findFirst({
    where: { id: input.engagementId, organizationId },
    select: { code: true, name: true },
  });
  if (!engagement) return refuseFields({ engagementId: "Choose one of your engagements." });
  if (input.ownerId) {
    const owner = await tx.member.count({ where: { id: input.ownerId, organizationId, state: "active" } });
    if (owner === 0) return refuseFields({ ownerId: "Choose a member of your organization." });
  }
  return done(engagement);
}

/** Today in the organization's time zone, by the database's clock. */
export async function readToday(tx: Transaction, organizationId: string): Promise<Date> {
  return new Date(`${await organizationToday(organizationId, tx)}T00:00:00Z`);
}
