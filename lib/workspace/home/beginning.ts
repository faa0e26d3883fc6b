import "server-only";
import type { OrganizationId } from "@/lib/access/actor";
import { db } from "@/lib/server/database";

/** Nothing was outsourced yet: figures would all be zero, and the next step is what helps. */
export async function hasNoEngagement(organizationId: OrganizationId): Promise<boolean> {
  return (await db.engagement.findFirst({ where: { organizationId }, select: { id: true } })) === null;
}
