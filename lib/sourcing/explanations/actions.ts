"use server";

import { memberAction, vendorAction } from "@/lib/server/action";
import { done } from "@/lib/shared/outcome";
import { answerExplanation, askExplanation, decideExplanation } from "./mutations";
import { answerExplanationSchema, askExplanationSchema, decideExplanationSchema } from "./schema";

const revalidate = "/evaluations";

export const askExplanationAction = memberAction("award:propose", askExplanationSchema, async (input, member) => {
  const asked = await askExplanation(member, input);
  return asked.ok ? done({ message: "The bidder is asked", revalidate }) : asked;
});

export const decideExplanationAction = memberAction("award:propose", decideExplanationSchema, async (input, member) => {
  const decided = await decideExplanation(member, input);
  if (!decided.ok) return decided;
  return done({ message: input.isAccepted ? "Explanation accepted" : "Bid rejected", revalidate });
});

export const answerExplanationAction = vendorAction(
  "explanation:answer",
  answerExplanationSchema,
  async (input, vendor) => {
    const answered = await answerExplanation(vendor, input);
    if (!answered.ok) return answered;
    return done({ message: "Explanation sent", revalidate: `/portal/rfps/${answered.value.rfpId}` });
  },
);
