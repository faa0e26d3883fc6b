import { z } from "zod";
import { moneyShape } from "@/lib/shared/fields";
import { freeText, instantText, recordId, versionNumber } from "@/lib/shared/inputs";

/** A draft takes what is typed, as it is typed; what is missing or wrong is said when the bid is submitted. */
const typedText = (longest: number) =>
  z
    .string({ error: "Write some text." })
    .max(longest, `At most ${longest} characters.`)
    .nullish()
    .transform((value) => value ?? "");

export const draftContentSchema = z.strictObject({
  answers: z
    .array(z.strictObject({ questionId: recordId, text: typedText(20_000) }))
    .max(1000)
    .default([])
    .meta({ description: "Technical envelope: one answer per question of the RFP" }),
  exceptions: typedText(20_000).meta({ description: "Exceptions to the terms; empty for none" }),
  valueAdded: typedText(20_000).meta({ description: "Offers beyond what was asked for" }),
  prices: z
    .array(z.strictObject({ itemId: recordId, unitPrice: typedText(42) }))
    .max(1000)
    .default([])
    .meta({ description: "Price envelope: unit price per priced item, in the RFP's currency" }),
});
export type DraftContent = z.output<typeof draftContentSchema>;

export const saveDraftSchema = draftContentSchema.extend({ id: recordId, version: versionNumber });
export const startBidSchema = z.strictObject({ rfpId: recordId, lotId: recordId });
export const bidVersionSchema = z.strictObject({ id: recordId, version: versionNumber });
export const openingSchema = z.strictObject({
  rfpId: recordId,
  envelope: z.enum(["technical", "price"], { error: "Choose technical or price." }),
});
export const confirmOpeningBodySchema = z.strictObject({
  decision: freeText(2000).meta({
    description: "Needed when a bid does not fit the audit chain or its receipt: what is decided about it",
  }),
});
export const confirmOpeningSchema = confirmOpeningBodySchema.extend({ id: recordId });

const bidState = z.enum(["draft", "submitted", "withdrawn", "opened", "valid", "rejected"]);

export const receiptShape = z.strictObject({
  bidId: recordId,
  number: z.number().meta({ description: "Counts the submissions of this bid" }),
  receiptNumber: z.string().meta({ example: "RCP-7F3K9QX2M4TD" }),
  receiptHash: z.string().meta({ description: "SHA-256 of the canonical text of the bid, hexadecimal" }),
  submittedAt: instantText,
  submittedBy: z.string(),
  withdrawnAt: instantText.nullable(),
});

export const ownBidShape = z.strictObject({
  id: recordId,
  rfpId: recordId,
  lotId: recordId,
  lot: z.string(),
  state: bidState,
  completeness: z.number(),
  submissions: z.number(),
  submittedAt: instantText.nullable(),
  version: z.number(),
});

export const ownDraftShape = ownBidShape.extend({ content: draftContentSchema });

export const openedBidShape = z.strictObject({
  id: recordId,
  rfpId: recordId,
  lotId: recordId,
  vendorId: recordId,
  vendor: z.string(),
  state: bidState,
  submittedAt: instantText.nullable(),
  openedAt: instantText.nullable(),
  rejectionReason: z.string().nullable(),
  exceptions: z.string().nullable(),
  valueAdded: z.string().nullable(),
  answers: z.array(
    z.strictObject({
      questionId: recordId,
      section: z.string(),
      question: z.string(),
      isMandatoryRequirement: z.boolean(),
      answer: z.string(),
      isMet: z.boolean().nullable(),
    }),
  ),
  technicalScore: z.string().nullable(),
  evaluatedPrice: moneyShape.nullable(),
  priceLines: z.array(
    z.strictObject({ itemId: recordId, item: z.string(), unitPrice: z.string(), amount: z.string() }),
  ),
  version: z.number(),
});

export const openingShape = z.strictObject({
  id: recordId,
  rfpId: recordId,
  envelope: z.enum(["technical", "price"]),
  firstOpener: z.string(),
  firstAt: instantText,
  secondOpener: z.string().nullable(),
  secondAt: instantText.nullable(),
  minutes: z.string().nullable(),
  decision: z.string().nullable(),
});
