import { z } from "zod";
import { moneyShape, percentText } from "@/lib/shared/fields";
import { freeText, instantText, optional, recordId, requiredText, versionNumber } from "@/lib/shared/inputs";

export const proposeAwardSchema = z.strictObject({
  lotId: recordId,
  shares: z
    .array(z.strictObject({ bidId: recordId, sharePercent: optional(percentText) }))
    .max(50)
    .default([])
    .meta({ description: "Bids with their share of the lot; the shares sum to 100" }),
  justification: freeText(10_000).meta({ description: "Needed when the best bid is passed over" }),
  tieDecision: freeText(10_000).meta({
    description: "Needed when the first rank is tied: the decision by the tie rule",
  }),
});
export type AwardProposal = z.output<typeof proposeAwardSchema>;

export const awardVersionSchema = z.strictObject({ id: recordId, version: versionNumber });
export const approveAwardSchema = awardVersionSchema.extend({ reason: freeText(5000) });
export const reasonedAwardSchema = awardVersionSchema.extend({ reason: requiredText(5000) });
export const approveBodySchema = z.strictObject({ reason: freeText(5000) });
export const reasonBodySchema = z.strictObject({ reason: requiredText(5000) });

export const awardStates = ["proposed", "approved", "standstill", "final", "cancelled", "rejected"] as const;

export const awardShape = z.strictObject({
  id: recordId,
  rfpId: recordId,
  lotId: recordId,
  rfp: z.string(),
  lot: z.string(),
  state: z.enum(awardStates),
  amount: moneyShape,
  justification: z.string(),
  tieDecision: z.string().nullable(),
  shares: z.array(
    z.strictObject({
      bidId: recordId,
      vendorId: recordId,
      vendor: z.string(),
      sharePercent: z.string(),
      amount: moneyShape,
    }),
  ),
  proposedBy: z.string(),
  proposedAt: instantText,
  decidedBy: z.string().nullable(),
  decidedAt: instantText.nullable(),
  decisionReason: z.string().nullable(),
  standstillUntil: instantText.nullable(),
  finalisedAt: instantText.nullable(),
  letters: z.array(
    z.strictObject({
      vendorId: recordId,
      vendor: z.string(),
      kind: z.enum(["winner", "unsuccessful"]),
      body: z.string(),
    }),
  ),
  version: z.number(),
});

export const letterShape = z.strictObject({
  lot: z.string(),
  kind: z.enum(["winner", "unsuccessful"]),
  body: z.string(),
  createdAt: instantText,
  awardState: z.enum(awardStates),
  standstillUntil: instantText.nullable(),
});
