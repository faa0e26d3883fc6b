import "server-only";
import { z } from "zod";
import { asOrganizationId } from "@/lib/access/actor";
import type { JobHandler } from "@/lib/server/job-handlers";
import { runScheduled } from "./run";
import { isScheduledKey, scheduledJobs } from "./table";

const input = z.object({ job: z.string().refine(isScheduledKey) });

/** A scheduled job that a person asked for: now, whether or not something is due. */
export const runAsked: JobHandler = async (run) => {
  const { job } = input.parse(run.input);
  const outcome = await runScheduled(job, asOrganizationId(run.organizationId), true);
  const { name } = scheduledJobs[job];
  if (outcome.state === "done") return { state: "done", message: `${name}: ${outcome.result}` };
  if (outcome.state === "failed") return { state: "failed", message: `${name}: ${outcome.error}` };
  return { state: "done", message: `${name}: it was running already.` };
};
