import { z } from "zod";
import { moneyShape, percentText } from "@/lib/shared/fields";
import { flag, freeText, instantText, optional, recordId, requiredText, versionNumber } from "@/lib/shared/inputs";

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
export const cancelBodySchema = z.strictObject({
  reason: requiredText(5000),
  bidsAreOut: optional(flag.unwrap()).meta({
    description: "Whether its bids are out and not proposed again; left out: yes, once the award was approved",
  }),
});
export const cancelAwardSchema = awardVersionSchema.extend(cancelBodySchema.shape);
export const letterBodySchema = z.strictObject({
  text: freeText(20_000).meta({ description: "Between the letter's head and its end; empty: as the system writes it" }),
});
export const editLetterSchema = letterBodySchema.extend({ id: recordId, vendorId: recordId, version: versionNumber });
export const approveBodySchema = z.strictObject({ reason: freeText(5000) });
export const reasonBodySchema = z.strictObject({ reason: requiredText(5000) });

export const awardStates = ["proposed", "approved", "standstill", "final", "cancelled", "rejected"] as const;

const rankedShape = z.strictObject({
  bidId: recordId,
  name: z.string(),
  rank: z.number().nullable(),
  technicalScore: z.string(),
  priceScore: z.string().nullable(),
  price: moneyShape.nullable(),
  total: z.string().nullable(),
  isAwarded: z.boolean(),
  isPassedOver: z.boolean(),
  isOut: z.boolean().meta({ description: "An earlier award to it was cancelled" }),
});
export type RankedAtProposal = z.output<typeof rankedShape>;

/** What an award keeps of the ranking it was proposed on. */
export const storedRankingSchema = z.looseObject({
  bids: z
    .array(
      z.looseObject({
        id: z.string(),
        name: z.string(),
        rank: z.number().nullable(),
        technicalScore: z.string(),
        priceScore: z.string().nullable(),
        price: z.string().nullable(),
        total: z.string().nullable(),
      }),
    )
    .default([]),
  passedOver: z.array(z.string()).default([]),
  out: z.array(z.string()).default([]),
});

export const letterDraftShape = z.strictObject({
  vendorId: recordId,
  vendor: z.string(),
  kind: z.enum(["winner", "unsuccessful"]),
  text: z.string(),
  body: z.string().meta({ description: "The whole letter" }),
  editedBy: z.string().nullable(),
  tellsOfOthers: z.array(z.string()).meta({ description: "What has to go before it can be sent" }),
  version: z.number(),
});

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
  bidsAreOut: z.boolean(),
  ranking: z.array(rankedShape).meta({ description: "As it stood when the award was proposed" }),
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
