import "server-only";
import type { OrganizationId } from "@/lib/access/actor";
import { databaseNow, dayIn } from "@/lib/server/clock";
import { db, type Prisma } from "@/lib/server/database";
import { dayOf, instantOf } from "@/lib/server/values";
import { TRANSITION_ENGAGEMENT_STAGES } from "./mutations/plans";

const personName = { select: { person: { select: { name: true } } } } as const;

const planFields = {
  id: true,
  code: true,
  name: true,
  stage: true,
  plannedStart: true,
  plannedGoLive: true,
  actualGoLive: true,
  goLiveDecision: true,
  goLiveReason: true,
  goLiveDecidedAt: true,
  version: true,
  owner: personName,
  goLiveDecidedBy: personName,
  engagement: { select: { id: true, code: true, name: true } },
  contract: { select: { id: true, code: true, title: true, vendor: { select: { id: true, legalName: true } } } },
  organization: { select: { timeZone: true } },
  _count: { select: { transitionTasks: true, knowledgeItems: true, goNoGoCriterions: true } },
} satisfies Prisma.TransitionPlanSelect;

type Row = Prisma.TransitionPlanGetPayload<{ select: typeof planFields }>;

function present(row: Row, now: Date) {
  const { owner, goLiveDecidedBy, organization, _count, ...plan } = row;
  return {
    ...plan,
    today: dayIn(organization.timeZone, now),
    plannedStart: dayOf(plan.plannedStart),
    plannedGoLive: dayOf(plan.plannedGoLive),
    actualGoLive: dayOf(plan.actualGoLive),
    goLiveDecidedAt: instantOf(plan.goLiveDecidedAt),
    ownerName: owner.person.name,
    goLiveDecidedByName: goLiveDecidedBy?.person.name ?? null,
    counts: _count,
  };
}
export type TransitionRecord = ReturnType<typeof present>;

export async function findTransition(organizationId: OrganizationId, id: string): Promise<TransitionRecord | null> {
  const row = await db.transitionPlan.findFirst({ where: { id, organizationId }, select: planFields });
  return row && present(row, await databaseNow());
}

const taskFields = {
  id: true,
  planId: true,
  code: true,
  position: true,
  workstream: true,
  name: true,
  plannedStart: true,
  plannedEnd: true,
  actualStart: true,
  actualEnd: true,
  progress: true,
  state: true,
  isMilestone: true,
  clientOwnerId: true,
  clientOwner: personName,
  vendorOwner: true,
  version: true,
  taskDependenciesAsSuccessor: { select: { predecessorId: true, lagDays: true } },
} satisfies Prisma.TransitionTaskSelect;

function presentTask(row: Prisma.TransitionTaskGetPayload<{ select: typeof taskFields }>) {
  const { clientOwner, taskDependenciesAsSuccessor, ...task } = row;
  return {
    ...task,
    plannedStart: dayOf(task.plannedStart),
    plannedEnd: dayOf(task.plannedEnd),
    actualStart: dayOf(task.actualStart),
    actualEnd: dayOf(task.actualEnd),
    clientOwnerName: clientOwner?.person.name ?? null,
    predecessors: taskDependenciesAsSuccessor.map(({ predecessorId, lagDays }) => ({ id: predecessorId, lagDays })),
  };
}
export type TaskRecord = ReturnType<typeof presentTask>;

export async function listTasks(organizationId: OrganizationId, planId: string): Promise<TaskRecord[]> {
  const rows = await db.transitionTask.findMany({
    where: { organizationId, planId },
    select: taskFields,
    orderBy: [{ workstream: "asc" }, { plannedStart: "asc" }, { position: "asc" }],
  });
  return rows.map(presentTask);
}

export async function findTask(organizationId: OrganizationId, id: string): Promise<TaskRecord | null> {
  const row = await db.transitionTask.findFirst({ where: { id, organizationId }, select: taskFields });
  return row && presentTask(row);
}

export async function listCriteria(organizationId: OrganizationId, planId: string) {
  const rows = await db.goNoGoCriterion.findMany({
    where: { organizationId, planId },
    select: {
      id: true,
      name: true,
      state: true,
      evidence: true,
      waiverReason: true,
      decidedAt: true,
      decidedById: true,
      decidedBy: personName,
      version: true,
    },
    orderBy: [{ position: "asc" }, { id: "asc" }],
  });
  return rows.map(({ decidedBy, decidedAt, ...rest }) => ({
    ...rest,
    decidedAt: instantOf(decidedAt),
    decidedByName: decidedBy?.person.name ?? null,
  }));
}
export type CriterionRecord = Awaited<ReturnType<typeof listCriteria>>[number];

const knowledgeFields = {
  id: true,
  name: true,
  processId: true,
  process: { select: { code: true } },
  knowledgeSignatures: { select: { step: true, side: true, signedBy: true, signedAt: true } },
} satisfies Prisma.KnowledgeItemSelect;

export function listKnowledge(organizationId: OrganizationId, planId: string) {
  return db.knowledgeItem.findMany({
    where: { organizationId, planId },
    select: knowledgeFields,
    orderBy: [{ position: "asc" }, { id: "asc" }],
  });
}
export type KnowledgeRecord = Awaited<ReturnType<typeof listKnowledge>>[number];

/** The transitions of one contract, as its vendor sees them. */
export function listVendorTransitions(
  vendor: { organizationId: OrganizationId; vendorId: string },
  contractId: string,
) {
  return db.transitionPlan.findMany({
    where: { organizationId: vendor.organizationId, contractId, contract: { vendorId: vendor.vendorId } },
    select: {
      id: true,
      code: true,
      name: true,
      stage: true,
      knowledgeItems: { select: knowledgeFields, orderBy: [{ position: "asc" }, { id: "asc" }] },
    },
    orderBy: { createdAt: "asc" },
    take: 20,
  });
}

/** Engagements for which a transition can be planned, with their contracts. */
export function listTransitionChoices(organizationId: OrganizationId) {
  return db.engagement.findMany({
    where: { organizationId, stage: { in: [...TRANSITION_ENGAGEMENT_STAGES] } },
    select: {
      id: true,
      code: true,
      name: true,
      contracts: {
        where: { state: { notIn: ["terminated", "expired"] } },
        select: { id: true, code: true, title: true },
        orderBy: { code: "asc" },
      },
    },
    orderBy: { name: "asc" },
    take: 500,
  });
}

export function listContractsOf(organizationId: OrganizationId, engagementId: string) {
  return db.contract.findMany({
    where: { organizationId, engagementId, state: { notIn: ["terminated", "expired"] } },
    select: { id: true, code: true, title: true },
    orderBy: { code: "asc" },
  });
}

export async function listPeople(organizationId: OrganizationId) {
  const members = await db.member.findMany({
    where: { organizationId, state: "active" },
    select: { id: true, person: { select: { name: true } } },
    orderBy: { person: { name: "asc" } },
    take: 1000,
  });
  return members.map(({ id, person }) => ({ value: id, label: person.name }));
}
