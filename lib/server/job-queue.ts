import "server-only";
import type { Actor } from "@/lib/access/actor";
import { databaseNow } from "./clock";
import { db, type Prisma, type Transaction } from "./database";

export type Json = Prisma.InputJsonValue;

type NewJob = { subject?: { type: string; id: string }; input?: Json };

/**
 * Asks for long work in the transaction that causes it: no commit, no job. The worker finds the row within a second
 * and hands it to the queue. Answers the job's id, for its progress.
 */
export async function enqueue(tx: Transaction, actor: Actor, kind: string, job: NewJob = {}): Promise<string> {
  const row = await tx.job.create({
    data: {
      organizationId: actor.organizationId,
      kind,
      subjectType: job.subject?.type ?? null,
      subjectId: job.subject?.id ?? null,
      input: job.input ?? {},
      createdById: actor.kind === "member" ? actor.memberId : null,
      createdByContactId: actor.kind === "vendor" ? actor.contactId : null,
    },
    select: { id: true },
  });
  return row.id;
}

/** Whether such a job of the organization waits or runs; `name` and `value` of its input. */
export async function isJobOpen(
  tx: Transaction,
  actor: Actor,
  kind: string,
  input: { name: string; value: string },
): Promise<boolean> {
  const open = await tx.job.count({
    where: {
      organizationId: actor.organizationId,
      kind,
      state: { in: ["queued", "running"] },
      input: { path: [input.name], equals: input.value },
    },
  });
  return open > 0;
}

/** Says how far a running job is, and its first errors; outside any transaction, so that everybody sees it at once. */
export async function updateJobProgress(id: string, progress: Json, errors?: Json): Promise<void> {
  await db.job.updateMany({
    where: { id, state: "running" },
    data: { progress, ...(errors === undefined ? {} : { errors }) },
  });
}

/** Takes a job for this run; null when somebody cancelled or finished it meanwhile. */
export async function claimJob(id: string) {
  const claimed = await db.job.updateMany({
    where: { id, state: { in: ["queued", "running"] } },
    data: { state: "running", startedAt: await databaseNow(), finishedAt: null, attempts: { increment: 1 } },
  });
  if (claimed.count === 0) return null;
  return db.job.findUnique({
    where: { id },
    select: {
      id: true,
      organizationId: true,
      kind: true,
      subjectId: true,
      input: true,
      createdById: true,
      createdByContactId: true,
      attempts: true,
    },
  });
}

export type JobEnd = { state: "done" | "failed"; message?: string; errors?: Json; progress?: Json };

export async function finishJob(id: string, end: JobEnd): Promise<void> {
  await db.job.updateMany({
    where: { id, state: "running" },
    data: {
      state: end.state,
      message: end.message ?? null,
      finishedAt: await databaseNow(),
      ...(end.errors === undefined ? {} : { errors: end.errors }),
      ...(end.progress === undefined ? {} : { progress: end.progress }),
    },
  });
}

/** After a fault: back into the queue, to be tried again later. */
export async function returnJob(id: string, message: string): Promise<void> {
  await db.job.updateMany({ where: { id, state: "running" }, data: { state: "queued", message } });
}
