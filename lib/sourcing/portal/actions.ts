"use server";

import { vendorAction } from "@/lib/server/action";
import { done } from "@/lib/shared/outcome";
import { askQuestion, declineInvitation, intendToBid, recordView } from "./mutations";
import { askSchema, declineSchema, intendSchema, viewSchema } from "./schema";

export const recordRfpView = vendorAction("portal:read", viewSchema, async ({ rfpId }, vendor) => {
  const seen = await recordView(vendor, rfpId);
  return seen.ok ? done({}) : seen;
});

export const intendToBidAction = vendorAction("invitation:answer", intendSchema, async (input, vendor) => {
  const decided = await intendToBid(vendor, input);
  if (!decided.ok) return decided;
  return done({ message: "Noted: you intend to bid", revalidate: `/portal/rfps/${decided.value.rfpId}` });
});

export const declineInvitationAction = vendorAction("invitation:answer", declineSchema, async (input, vendor) => {
  const decided = await declineInvitation(vendor, input);
  if (!decided.ok) return decided;
  return done({ message: "Noted: you have declined", revalidate: `/portal/rfps/${decided.value.rfpId}` });
});

export const askQuestionAction = vendorAction("clarification:ask", askSchema, async (input, vendor) => {
  const asked = await askQuestion(vendor, input);
  if (!asked.ok) return asked;
  return done({ message: "Question sent", revalidate: `/portal/rfps/${input.rfpId}/questions` });
});
