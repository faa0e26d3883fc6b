import { handInJobs, type JobHandler } from "@/lib/server/job-handlers";
import { updateJobProgress } from "@/lib/server/job-queue";

/** Hangs for ever the first time, so that its worker can be killed in the middle; the next run ends well. */
const hang: JobHandler = async (run) => {
  await updateJobProgress(run.id, { process: process.pid });
  if (run.attempt === 1) await new Promise(() => undefined);
  return { state: "done" };
};

export function registerSlowJob(): void {
  handInJobs({ "test.slow": async () => hang });
}
