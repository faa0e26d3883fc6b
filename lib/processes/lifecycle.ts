import "server-only";
import type { Actor } from "@/lib/access/actor";
import { change } from "@/lib/server/change";
import type { Transaction } from "@/lib/server/database";
import { done, type Outcome, refuse, refuseMissing } from "@/lib/shared/outcome";
import { nextProcessCode } from "./mutations";
import { findProcess } from "./queries";
import type { NewActivity, ProcessView } from "./schema";
import { processSubject, refuseProcessChanged, refuseTakenCode } from "./subject";
import { lockTree } from "./tree";

/** Takes a process out of use. It stays on record; nothing that is still running may hang on it. */
export function retireProcess(actor: Actor, id: string, version: number): Promise<Outcome<ProcessView>> {
  return setState(actor, id, version, "retired", async (tx, process) => {
    const activities = await tx.process.count({ where: { parentId: process.id, state: "active" } });
    if (activities > 0) {
      const noun = activities === 1 ? "activity" : "activities";
      return `${process.name} has ${activities} active ${noun}. Retire or move them first.`;
    }
    const engagement = await tx.engagement.findFirst({
      where: { engagementProcesses: { some: { processId: process.id } }, stage: { notIn: ["closed", "cancelled"] } },
      select: { code: true, name: true },
    });
    return engagement ? `${engagement.code} ${engagement.name} still carries this process.` : null;
  });
}

export function restoreProcess(actor: Actor, id: string, version: number): Promise<Outcome<ProcessView>> {
  return setState(actor, id, version, "active", async (tx, process) => {
    if (!process.parent) return null;
    const parent = await tx.process.findUnique({ where: { id: process.parent.id }, select: { state: true } });
    return parent?.state === "retired"
      ? `${process.parent.name} is retired. Restore it first, or move this away.`
      : null;
  });
}

function setState(
  actor: Actor,
  id: string,
  version: number,
  state: "active" | "retired",
  findObstacle: (tx: Transaction, process: ProcessView) => Promise<string | null>,
): Promise<Outcome<ProcessView>> {
  const { organizationId } = actor;
  return change(actor, async (tx, audit) => {
    await lockTree(tx, organizationId);
    const before = await findProcess(organizationId, id, tx);
    if (!before) return refuseMissing("process");
    if (before.state === state) return refuse(`${before.name} is ${state} already.`);
    if (before.version !== version) return refuseProcessChanged(tx, organizationId, before);
    const obstacle = await findObstacle(tx, before);
    if (obstacle) return refuse(obstacle);
    const saved = await tx.process.updateMany({
      where: { id, organizationId, version, state: before.state },
      data: { state, version: { increment: 1 } },
    });
    const after = await findProcess(organizationId, id, tx);
    if (!after) return refuseMissing("process");
    if (saved.count === 0) return refuseProcessChanged(tx, organizationId, after);
    const action = state === "retired" ? "process.retire" : "process.restore";
    audit({ action, subject: processSubject(after), before: { state: before.state }, after: { state } });
    return done(after);
  });
}

/** Divides a process into activities that take over its place in the organization; its own figures stay as they are. */
export function splitProcess(
  actor: Actor,
  id: string,
  version: number,
  activities: NewActivity[],
): Promise<Outcome<ProcessView>> {
  const { organizationId } = actor;
  const work = change<ProcessView>(actor, async (tx, audit) => {
    await lockTree(tx, organizationId);
    const parent = await findProcess(organizationId, id, tx);
    if (!parent) return refuseMissing("process");
    if (parent.version !== version) return refuseProcessChanged(tx, organizationId, parent);
    if (parent.state === "retired") return refuse(`${parent.name} is retired and takes no activities.`);
    // The new version is what makes a second click do nothing.
    const claimed = await tx.process.updateMany({
      where: { id, organizationId, version },
      data: { version: { increment: 1 } },
    });
    if (claimed.count === 0) return refuseProcessChanged(tx, organizationId, parent);
    for (const activity of activities) {
      const made = await tx.process.create({
        data: {
          ...activity,
          code: activity.code ?? (await nextActivityCode(tx, organizationId, parent)),
          organizationId,
          parentId: id,
          function: parent.function,
          category: parent.category,
          businessUnit: parent.businessUnit,
          ownerId: parent.owner?.id ?? null,
          dataCategories: parent.dataCategories,
          regulations: parent.regulations,
        },
        select: { id: true, code: true, name: true },
      });
      audit({
        action: "process.create",
        subject: processSubject(made),
        after: { ...activity, parentCode: parent.code },
      });
    }
    audit({
      action: "process.split",
      subject: processSubject(parent),
      after: { activities: activities.map((activity) => activity.name) },
    });
    const after = await findProcess(organizationId, id, tx);
    return after ? done(after) : refuseMissing("process");
  });
  return refuseTakenCode(work, activities.find((activity) => activity.code)?.code);
}

/** `FIN-AP.1`, `FIN-AP.2`…: the first one that is free; a code that grows too long comes from the sequence. */
async function nextActivityCode(tx: Transaction, organizationId: string, parent: { id: string; code: string }) {
  const base = `${parent.code}.`;
  const taken = await tx.process.findMany({
    where: { organizationId, code: { startsWith: base } },
    select: { code: true },
    take: 5000,
  });
  const codes = new Set(taken.map((process) => process.code));
  for (let number = 1; number <= taken.length + 1; number += 1) {
    const code = `${base}${number}`;
    if (!codes.has(code)) return code.length <= 40 ? code : nextProcessCode(tx, organizationId);
  }
  return nextProcessCode(tx, organizationId);
}
