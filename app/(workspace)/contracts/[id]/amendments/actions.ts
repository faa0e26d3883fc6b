"use server";

import { amendContract, decideAmendment } from "@/lib/contracts/mutations/amend";
import { amendmentDecisionSchema, amendmentSchema } from "@/lib/contracts/schema";
import { memberAction } from "@/lib/server/action";
import { refreshContract } from "@/lib/service-levels/mutations/recompute-contract";
import { done } from "@/lib/shared/outcome";

// Contracts know nothing of service levels: here, where both meet, the credits follow the amended terms.

export const amend = memberAction("contract:write", amendmentSchema, async (input, member) => {
  const { id, version, ...amendment } = input;
  const made = await amendContract(member, id, version, amendment);
  if (!made.ok) return made;
  if (!made.value.needsApproval) await refreshContract(member, id, amendment.effectiveFrom.slice(0, 7));
  const wait = made.value.needsApproval ? "; it waits for an executive" : "";
  const page = `/contracts/${id}`;
  const message = `Amendment ${made.value.number} added${wait}`;
  return done({ message, redirectTo: `${page}/amendments`, revalidate: page });
});

export const decideOnAmendment = memberAction("contract:decide", amendmentDecisionSchema, async (input, member) => {
  const decided = await decideAmendment(member, input.id, input);
  if (!decided.ok) return decided;
  const isApproved = input.decision === "approve";
  const { contractId, effectiveFrom } = decided.value;
  if (isApproved) await refreshContract(member, contractId, effectiveFrom.slice(0, 7));
  return done({ message: isApproved ? "Amendment approved" : "Amendment rejected", revalidate: "/contracts" });
});
