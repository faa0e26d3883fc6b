"use server";
import { memberAction } from "@/lib/server/action";
import { done } from "@/lib/shared/outcome";
import { answerClarification as answer } from "./mutations";
import { answerFormSchema } from "./schema";

export const answerClarification = memberAction(
  "clarification:answer",
  answerFormSchema,
  async ({ id, version, ...input }, member) => {
    const answered = await answer(member, id, version, input);
    if (!answered.ok) return answered;
    const message = input.visibility === "everyone" ? "Answered to every invited vendor" : "Answered to the asker";
    return done({ message, revalidate: "/rfps" });
  },
);
