"use server";

import { contractStepSchema } from "@/lib/contracts/schema";
import { memberAction, vendorAction } from "@/lib/server/action";
import { done, type Outcome } from "@/lib/shared/outcome";
import { activateContract } from "./mutations/activate";
import {
  assentToAmendment,
  decideAmendment,
  declineAmendment,
  recordPaperAssent,
  withdrawAmendment,
} from "./mutations/decide-amendment";
import { recordPaperSignature, signForClient, signForVendor } from "./mutations/sign";
import { amendmentDecisionSchema, amendmentReasonSchema, paperSigningSchema, signingSchema } from "./schema";

const pageOf = (id: string) => `/contracts/${id}`;
const portalPageOf = (id: string) => `/portal/contracts/${id}`;

type Told = { contractId: string; number: number; isInForce: boolean };

/** Says where an amendment stands after something was done with it. */
function tell(outcome: Outcome<Told>, what: string, revalidate: (contractId: string) => string) {
  if (!outcome.ok) return outcome;
  const { number, isInForce, contractId } = outcome.value;
  const message = isInForce ? `Amendment ${number} is in force` : `Amendment ${number}: ${what}`;
  return done({ message, revalidate: revalidate(contractId) });
}

export const signContract = memberAction("contract:sign", signingSchema, async ({ id, ...signing }, member) => {
  const signed = await signForClient(member, id, signing);
  return signed.ok ? done({ message: "Signed for us", revalidate: pageOf(id) }) : signed;
});

export const signAsVendor = vendorAction("contract:sign", signingSchema, async ({ id, ...signing }, contact) => {
  const signed = await signForVendor(contact, id, signing);
  return signed.ok ? done({ message: "Contract signed", revalidate: portalPageOf(id) }) : signed;
});

export const recordPaper = memberAction("contract:write", paperSigningSchema, async ({ id, ...signing }, member) => {
  const signed = await recordPaperSignature(member, id, signing);
  return signed.ok ? done({ message: "The vendor's signature is recorded", revalidate: pageOf(id) }) : signed;
});

export const activate = memberAction("contract:write", contractStepSchema, async ({ id, version }, member) => {
  const moved = await activateContract(member, id, version);
  return moved.ok ? done({ message: "The contract is active", revalidate: pageOf(id) }) : moved;
});

export const decideOnAmendment = memberAction("contract:decide", amendmentDecisionSchema, async (input, member) => {
  const word = input.decision === "approve" ? "approved; it waits for the vendor" : "rejected";
  return tell(await decideAmendment(member, input.id, input), word, pageOf);
});

export const assent = vendorAction("contract:sign", signingSchema, async ({ id, ...signing }, contact) =>
  tell(await assentToAmendment(contact, id, signing), "assented to; it waits for the client's approval", portalPageOf),
);

export const decline = vendorAction("contract:sign", amendmentReasonSchema, async ({ id, reason }, contact) =>
  tell(await declineAmendment(contact, id, reason), "declined", portalPageOf),
);

export const recordAssent = memberAction("contract:write", paperSigningSchema, async ({ id, ...signing }, member) =>
  tell(await recordPaperAssent(member, id, signing), "the vendor's assent is recorded", pageOf),
);

export const withdraw = memberAction("contract:write", amendmentReasonSchema, async ({ id, reason }, member) =>
  tell(await withdrawAmendment(member, id, reason), "withdrawn", pageOf),
);
