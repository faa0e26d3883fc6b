import "server-only";
import { asOrganizationId, type OrganizationId, systemActor } from "@/lib/access/actor";
import { databaseNow, dayIn } from "@/lib/server/clock";
import { db, sql } from "@/lib/server/database";
import { logger } from "@/lib/server/log";
import { isScheduledKey, type ScheduledJob, type ScheduledKey, scheduledJobs } from "./table";

export type RunOutcome =
  | { state: "done"; result: string }
  | { state: "failed"; error: string }
  /** `notDue`: this day is done. `taken`: another process is at it. */
  | { state: "notDue" | "taken" };

const FAULT = "This failed on our side. It is tried again by itself.";

/** Does what is due of one job in every organization; one that fails does not keep the others waiting. */
export async function runEverywhere(key: string): Promise<void> {
  if (!isScheduledKey(key)) throw new Error(`The clock knows no ${key}: see lib/schedule/table.ts.`);
  const organizations = await db.organization.findMany({ select: { id: true }, orderBy: { id: "asc" } });
  for (const { id } of organizations) await runScheduled(key, asOrganizationId(id));
}

/**
 * Does what is due of one job in one organization. Of several processes at once one does it: the lock belongs to its
 * connection and ends with it. `isAsked`: by a person, whether or not something is due.
 */
export async function runScheduled(
  key: ScheduledKey,
  organizationId: OrganizationId,
  isAsked = false,
): Promise<RunOutcome> {
  const client = await sql.client();
  const lock = `schedule:${key}:${organizationId}`;
  try {
    const { rows } = await client.query<{ taken: boolean }>(
      "SELECT pg_try_advisory_lock(hashtextextended($1, 0)) AS taken",
      [lock],
    );
    if (!rows[0]?.taken) return { state: "taken" };
    try {
      return await runAlone(key, scheduledJobs[key], organizationId, isAsked);
    } finally {
      await client.query("SELECT pg_advisory_unlock(hashtextextended($1, 0))", [lock]);
    }
  } finally {
    client.release();
  }
}

async function runAlone(
  key: ScheduledKey,
  job: ScheduledJob,
  organizationId: OrganizationId,
  isAsked: boolean,
): Promise<RunOutcome> {
  const where = { organizationId_job: { organizationId, job: key } };
  const { timeZone } = await db.organization.findUniqueOrThrow({
    where: { id: organizationId },
    select: { timeZone: true },
  });
  const last = await db.scheduledRun.findUnique({ where, select: { doneUntil: true } });
  const now = await databaseNow();
  const since = last?.doneUntil ?? null;
  const today = dayIn(timeZone, now);
  const sinceDay = since && dayIn(timeZone, since);
  if (job.rhythm === "day" && sinceDay && sinceDay >= today && !isAsked) return { state: "notDue" };
  await db.scheduledRun.upsert({
    where,
    create: { organizationId, job: key, startedAt: now },
    update: { startedAt: now, finishedAt: null },
  });
  try {
    const work = await job.work();
    const result = await work({ actor: systemActor(organizationId), organizationId, now, today, since, sinceDay });
    const finishedAt = await databaseNow();
    await db.scheduledRun.update({ where, data: { doneUntil: now, finishedAt, result, error: null } });
    return { state: "done", result };
  } catch (error) {
    logger.error({ error, job: key, organization: organizationId }, "A scheduled job failed");
    // What stands in `done_until` stays: the next run begins where the last good one ended.
    const finishedAt = await databaseNow();
    await db.scheduledRun.update({ where, data: { finishedAt, error: FAULT } });
    return { state: "failed", error: FAULT };
  }
}
