import { z } from "zod";
import { instantText, recordId, requiredText, versionNumber } from "@/lib/shared/inputs";

export const intendSchema = z.strictObject({ id: recordId, version: versionNumber });
export const declineSchema = intendSchema.extend({ reason: requiredText(2000) });
export const viewSchema = z.strictObject({ rfpId: recordId });
export const askSchema = z.strictObject({ rfpId: recordId, question: requiredText(5000) });

export const invitationShape = z.strictObject({
  id: recordId,
  rfpId: recordId,
  code: z.string(),
  title: z.string(),
  rfpState: z.string(),
  state: z.enum(["invited", "viewed", "intendsToBid", "declined"]),
  declineReason: z.string().nullable(),
  questionsUntil: instantText.nullable(),
  bidsUntil: instantText.nullable(),
  version: z.number(),
});

export const clarificationShape = z.strictObject({
  id: recordId,
  question: z.string(),
  publishedQuestion: z
    .string()
    .nullable()
    .meta({ description: "Of an own question: as it went to all, where that differs" }),
  askedAt: instantText,
  isOwn: z.boolean(),
  answer: z.string().nullable(),
  answeredAt: instantText.nullable(),
  lateReason: z.string().nullable().meta({ description: "Why the answer came after its time" }),
  isPrivate: z.boolean(),
});
