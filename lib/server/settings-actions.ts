"use server";

import { emptySchema, recordIdSchema } from "@/lib/access/schema";
import { done } from "@/lib/shared/outcome";
import { memberAction } from "./action";
import { verifyChain } from "./audit/verify";
import { cancelJob } from "./job-list";
import { sendAgain } from "./outbox-list";

export const verifyChainForm = memberAction("audit:read", emptySchema, async (_, member) =>
  done({ value: await verifyChain(member.organizationId) }),
);

export const sendAgainForm = memberAction("outbox:read", recordIdSchema, async (input, member) => {
  const outcome = await sendAgain(member, input.id);
  return outcome.ok ? done({ message: "It is tried again.", revalidate: "/settings/outbox" }) : outcome;
});

export const cancelJobForm = memberAction("member:manage", recordIdSchema, async (input, member) => {
  const outcome = await cancelJob(member, input.id);
  return outcome.ok ? done({ message: "Job cancelled.", revalidate: "/settings/jobs" }) : outcome;
});
