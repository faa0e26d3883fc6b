import { type JobRun, registerJob } from "@/lib/server/job-handlers";
import { updateJobProgress } from "@/lib/server/job-queue";

/** Hangs for ever the first time, so that its worker can be killed in the middle; the next run ends well. */
export function registerSlowJob(): void {
  registerJob("test.slow", async (run: JobRun) => {
    await updateJobProgress(run.id, { process: process.pid });
    if (run.attempt === 1) await new Promise(() => undefined);
    return { state: "done" };
  });
}
