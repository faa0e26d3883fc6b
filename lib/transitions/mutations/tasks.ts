import { organizationToday } from "@/lib/server/clock";
import "server-only";
import type { MemberActor } from "@/lib/access/actor";
import { change } from "@/lib/server/change";
import type { Transaction } from "@/lib/server/database";
import { refuseChanged } from "@/lib/server/stale";
import { dayOf, toDay } from "@/lib/server/values";
import { done, type Outcome, type Refusal, refuse, refuseFields, refuseMissing } from "@/lib/shared/outcome";
import { transitionEvents } from "../events";
import { checkTaskDates, readTaskState } from "../rules/delay";
import { checkDependencies } from "../rules/dependencies";
import type { TaskInput } from "../schema";
import { type LockedPlan, lockPlan } from "./lock";

type Versioned = { id: string; version: number };

function taskSubject(plan: { code: string }, task: { id: string; code: string; name: string }) {
  return { type: "transitionTask", id: task.id, label: `${plan.code} ${task.code} ${task.name}` };
}

async function checkTask(
  tx: Transaction,
  plan: LockedPlan,
  organizationId: string,
  input: TaskInput,
): Promise<Refusal | null> {
  if (plan.stage === "closed") return refuse("This transition is closed.");
  const problems = checkTaskDates(input, await organizationToday(organizationId, tx));
  if (Object.keys(problems).length > 0) return refuseFields(problems);
  if (!input.clientOwnerId) return null;
  const owner = await tx.member.findFirst({
    where: { id: input.clientOwnerId, organizationId, state: "active" },
    select: { id: true },
  });
  return owner ? null : refuseFields({ clientOwnerId: "Choose one from the list." });
}

/** All dependencies of the plan with the new ones of this task; refused with the tasks of the circle named. */
async function checkPredecessors(
  tx: Transaction,
  planId: string,
  task: { id: string; name: string },
  predecessors: TaskInput["predecessors"],
): Promise<Refusal | null> {
  const tasks = await tx.transitionTask.findMany({ where: { planId }, select: { id: true, name: true } });
  const others = await tx.taskDependency.findMany({ where: { successor: { planId }, successorId: { not: task.id } } });
  const known = [...tasks.filter((each) => each.id !== task.id), task];
  const own = predecessors.map(({ id, lagDays }) => ({ predecessorId: id, successorId: task.id, lagDays }));
  const repeated = predecessors.findIndex(({ id }, index) => predecessors.findIndex((each) => each.id === id) < index);
  if (repeated >= 0) return refuseFields({ [`predecessors.${repeated}.id`]: "It waits for this task already." });
  const problems = checkDependencies(known, [...others, ...own]);
  const [first] = problems;
  return first ? refuseFields({ "predecessors.0.id": first.message }, first.message) : null;
}

function columnsOf({ predecessors: _, plannedStart, plannedEnd, actualStart, actualEnd, ...input }: TaskInput) {
  // A milestone stands on one day: it has no length that could be worked on.
  const begun = input.isMilestone ? (actualEnd ?? actualStart) : actualStart;
  return {
    ...input,
    plannedStart: toDay(input.isMilestone ? plannedEnd : plannedStart),
    plannedEnd: toDay(plannedEnd),
    actualStart: toDay(begun),
    actualEnd: toDay(actualEnd),
    state: readTaskState({ actualStart: begun, actualEnd }),
    progress: actualEnd ? 100 : input.progress,
  };
}

async function writePredecessors(tx: Transaction, taskId: string, predecessors: TaskInput["predecessors"]) {
  await tx.taskDependency.deleteMany({ where: { successorId: taskId } });
  await tx.taskDependency.createMany({
    data: predecessors.map(({ id, lagDays }) => ({ predecessorId: id, successorId: taskId, lagDays })),
  });
}

