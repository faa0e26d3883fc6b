import "server-only";
import type { MemberActor } from "@/lib/access/actor";
import { change } from "@/lib/server/change";
import { enqueue, isJobOpen } from "@/lib/server/job-queue";
import { done, type Outcome, refuse } from "@/lib/shared/outcome";
import { type ScheduledKey, scheduledJobs } from "./table";

/** Asks for a scheduled job now; a worker takes it within a second. One request at a time for each. */
export function askForRun(actor: MemberActor, key: ScheduledKey): Promise<Outcome<{ id: string }>> {
  return change(actor, async (tx, audit) => {
    const { name } = scheduledJobs[key];
    if (await isJobOpen(tx, actor, "scheduledRun", { name: "job", value: key }))
      return refuse(`${name}: somebody has asked for it already. It is about to run.`);
    const id = await enqueue(tx, actor, "scheduledRun", { input: { job: key } });
    audit({ action: "scheduledRun.ask", subject: { type: "job", id, label: name } });
    return done({ id });
  });
}
