import "server-only";
import type { Actor, OrganizationId } from "@/lib/access/actor";
import { change } from "@/lib/server/change";
import { isUniqueViolation } from "@/lib/server/conflicts";
import type { Transaction } from "@/lib/server/database";
import { refuseChanged } from "@/lib/server/stale";
import { done, type Outcome, refuse, refuseMissing } from "@/lib/shared/outcome";
import { lockDraftScope, scopeSubject } from "./lock";
import { findScope, findScopeEngagement } from "./queries";
import type { ScopeTexts, ScopeView } from "./schema";

const STAGES = ["assess", "scope", "source", "contract", "operate"];

/** Starts the scope of an engagement, or a new revision that copies the latest one. */
export async function startScope(actor: Actor, engagementId: string): Promise<Outcome<ScopeView>> {
  const work = change(actor, async (tx, audit) => {
    const engagement = await findScopeEngagement(actor.organizationId, engagementId, tx);
    if (!engagement) return refuseMissing("engagement");
    if (!STAGES.includes(engagement.stage))
      return refuse(`An engagement in the stage ${engagement.stage} needs no new scope.`);
    const latest = await tx.scopeOfWork.findFirst({
      where: { engagementId, organizationId: actor.organizationId },
      orderBy: { revision: "desc" },
    });
    if (latest?.state === "draft") return refuse(`Revision ${latest.revision} is still a draft. Change that one.`);
    const made = await tx.scopeOfWork.create({
      data: {
        organizationId: actor.organizationId,
        engagementId,
        revision: (latest?.revision ?? 0) + 1,
        inScope: latest?.inScope ?? "",
        outOfScope: latest?.outOfScope ?? "",
        retainedResponsibilities: latest?.retainedResponsibilities ?? "",
      },
      select: { id: true, revision: true },
    });
    if (latest) await copyParts(tx, latest.id, made.id);
    audit({
      action: latest ? "scope.revise" : "scope.create",
      subject: scopeSubject({ id: made.id, label: `${engagement.code} scope, revision ${made.revision}` }),
      after: { revision: made.revision, copiedFrom: latest?.revision ?? null },
    });
    return readBack(tx, actor.organizationId, made.id);
  });
  try {
    return await work;
  } catch (error) {
    if (isUniqueViolation(error)) return refuse("Somebody just started a revision. Load the page again.");
    throw error;
  }
}

async function copyParts(tx: Transaction, from: string, to: string): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO requirement (id, organization_id, scope_id, process_id, code, position, section, kind, priority, title, description, updated_at)
    SELECT gen_random_uuid(), organization_id, ${to}::uuid, process_id, code, position, section, kind, priority, title, description, steward_now()
    FROM requirement WHERE scope_id = ${from}::uuid`;
  await tx.$executeRaw`
    INSERT INTO deliverable (id, organization_id, scope_id, position, name, description)
    SELECT gen_random_uuid(), organization_id, ${to}::uuid, position, name, description FROM deliverable WHERE scope_id = ${from}::uuid`;
  await tx.$executeRaw`
    INSERT INTO responsibility (id, organization_id, scope_id, position, activity, client, vendor)
    SELECT gen_random_uuid(), organization_id, ${to}::uuid, position, activity, client, vendor FROM responsibility WHERE scope_id = ${from}::uuid`;
  await tx.$executeRaw`
    INSERT INTO proposed_service_level (id, organization_id, scope_id, process_id, requirement_id, position, name, unit, direction,
      expected, minimum, baseline, is_baseline_unknown, is_critical, measurement, updated_at)
    SELECT gen_random_uuid(), p.organization_id, ${to}::uuid, p.process_id, copied.id, p.position, p.name, p.unit, p.direction,
      p.expected, p.minimum, p.baseline, p.is_baseline_unknown, p.is_critical, p.measurement, steward_now()
    FROM proposed_service_level p LEFT JOIN requirement old ON old.id = p.requirement_id
    LEFT JOIN requirement copied ON copied.scope_id = ${to}::uuid AND copied.code = old.code
    WHERE p.scope_id = ${from}::uuid`;
}

export function updateScope(
  actor: Actor,
  id: string,
  version: number,
  changes: ScopeTexts,
): Promise<Outcome<ScopeView>> {
  return change(actor, async (tx, audit) => {
    const locked = await lockDraftScope(tx, actor.organizationId, id);
    if (!locked.ok) return locked;
    const before = await tx.scopeOfWork.findUniqueOrThrow({
      where: { id },
      select: { inScope: true, outOfScope: true, retainedResponsibilities: true, version: true },
    });
    if (before.version !== version)
      return refuseChanged(tx, { organizationId: actor.organizationId, type: "scope", id }, before);
    await tx.scopeOfWork.update({ where: { id }, data: { ...changes, version: { increment: 1 } } });
    const { version: _, ...texts } = before;
    audit({ action: "scope.update", subject: scopeSubject(locked.value), before: texts, after: changes });
    return readBack(tx, actor.organizationId, id);
  });
}

async function readBack(tx: Transaction, organizationId: OrganizationId, id: string): Promise<Outcome<ScopeView>> {
  const scope = await findScope(organizationId, id, tx);
  return scope ? done(scope) : refuseMissing("scope");
}
