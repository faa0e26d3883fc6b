import { z } from "zod";
import { type Endpoint, memberEndpoint } from "@/lib/server/api/endpoint";
import { done, refuseMissing } from "@/lib/shared/outcome";
import { askForRun } from "./mutations";
import { listScheduled } from "./queries";
import { scheduledParams, scheduledShape } from "./schema";
import { isScheduledKey } from "./table";

export const scheduleEndpoints: Endpoint[] = [
  memberEndpoint("job:read", {
    method: "GET",
    path: "/scheduled-jobs",
    tag: "Jobs",
    summary: "List what the clock does, each with its last run",
    response: z.strictObject({ items: z.array(scheduledShape) }),
    handle: async ({ actor }) => done({ items: await listScheduled(actor.organizationId) }),
  }),
  memberEndpoint("job:run", {
    method: "POST",
    path: "/scheduled-jobs/{key}/run",
    tag: "Jobs",
    summary: "Run a scheduled job now",
    description: "Answers the job that does it; a run that finds nothing new changes nothing.",
    params: scheduledParams,
    response: z.strictObject({ id: z.uuid() }),
    status: 202,
    handle: ({ actor, params: { key } }) =>
      isScheduledKey(key) ? askForRun(actor, key) : Promise.resolve(refuseMissing("scheduled job")),
  }),
];
