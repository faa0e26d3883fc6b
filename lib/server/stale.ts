import "server-only";
import { type Refusal, refuseStale } from "@/lib/shared/outcome";
import type { Transaction } from "./database";

type Subject = { organizationId: string; type: string; id: string };

/**
 * The refusal that a form can resolve: who changed the record last (from its audit events) and what stands there now,
 * by field name. `values` must hold the present `version`; a missing value is the empty text.
 */
export async function refuseChanged(
  tx: Transaction,
  subject: Subject,
  values: Record<string, string | number | boolean | null> & { version: number },
): Promise<Refusal> {
  const last = await tx.auditEvent.findFirst({
    where: { organizationId: subject.organizationId, subjectType: subject.type, subjectId: subject.id },
    orderBy: { sequence: "desc" },
    select: { actorName: true, at: true },
  });
  const texts = Object.entries(values).map(([name, value]) => [name, value === null ? "" : String(value)] as const);
  return refuseStale({
    by: last?.actorName ?? "Somebody else",
    at: (last?.at ?? new Date(0)).toISOString(),
    values: Object.fromEntries(texts),
  });
}
