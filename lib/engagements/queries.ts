import "server-only";
import type { OrganizationId } from "@/lib/access/actor";
import { db, type Transaction } from "@/lib/server/database";
import { dayOf, decimalOf, instantOf } from "@/lib/server/values";
import { d } from "@/lib/shared/decimal";
import { toMoney } from "@/lib/shared/money";
import type { HealthSignal } from "./rules/health";

/** Everything about an engagement that its page and the API show. */
export async function findEngagement(organization: OrganizationId, id: string) {
  const found = await db.engagement.findFirst({
    where: { id, organizationId: organization },
    select: {
      id: true,
      code: true,
      name: true,
      summary: true,
      stage: true,
      stageSince: true,
      outcome: true,
      closingReason: true,
      currency: true,
      estimatedYearlyValue: true,
      health: true,
      healthReason: true,
      healthSignals: true,
      healthAsOf: true,
      version: true,
      createdAt: true,
      updatedAt: true,
      owner: { select: { id: true, person: { select: { name: true } } } },
      engagementProcesses: {
        orderBy: { process: { code: "asc" } },
        select: { process: { select: { id: true, code: true, name: true } } },
      },
    },
  });
  if (!found) return null;
  const { engagementProcesses, owner, estimatedYearlyValue, ...rest } = found;
  const value = decimalOf(estimatedYearlyValue);
  return {
    ...rest,
    owner: { id: owner.id, name: owner.person.name },
    estimatedYearlyValue: value === null ? null : toMoney(d(value), rest.currency),
    healthSignals: rest.healthSignals as HealthSignal[],
    healthAsOf: instantOf(rest.healthAsOf),
    stageSince: instantOf(rest.stageSince),
    createdAt: instantOf(rest.createdAt),
    updatedAt: instantOf(rest.updatedAt),
    processes: engagementProcesses.map(({ process }) => process),
  };
}
export type EngagementRecord = NonNullable<Awaited<ReturnType<typeof findEngagement>>>;

/** Just enough for crumbs, titles and checks that it exists. */
export function findEngagementName(organization: OrganizationId, id: string) {
  return db.engagement.findFirst({
    where: { id, organizationId: organization },
    select: { id: true, code: true, name: true, stage: true, currency: true },
  });
}

const objectiveFields = {
  id: true,
  engagementId: true,
  kind: true,
  name: true,
  unit: true,
  direction: true,
  baseline: true,
  target: true,
  dueDate: true,
  realised: true,
  realisedOn: true,
  version: true,
} as const;

type ObjectiveRow = NonNullable<Awaited<ReturnType<typeof firstObjective>>>;

function firstObjective(organization: OrganizationId, id: string) {
  return db.objective.findFirst({ where: { id, organizationId: organization }, select: objectiveFields });
}

function toObjective(row: ObjectiveRow) {
  return {
    ...row,
    baseline: decimalOf(row.baseline),
    target: decimalOf(row.target),
    dueDate: dayOf(row.dueDate),
    realised: decimalOf(row.realised),
    realisedOn: dayOf(row.realisedOn),
  };
}
export type ObjectiveRecord = ReturnType<typeof toObjective>;

export async function findObjective(organization: OrganizationId, id: string): Promise<ObjectiveRecord | null> {
  const row = await firstObjective(organization, id);
  return row && toObjective(row);
}

export async function listObjectives(organization: OrganizationId, engagementId: string): Promise<ObjectiveRecord[]> {
  const rows = await db.objective.findMany({
    where: { organizationId: organization, engagementId },
    orderBy: [{ position: "asc" }, { id: "asc" }],
    take: 100,
    select: objectiveFields,
  });
  return rows.map(toObjective);
}

export async function listExitChecklist(organization: OrganizationId, engagementId: string) {
  const rows = await db.exitChecklistItem.findMany({
    where: { organizationId: organization, engagementId },
    orderBy: { position: "asc" },
    take: 200,
    select: {
      id: true,
      name: true,
      state: true,
      evidence: true,
      waiverReason: true,
      version: true,
      decidedAt: true,
      decidedBy: { select: { person: { select: { name: true } } } },
    },
  });
  return rows.map(({ decidedBy, decidedAt, ...row }) => ({
    ...row,
    decidedBy: decidedBy?.person.name ?? null,
    decidedAt: instantOf(decidedAt),
  }));
}

