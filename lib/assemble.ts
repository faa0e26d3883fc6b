import "server-only";
import { jobs } from "@/lib/schedule/jobs";
import { scheduledJobs } from "@/lib/schedule/table";
import { handInReactions } from "@/lib/server/happenings";
import { handInJobs } from "@/lib/server/job-handlers";
import { handInSchedules } from "@/lib/server/schedules";

/** Hands in what stands above the domains to what lies below them: once at the start of every process that writes. */
export function assemble(): void {
  handInReactions(async () => (await import("@/lib/reactions/react")).react);
  handInJobs(jobs);
  handInSchedules({
    list: Object.entries(scheduledJobs).map(([key, { cron }]) => ({ key, cron })),
    load: async () => (await import("@/lib/schedule/run")).runEverywhere,
  });
}
