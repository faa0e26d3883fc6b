import { z } from "zod";
import { flag, instantText, recordId, requiredText, versionNumber } from "@/lib/shared/inputs";
import { momentText } from "../rfps/schema";

export const explanationStates = ["requested", "answered", "accepted", "rejected"] as const;

export const askBodySchema = z.strictObject({
  request: requiredText(5000).meta({ description: "What the bidder reads; nothing about the others' prices" }),
  dueAt: momentText,
});
export const askExplanationSchema = askBodySchema.extend({ bidId: recordId });
export const answerBodySchema = z.strictObject({ answer: requiredText(20_000) });
export const answerExplanationSchema = answerBodySchema.extend({ id: recordId, version: versionNumber });
export const decisionBodySchema = z.strictObject({
  isAccepted: flag.unwrap().meta({ description: "Not accepted: the bid is rejected" }),
  reason: requiredText(5000).meta({ description: "The bidder reads it" }),
});
export const decideExplanationSchema = decisionBodySchema.extend({ id: recordId, version: versionNumber });

const shared = {
  id: recordId,
  bidId: recordId,
  lot: z.string(),
  state: z.enum(explanationStates),
  request: z.string(),
  dueAt: instantText,
  answer: z.string().nullable(),
  answeredAt: instantText.nullable(),
  decisionReason: z.string().nullable(),
  version: z.number(),
};
export const ownExplanationShape = z.strictObject(shared);
export const explanationShape = z.strictObject({
  ...shared,
  vendorId: recordId,
  vendor: z.string(),
  finding: z.string().meta({ description: "What the rule found; never shown to the bidder" }),
  requestedBy: z.string(),
  requestedAt: instantText,
  decidedBy: z.string().nullable(),
  decidedAt: instantText.nullable(),
});