export function addTask(actor: MemberActor, planId: string, input: TaskInput): Promise<Outcome<Versioned>> {
  return change(actor, async (tx, audit, tell) => {
    const locked = await lockPlan(tx, actor, planId);
    if (!locked.ok) return locked;
    const plan = locked.value;
    tell(transitionEvents.taskChanged({ engagementId: plan.engagementId }));
    const wrong = await checkTask(tx, plan, actor.organizationId, input);
    if (wrong) return wrong;
    const last = await tx.transitionTask.findFirst({
      where: { planId },
      select: { position: true },
      orderBy: { position: "desc" },
    });
    const position = (last?.position ?? 0) + 1;
    const task = await tx.transitionTask.create({
      data: {
        ...columnsOf(input),
        organizationId: actor.organizationId,
        planId,
        position,
        code: `T-${String(position).padStart(2, "0")}`,
      },
      select: { id: true, code: true, name: true, version: true },
    });
    const circle = await checkPredecessors(tx, planId, task, input.predecessors);
    if (circle) return circle;
    await writePredecessors(tx, task.id, input.predecessors);
    audit({ action: "transitionTask.create", subject: taskSubject(plan, task), after: input });
    return done({ id: task.id, version: task.version });
  });
}

const taskFields = {
  id: true,
  planId: true,
  code: true,
  name: true,
  workstream: true,
  plannedStart: true,
  plannedEnd: true,
  actualStart: true,
  actualEnd: true,
  progress: true,
  isMilestone: true,
  clientOwnerId: true,
  vendorOwner: true,
  version: true,
} as const;

async function lockTask(tx: Transaction, actor: MemberActor, id: string, version: number) {
  const { organizationId } = actor;
  const where = { id, organizationId };
  const place = await tx.transitionTask.findFirst({ where, select: { planId: true } });
  if (!place) return refuseMissing("task");
  const locked = await lockPlan(tx, actor, place.planId);
  if (!locked.ok) return locked;
  const task = await tx.transitionTask.findFirst({ where, select: taskFields });
  if (!task) return refuseMissing("task");
  if (task.version !== version) {
    const { id: _, planId: __, code: ___, ...values } = task;
    return refuseChanged(
      tx,
      { organizationId, type: "transitionTask", id },
      {
        ...values,
        plannedStart: dayOf(task.plannedStart),
        plannedEnd: dayOf(task.plannedEnd),
        actualStart: dayOf(task.actualStart),
        actualEnd: dayOf(task.actualEnd),
      },
    );
  }
  return done({ task, plan: locked.value });
}

export function updateTask(
  actor: MemberActor,
  id: string,
  version: number,
  input: TaskInput,
): Promise<Outcome<Versioned>> {
  return change(actor, async (tx, audit, tell) => {
    const locked = await lockTask(tx, actor, id, version);
    if (!locked.ok) return locked;
    const { task, plan } = locked.value;
    tell(transitionEvents.taskChanged({ engagementId: plan.engagementId }));
    const wrong =
      (await checkTask(tx, plan, actor.organizationId, input)) ??
      (await checkPredecessors(tx, plan.id, { id, name: input.name }, input.predecessors));
    if (wrong) return wrong;
    const saved = await tx.transitionTask.update({
      where: { id, version },
      data: { ...columnsOf(input), version: { increment: 1 } },
      select: { version: true },
    });
    await writePredecessors(tx, id, input.predecessors);
    audit({ action: "transitionTask.update", subject: taskSubject(plan, task), before: task, after: input });
    return done({ id, version: saved.version });
  });
}

export function removeTask(actor: MemberActor, id: string, version: number): Promise<Outcome<{ planId: string }>> {
  return change(actor, async (tx, audit, tell) => {
    const locked = await lockTask(tx, actor, id, version);
    if (!locked.ok) return locked;
    const { task, plan } = locked.value;
    tell(transitionEvents.taskChanged({ engagementId: plan.engagementId }));
    if (plan.stage === "closed") return refuse("This transition is closed.");
    if (task.actualStart) return refuse("This task has begun. It stays as a record of what was done.");
    await tx.transitionTask.delete({ where: { id } });
    audit({ action: "transitionTask.remove", subject: taskSubject(plan, task), before: task });
    return done({ planId: plan.id });
  });
}
