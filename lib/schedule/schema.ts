import { z } from "zod";

export const scheduledParams = z.object({ key: z.string().max(40) });
export const askForRunSchema = z.strictObject({ key: z.string().max(40) });
const instant = z.iso.datetime().nullable();
export const scheduledShape = z.strictObject({
  key: z.string(),
  name: z.string(),
  does: z.string(),
  rhythm: z.enum(["tick", "day"]).meta({ description: "`tick`: at every look. `day`: once in the organization's day" }),
  cron: z.string().meta({ description: "When the queue looks whether something is due, UTC" }),
  state: z.enum(["waiting", "running", "done", "failed"]),
  doneUntil: instant.meta({ description: "Everything that became due until then is done" }),
  startedAt: instant,
  finishedAt: instant,
  result: z.string(),
  error: z.string().nullable(),
});
