import { z } from "zod";
import { choice, optional, recordId, requiredText, versionNumber } from "@/lib/shared/inputs";

const VISIBILITIES = ["everyone", "asker"] as const;

const shortText = optional(z.string().trim().max(1000, "At most 1000 characters."));
const answerFields = z.strictObject({
  answer: requiredText(10_000),
  visibility: choice(VISIBILITIES),
  publishedQuestion: optional(z.string().trim().max(5000, "At most 5000 characters.")).meta({
    description:
      "The question as it goes to all, without what would tell who asked or what is theirs; left out: as asked",
  }),
  privateReason: shortText,
  lateReason: shortText.meta({ description: "Needed after the time for answers; vendors see it" }),
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
  question: text.meta({ description: "As it goes to all" }),
  original: text.nullable().meta({ description: "As it was asked, where that differs and the reader may know" }),
  askedAt: text,
  answer: text.nullable(),
  visibility: z.enum(VISIBILITIES),
  privateReason: text.nullable(),
  lateReason: text.nullable(),
  answeredBy: text.nullable(),
  answeredAt: text.nullable(),
  version: z.int(),
});
export type ClarificationView = z.output<typeof clarificationSchema>;
