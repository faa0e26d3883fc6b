import "server-only";
import type { Actor } from "@/lib/access/actor";
import { type Audit, change } from "@/lib/server/change";
import type { Transaction } from "@/lib/server/database";
import { refuseChanged } from "@/lib/server/stale";
import { done, type Outcome, refuse, refuseFields, refuseMissing } from "@/lib/shared/outcome";
import { type DraftScope, isProcessOf, lockDraftScope, scopeSubject } from "../lock";
import { requirementFields } from "../queries";
import { moveInOutline, type OutlineChange, placeInOutline } from "../rules";
import type { RequirementInput, RequirementView } from "../schema";

const NO_PROCESS = refuseFields({ processId: "Choose a process of this engagement." });

const outline = (tx: Transaction, scopeId: string) =>
  tx.requirement.findMany({ where: { scopeId }, select: { id: true, section: true, position: true, code: true } });

export function addRequirement(
  actor: Actor,
  scopeId: string,
  input: RequirementInput,
): Promise<Outcome<RequirementView>> {
  return change(actor, async (tx, audit) => {
    const scope = await lockDraftScope(tx, actor.organizationId, scopeId);
    if (!scope.ok) return scope;
    if (!(await isProcessOf(tx, scope.value.engagementId, input.processId))) return NO_PROCESS;
    const rows = await outline(tx, scopeId);
    const { position, after } = placeInOutline(rows, input.section);
    if (after.length > 0)
      await tx.requirement.updateMany({ where: { id: { in: after } }, data: { position: { increment: 1 } } });
    const made = await tx.requirement.create({
      data: { ...input, organizationId: actor.organizationId, scopeId, position, code: nextRequirementCode(rows) },
      select: requirementFields,
    });
    audit({ action: "requirement.create", subject: subjectOf(made), after: { ...input, scope: scope.value.label } });
    return done(made);
  });
}

/** `R-012`: numbers of a scope are not given again while a later one exists. */
function nextRequirementCode(rows: readonly { code: string }[]): string {
  const highest = Math.max(0, ...rows.map((row) => Number(/^R-(\d+)$/.exec(row.code)?.[1] ?? 0)));
  return `R-${String(highest + 1).padStart(3, "0")}`;
}

function subjectOf(row: { id: string; code: string; title: string }) {
  return { type: "requirement", id: row.id, label: `${row.code} ${row.title}` };
}

type Held = { tx: Transaction; audit: Audit; scope: DraftScope; before: RequirementView };

/** A change of one requirement: its scope is locked and a draft, and its version is the one that was read. */
function changeRequirement<T>(
  actor: Actor,
  id: string,
  version: number,
  work: (held: Held) => Promise<Outcome<T>>,
): Promise<Outcome<T>> {
  return change(actor, async (tx, audit) => {
    const found = await tx.requirement.findFirst({
      where: { id, organizationId: actor.organizationId },
      select: { scopeId: true },
    });
    if (!found) return refuseMissing("requirement");
    const scope = await lockDraftScope(tx, actor.organizationId, found.scopeId);
    if (!scope.ok) return scope;
    const before = await tx.requirement.findUnique({ where: { id }, select: requirementFields });
    if (!before) return refuseMissing("requirement");
    if (before.version !== version) {
      const { section, title, description, kind, priority, process } = before;
      return refuseChanged(
        tx,
        { organizationId: actor.organizationId, type: "requirement", id },
        { section, title, description, kind, priority, processId: process?.id ?? null, version: before.version },
      );
    }
    return work({ tx, audit, scope: scope.value, before });
  });
}

export function updateRequirement(
  actor: Actor,
  id: string,
  version: number,
  input: Partial<RequirementInput>,
): Promise<Outcome<RequirementView>> {
  return changeRequirement(actor, id, version, async ({ tx, audit, scope, before }) => {
    if (!(await isProcessOf(tx, scope.engagementId, input.processId))) return NO_PROCESS;
    const saved = await tx.requirement.update({
      where: { id },
      data: { ...input, version: { increment: 1 } },
      select: requirementFields,
    });
    audit({ action: "requirement.update", subject: subjectOf(before), before: shown(before), after: input });
    return done(saved);
  });
}

function shown({ section, title, description, kind, priority, process }: RequirementView) {
  return { section, title, description, kind, priority, processId: process?.id ?? null };
}

export function moveRequirement(
  actor: Actor,
  id: string,
  version: number,
  way: "up" | "down",
): Promise<Outcome<{ id: string; scopeId: string; version: number }>> {
  return changeRequirement(actor, id, version, async ({ tx, audit, before }) => {
    const changes = moveInOutline(await outline(tx, before.scopeId), id, way);
    if (changes.length === 0) return refuse(way === "up" ? "This is the first one." : "This is the last one.");
    await writePositions(tx, changes);
    await tx.requirement.update({ where: { id }, data: { version: { increment: 1 } } });
    audit({
      action: "requirement.move",
      subject: subjectOf(before),
      before: { position: before.position },
      after: changes.find((each) => each.id === id),
    });
    return done({ id, scopeId: before.scopeId, version: version + 1 });
  });
}

/** All places in one statement, however long the outline is. */
async function writePositions(tx: Transaction, changes: readonly OutlineChange[]): Promise<void> {
  await tx.$executeRaw`
    UPDATE requirement r SET position = c.position, section = c.section, updated_at = steward_now()
    FROM unnest(${changes.map((each) => each.id)}::uuid[], ${changes.map((each) => each.position)}::int[],
      ${changes.map((each) => each.section)}::text[]) AS c (id, position, section) WHERE r.id = c.id`;
}

export function removeRequirement(
  actor: Actor,
  id: string,
  version: number,
): Promise<Outcome<{ id: string; scopeId: string }>> {
  return changeRequirement(actor, id, version, async ({ tx, audit, scope, before }) => {
    const asked = await tx.rfpQuestion.count({ where: { requirementId: id } });
    if (asked > 0) return refuse("A question of an RFP was made from this requirement. Delete that question first.");
    await tx.proposedServiceLevel.updateMany({ where: { requirementId: id }, data: { requirementId: null } });
    await tx.requirement.delete({ where: { id } });
    audit({
      action: "requirement.delete",
      subject: subjectOf(before),
      before: { ...shown(before), scope: scopeSubject(scope).label },
    });
    return done({ id, scopeId: before.scopeId });
  });
}
