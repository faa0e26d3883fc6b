"use server";

import { memberAction } from "@/lib/server/action";
import { done, refuseMissing } from "@/lib/shared/outcome";
import { askForRun } from "./mutations";
import { askForRunSchema } from "./schema";
import { isScheduledKey } from "./table";

export const askForRunForm = memberAction("job:run", askForRunSchema, async ({ key }, member) => {
  if (!isScheduledKey(key)) return refuseMissing("scheduled job");
  const asked = await askForRun(member, key);
  return asked.ok ? done({ message: "It runs now.", revalidate: "/settings/jobs" }) : asked;
});
