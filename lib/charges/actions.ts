"use server";

import { memberAction } from "@/lib/server/action";
import { done } from "@/lib/shared/outcome";
import { createChargeLine, removeChargeLine, updateChargeLine } from "./mutations/lines";
import { confirmProposal, declineProposal } from "./mutations/proposals";
import {
  addChargeLineSchema,
  confirmProposalSchema,
  declineProposalSchema,
  removeChargeLineSchema,
  saveChargeLineSchema,
} from "./schema";

const pageOf = (contractId: string) => `/contracts/${contractId}/charges`;

export const addChargeLine = memberAction("charge:write", addChargeLineSchema, async (input, member) => {
  const { contractId, ...line } = input;
  const made = await createChargeLine(member, contractId, line);
  return made.ok
    ? done({ message: "Charge line added", redirectTo: pageOf(contractId), revalidate: "/contracts" })
    : made;
});

export const saveChargeLine = memberAction("charge:write", saveChargeLineSchema, async (input, member) => {
  const { id, version, ...line } = input;
  const saved = await updateChargeLine(member, id, version, line);
  return saved.ok ? done({ message: "Charge line saved", revalidate: "/contracts" }) : saved;
});

export const deleteChargeLine = memberAction("charge:write", removeChargeLineSchema, async (input, member) => {
  const removed = await removeChargeLine(member, input.id, input.version);
  if (!removed.ok) return removed;
  return done({
    message: "Charge line removed",
    redirectTo: pageOf(removed.value.contractId),
    revalidate: "/contracts",
  });
});

export const confirmProposalForm = memberAction("charge:write", confirmProposalSchema, async (input, member) => {
  const stored = await confirmProposal(member, input.id, input.version, input.note);
  if (!stored.ok) return stored;
  const { contractId, amount, currency, month } = stored.value;
  return done({ message: `${amount} ${currency} recorded for ${month}`, revalidate: `/contracts/${contractId}` });
});

export const declineProposalForm = memberAction("charge:write", declineProposalSchema, async (input, member) => {
  const declined = await declineProposal(member, input.id, input.version, input.reason);
  return declined.ok ? done({ message: "Proposal declined", revalidate: "/contracts" }) : declined;
});
