import "server-only";
import type { Transaction } from "@/lib/server/database";
import { done, type Outcome, refuse, refuseMissing } from "@/lib/shared/outcome";

export type DraftScope = { id: string; engagementId: string; revision: number; label: string };

/**
 * Takes the row of a scope, so that nothing is added while it is being issued, and refuses where it is frozen.
 * Locked first by every change of a scope or its parts.
 */
export async function lockDraftScope(
  tx: Transaction,
  organizationId: string,
  id: string,
): Promise<Outcome<DraftScope>> {
  const rows = await tx.$queryRaw<{ state: string; revision: number; engagement_id: string; code: string }[]>`
    SELECT s.state::text, s.revision, s.engagement_id, e.code FROM scope_of_work s JOIN engagement e ON e.id = s.engagement_id
    WHERE s.id = ${id}::uuid AND s.organization_id = ${organizationId}::uuid FOR UPDATE OF s`;
  const row = rows[0];
  if (!row) return refuseMissing("scope");
  if (row.state !== "draft")
    return refuse(`Revision ${row.revision} was issued and never changes again. Start a new revision.`);
  return done({
    id,
    engagementId: row.engagement_id,
    revision: row.revision,
    label: `${row.code} scope, revision ${row.revision}`,
  });
}

export function scopeSubject(scope: { id: string; label: string }) {
  return { type: "scope", id: scope.id, label: scope.label };
}

/** A process may only be named where it belongs to the engagement. */
export async function isProcessOf(tx: Transaction, engagementId: string, processId: string | null | undefined) {
  if (!processId) return true;
  return (await tx.engagementProcess.count({ where: { engagementId, processId } })) > 0;
}
