import "server-only";
import type { Actor } from "@/lib/access/actor";
import { change } from "@/lib/server/change";
import { nextCode } from "@/lib/server/codes";
import type { Transaction } from "@/lib/server/database";
import { done, type Outcome, refuseFields, refuseMissing } from "@/lib/shared/outcome";
import { findProcess } from "./queries";
import type { BulkChange, CreateProcess, ProcessChanges, ProcessView } from "./schema";
import { isActiveMember, processSubject, refuseProcessChanged, refuseTakenCode } from "./subject";
import { lockTree, resolveParent } from "./tree";

const NO_MEMBER = "Choose a member of your organization.";

/** Codes of the sequence may have been taken by hand or by an import: those are passed over. */
export async function nextProcessCode(tx: Transaction, organizationId: string): Promise<string> {
  for (;;) {
    const code = await nextCode(tx, organizationId, "PRC");
    const isTaken = await tx.process.findFirst({ where: { organizationId, code }, select: { id: true } });
    if (!isTaken) return code;
  }
}

export function createProcess(actor: Actor, input: CreateProcess): Promise<Outcome<ProcessView>> {
  const { organizationId } = actor;
  const work = change(actor, async (tx, audit) => {
    await lockTree(tx, organizationId);
    const { parentCode, code, ...fields } = input;
    const parent = await resolveParent(tx, organizationId, null, parentCode);
    if (!parent.ok) return parent;
    if (fields.ownerId && !(await isActiveMember(tx, organizationId, fields.ownerId)))
      return refuseFields({ ownerId: NO_MEMBER });
    const made = await tx.process.create({
      data: {
        ...fields,
        code: code ?? (await nextProcessCode(tx, organizationId)),
        organizationId,
        parentId: parent.value.id,
      },
      select: { id: true, code: true, name: true },
    });
    audit({ action: "process.create", subject: processSubject(made), after: { ...input, code: made.code } });
    return readBack(tx, actor, made.id);
  });
  return refuseTakenCode(work, input.code);
}

/** Changes what is given and leaves the rest. */
export function updateProcess(
  actor: Actor,
  id: string,
  version: number,
  changes: ProcessChanges,
): Promise<Outcome<ProcessView>> {
  const { organizationId } = actor;
  const work = change(actor, async (tx, audit) => {
    const { parentCode, ...fields } = changes;
    if (parentCode !== undefined) await lockTree(tx, organizationId);
    const before = await findProcess(organizationId, id, tx);
    if (!before) return refuseMissing("process");
    if (before.version !== version) return refuseProcessChanged(tx, organizationId, before);
    const isMoved = parentCode !== undefined && parentCode !== (before.parent?.code ?? null);
    const parent = isMoved ? await resolveParent(tx, organizationId, id, parentCode) : null;
    if (parent && !parent.ok) return parent;
    const isNewOwner = fields.ownerId && fields.ownerId !== before.owner?.id;
    if (isNewOwner && !(await isActiveMember(tx, organizationId, fields.ownerId ?? "")))
      return refuseFields({ ownerId: NO_MEMBER });
    const saved = await tx.process.updateMany({
      where: { id, organizationId, version },
      data: { ...fields, ...(parent ? { parentId: parent.value.id } : {}), version: { increment: 1 } },
    });
    if (saved.count === 0) {
      const now = await findProcess(organizationId, id, tx);
      return now ? refuseProcessChanged(tx, organizationId, now) : refuseMissing("process");
    }
    const after = await findProcess(organizationId, id, tx);
    if (!after) return refuseMissing("process");
    audit({
      action: isMoved ? "process.move" : "process.update",
      subject: processSubject(after),
      ...differences(before, after),
    });
    return done(after);
  });
  return refuseTakenCode(work, changes.code);
}

/** Only what is different, so that the activity can be read. */
export function differences(before: ProcessView, after: ProcessView) {
  const ignored = new Set(["version", "updatedAt", "createdAt"]);
  const keys = (Object.keys(after) as (keyof ProcessView)[]).filter(
    (key) => !ignored.has(key) && JSON.stringify(before[key]) !== JSON.stringify(after[key]),
  );
  const pick = (view: ProcessView) => Object.fromEntries(keys.map((key) => [key, view[key]]));
  return { before: pick(before), after: pick(after) };
}

/** Sets owner, category or unit of many at once; each with its own audit event. None of them when one is not there. */
export function changeManyProcesses(actor: Actor, input: BulkChange): Promise<Outcome<{ changed: number }>> {
  const { organizationId } = actor;
  return change(actor, async (tx, audit) => {
    const ids = [...new Set(input.ids)].sort();
    if (input.ownerId && !(await isActiveMember(tx, organizationId, input.ownerId)))
      return refuseFields({ ownerId: NO_MEMBER });
    const data = {
      ...(input.ownerId ? { ownerId: input.ownerId } : {}),
      ...(input.category ? { category: input.category } : {}),
      ...(input.businessUnit ? { businessUnit: input.businessUnit } : {}),
    };
    const before = await tx.process.findMany({
      where: { organizationId, id: { in: ids } },
      select: { id: true, code: true, name: true, ownerId: true, category: true, businessUnit: true },
      orderBy: { id: "asc" },
    });
    if (before.length !== ids.length) return refuseMissing("process");
    await tx.process.updateMany({
      where: { organizationId, id: { in: ids } },
      data: { ...data, version: { increment: 1 } },
    });
    const keys = Object.keys(data) as (keyof typeof data)[];
    for (const process of before) {
      audit({
        action: "process.update",
        subject: processSubject(process),
        before: Object.fromEntries(keys.map((key) => [key, process[key]])),
        after: data,
      });
    }
    return done({ changed: ids.length });
  });
}

async function readBack(tx: Transaction, actor: Actor, id: string): Promise<Outcome<ProcessView>> {
  const process = await findProcess(actor.organizationId, id, tx);
  return process ? done(process) : refuseMissing("process");
}
