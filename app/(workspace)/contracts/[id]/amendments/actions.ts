"use server";

import { amendContract, decideAmendment } from "@/lib/contracts/mutations/amend";
import { amendmentDecisionSchema, amendmentSchema } from "@/lib/contracts/schema";
import { memberAction } from "@/lib/server/action";
import { done } from "@/lib/shared/outcome";

export const amend = memberAction("contract:write", amendmentSchema, async (input, member) => {
  const { id, version, ...amendment } = input;
  const made = await amendContract(member, id, version, amendment);
  if (!made.ok) return made;
  const wait = made.value.needsApproval ? "; it waits for an executive" : "";
  const page = `/contracts/${id}`;
  const message = `Amendment ${made.value.number} added${wait}`;
  return done({ message, redirectTo: `${page}/amendments`, revalidate: page });
});

export const decideOnAmendment = memberAction("contract:decide", amendmentDecisionSchema, async (input, member) => {
  const decided = await decideAmendment(member, input.id, input);
  if (!decided.ok) return decided;
  const isApproved = input.decision === "approve";
  return done({ message: isApproved ? "Amendment approved" : "Amendment rejected", revalidate: "/contracts" });
});