/** The request that waits at the gate, if any. */
export async function findRequestedPassage(organization: OrganizationId, engagementId: string) {
  const found = await db.stagePassage.findFirst({
    where: { organizationId: organization, engagementId, state: "requested" },
    select: {
      id: true,
      toStage: true,
      waiverReason: true,
      outcome: true,
      requestedAt: true,
      requestedById: true,
      requestedBy: { select: { person: { select: { name: true } } } },
    },
  });
  return found && { ...found, requestedAt: instantOf(found.requestedAt), requestedBy: found.requestedBy.person.name };
}
export type RequestedPassage = NonNullable<Awaited<ReturnType<typeof findRequestedPassage>>>;

export async function listPassages(organization: OrganizationId, engagementId: string) {
  const rows = await db.stagePassage.findMany({
    where: { organizationId: organization, engagementId },
    orderBy: [{ requestedAt: "desc" }, { id: "desc" }],
    take: 100,
    select: {
      id: true,
      fromStage: true,
      toStage: true,
      state: true,
      conditions: true,
      waiverReason: true,
      reason: true,
      requestedAt: true,
      decidedAt: true,
      requestedBy: { select: { person: { select: { name: true } } } },
      decidedBy: { select: { person: { select: { name: true } } } },
    },
  });
  return rows.map((row) => ({
    ...row,
    conditions: row.conditions as { label: string; isMet: boolean; detail: string }[],
    requestedAt: instantOf(row.requestedAt),
    decidedAt: instantOf(row.decidedAt),
    requestedBy: row.requestedBy.person.name,
    decidedBy: row.decidedBy?.person.name ?? null,
  }));
}

/** People to choose an owner from. */
export async function listMemberOptions(organization: OrganizationId) {
  const rows = await db.member.findMany({
    where: { organizationId: organization, state: "active" },
    orderBy: { person: { name: "asc" } },
    take: 500,
    select: { id: true, title: true, person: { select: { name: true } } },
  });
  return rows.map(({ id, title, person }) => ({ value: id, label: title ? `${person.name}, ${title}` : person.name }));
}

/** Engagements to choose from: those that have not ended, and the one that a record belongs to already. */
export async function listEngagementOptions(organization: OrganizationId, ownId?: string | null) {
  const isOpen = { stage: { notIn: ["closed" as const, "cancelled" as const] } };
  const rows = await db.engagement.findMany({
    where: { organizationId: organization, ...(ownId ? { OR: [isOpen, { id: ownId }] } : isOpen) },
    orderBy: { code: "asc" },
    take: 500,
    select: { id: true, code: true, name: true },
  });
  return rows.map(({ id, code, name }) => ({ value: id, label: `${code} ${name}` }));
}

const FOUND = 20;

/** Processes by name or code, for the picker: an inventory can have a hundred thousand. */
export function findProcesses(organization: OrganizationId, text: string) {
  const words = text.split(/\s+/).filter(Boolean).slice(0, 6);
  return db.process.findMany({
    where: {
      organizationId: organization,
      state: "active",
      AND: words.map((word) => ({
        OR: [{ name: { contains: word, mode: "insensitive" } }, { code: { contains: word, mode: "insensitive" } }],
      })),
    },
    orderBy: { name: "asc" },
    take: FOUND,
    select: { id: true, code: true, name: true },
  });
}

/** What happened to an engagement, newest first, from the audit log. */
export async function listEngagementEvents(organization: OrganizationId, engagementId: string) {
  const rows = await db.auditEvent.findMany({
    where: { organizationId: organization, subjectType: "engagement", subjectId: engagementId },
    orderBy: { sequence: "desc" },
    take: 200,
    select: { sequence: true, at: true, actorName: true, action: true, before: true, after: true },
  });
  return rows.map((row) => ({ ...row, sequence: row.sequence.toString(), at: row.at.toISOString() }));
}

export function findProcessOption(organization: OrganizationId, id: string) {
  return db.process.findFirst({
    where: { id, organizationId: organization },
    select: { id: true, code: true, name: true },
  });
}

/** Engagements whose health can move: all that are neither closed nor cancelled. */
export async function listRunning(organization: OrganizationId) {
  const rows = await db.engagement.findMany({
    where: { organizationId: organization, stage: { notIn: ["closed", "cancelled"] } },
    select: { id: true, code: true, name: true, owner: { select: { personId: true } } },
    orderBy: { id: "asc" },
  });
  return rows.map(({ owner, ...engagement }) => ({ ...engagement, ownerPersonId: owner.personId }));
}

/** The stored health with its reason in words. */
export function readHealth(tx: Transaction, id: string) {
  return tx.engagement.findUniqueOrThrow({ where: { id }, select: { health: true, healthReason: true } });
}
