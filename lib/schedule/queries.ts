import "server-only";
import type { OrganizationId } from "@/lib/access/actor";
import { db } from "@/lib/server/database";
import { instantOf } from "@/lib/server/values";
import { SCHEDULED_KEYS, type ScheduledKey, scheduledJobs } from "./table";

type ScheduledState = "waiting" | "running" | "done" | "failed";

export type ScheduledView = {
  key: ScheduledKey;
  name: string;
  does: string;
  rhythm: "tick" | "day";
  cron: string;
  state: ScheduledState;
  doneUntil: string | null;
  startedAt: string | null;
  finishedAt: string | null;
  result: string;
  error: string | null;
};

/** All scheduled jobs with their last run in this organization. */
export async function listScheduled(organizationId: OrganizationId): Promise<ScheduledView[]> {
  const rows = await db.scheduledRun.findMany({ where: { organizationId } });
  const runs = new Map(rows.map((row) => [row.job, row]));
  return SCHEDULED_KEYS.map((key) => {
    const { name, does, rhythm, cron } = scheduledJobs[key];
    const run = runs.get(key);
    return {
      key,
      name,
      does,
      rhythm,
      cron,
      state: !run ? "waiting" : run.error ? "failed" : run.finishedAt ? "done" : "running",
      doneUntil: instantOf(run?.doneUntil ?? null),
      startedAt: instantOf(run?.startedAt ?? null),
      finishedAt: instantOf(run?.finishedAt ?? null),
      result: run?.result ?? "",
      error: run?.error ?? null,
    };
  });
}
