import "server-only";
import type { Transaction } from "@/lib/server/database";
import { done, type Outcome, refuseFields } from "@/lib/shared/outcome";

/**
 * Holds off every other change of who stands above whom in this organization until the transaction ends: two moves that
 * are fine each by itself can close a circle together.
 */
export async function lockTree(tx: Transaction, organizationId: string): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`process-tree:${organizationId}`}, 0))`;
}

/** The process that is to stand above, or why it can't. `id` is the one that moves; null for one that is new. */
export async function resolveParent(
  tx: Transaction,
  organizationId: string,
  id: string | null,
  parentCode: string | null,
): Promise<Outcome<{ id: string | null }>> {
  if (parentCode === null) return done({ id: null });
  const refuseParent = (message: string) => refuseFields({ parentCode: message });
  const parent = await tx.process.findFirst({
    where: { organizationId, code: parentCode },
    select: { id: true, name: true, state: true },
  });
  if (!parent) return refuseParent(`There is no process with the code ${parentCode}.`);
  if (parent.id === id) return refuseParent("A process cannot be a part of itself.");
  if (parent.state === "retired") return refuseParent(`${parent.name} is retired and takes no activities.`);
  if (id !== null && (await standsAbove(tx, id, parent.id))) {
    return refuseParent(`${parent.name} is itself a part of this process. Move it away first.`);
  }
  return done({ id: parent.id });
}

async function standsAbove(tx: Transaction, id: string, below: string): Promise<boolean> {
  const found = await tx.$queryRaw<{ found: boolean }[]>`
    WITH RECURSIVE up AS (
      SELECT parent_id FROM process WHERE id = ${below}::uuid
      UNION SELECT p.parent_id FROM up JOIN process p ON p.id = up.parent_id)
    SELECT EXISTS (SELECT 1 FROM up WHERE parent_id = ${id}::uuid) AS found`;
  return found[0]?.found ?? false;
}
