import { z } from "zod";
import { choice, optional, recordId, requiredText, versionNumber } from "@/lib/shared/inputs";

const VISIBILITIES = ["everyone", "asker"] as const;

const answerFields = z.strictObject({
  answer: requiredText(10_000),
  visibility: choice(VISIBILITIES),
  privateReason: optional(z.string().trim().max(1000, "At most 1000 characters.")),
});

function checkReason(input: { visibility: string; privateReason: string | null }, context: z.RefinementCtx) {
  if (input.visibility === "asker" && !input.privateReason)
    context.addIssue({
      code: "custom",
      path: ["privateReason"],
      message: "Say why the others do not get this answer.",
    });
}

export const answerSchema = answerFields
  .superRefine(checkReason)
  .meta({ description: "An answer, to everyone without saying who asked, or to the asker alone with a reason" });
export type AnswerInput = z.output<typeof answerSchema>;
export const answerFormSchema = answerFields.extend({ id: recordId, version: versionNumber }).superRefine(checkReason);

const text = z.string();
export const clarificationSchema = z.object({
  id: text,
  rfpId: text,
  vendor: z.object({ id: text, name: text }),
  question: text,
  askedAt: text,
  answer: text.nullable(),
  visibility: z.enum(VISIBILITIES),
  privateReason: text.nullable(),
  answeredBy: text.nullable(),
  answeredAt: text.nullable(),
  version: z.int(),
});
export type ClarificationView = z.output<typeof clarificationSchema>;
