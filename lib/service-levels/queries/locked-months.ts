import "server-only";
import type { OrganizationId } from "@/lib/access/actor";
import { db } from "@/lib/server/database";

/** Months of a contract whose figures are locked: what changes them restates them. */
export async function listLockedMonths(organizationId: OrganizationId, contractId: string): Promise<string[]> {
  const rows = await db.measurementPeriod.findMany({
    where: { organizationId, contractId, state: "locked" },
    select: { month: true },
    orderBy: { month: "asc" },
  });
  return rows.map(({ month }) => month);
}
