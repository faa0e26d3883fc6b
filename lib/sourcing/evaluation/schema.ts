import { z } from "zod";
import { d, isDecimalText } from "@/lib/shared/decimal";
import { moneyShape, stepsShape } from "@/lib/shared/fields";
import { flag, freeText, instantText, recordId, requiredText, versionNumber } from "@/lib/shared/inputs";

const SCORE = "A score is 0 to 5, in steps of 0.5.";

export const scoreText = z
  .string({ error: (issue) => (issue.input == null ? "Choose a score." : SCORE) })
  .refine((value) => isDecimalText(value) && d(value).gte(0) && d(value).lte(5) && d(value).times(2).isInteger(), SCORE)
  .meta({ description: SCORE, example: "4" });

export const interestsSchema = z.strictObject({
  rfpId: recordId,
  conflicts: z
    .array(z.strictObject({ vendorId: recordId, hasConflict: flag, reason: freeText(2000) }))
    .max(200)
    .default([])
    .meta({ description: "Bidders of whom the evaluator is not independent; empty declares that there is none" }),
});

export const scoreSchema = z.strictObject({
  bidId: recordId,
  criterionId: recordId,
  score: scoreText,
  comment: freeText(5000),
});
export const scoreBodySchema = scoreSchema.omit({ bidId: true, criterionId: true });

export const examineSchema = z.strictObject({
  id: recordId,
  version: versionNumber,
  findings: z
    .array(z.strictObject({ questionId: recordId, isMet: flag }))
    .max(500)
    .default([])
    .meta({ description: "For each question on a mandatory requirement: is it met?" }),
});
export const examineBodySchema = examineSchema.omit({ id: true, version: true });

export const moderateSchema = z.strictObject({
  rfpId: recordId,
  criterionId: recordId,
  scores: z
    .array(z.strictObject({ bidId: recordId, score: scoreText, reason: requiredText(5000) }))
    .min(1, "Write at least one score.")
    .max(100),
});
export const moderateBodySchema = moderateSchema.omit({ rfpId: true });
export const lockScoresSchema = z.strictObject({ rfpId: recordId });
export const lockTechnicalSchema = z.strictObject({ rfpId: recordId, version: versionNumber });

const decimalOrNull = z.string().nullable();

export const scoreShape = z.strictObject({
  bidId: recordId,
  criterionId: recordId,
  evaluatorId: recordId,
  evaluator: z.string(),
  score: z.string(),
  comment: z.string(),
  isLocked: z.boolean(),
});
export const scoresShape = z.strictObject({
  scores: z.array(scoreShape),
  moderated: z.array(
    z.strictObject({
      bidId: recordId,
      criterionId: recordId,
      score: z.string(),
      reason: z.string(),
      moderator: z.string(),
    }),
  ),
  othersAreHidden: z.boolean().meta({ description: "True until the reader's own scores are locked" }),
});

const rankedShape = z.strictObject({
  id: recordId,
  name: z.string(),
  status: z.enum(["ranked", "belowMinimum"]),
  technicalScore: z.string(),
  priceScore: decimalOrNull,
  price: moneyShape.nullable(),
  total: decimalOrNull,
  rank: z.number().nullable(),
  tied: z.boolean(),
  flags: z.array(z.enum(["abnormallyLow"])),
  explanation: z.enum(["requested", "answered", "accepted", "rejected"]).nullable(),
});

export const answersShape = z.strictObject({
  data: z.array(
    z.strictObject({
      questionId: recordId,
      section: z.string(),
      question: z.string(),
      requirement: z.string().nullable(),
      answers: z.array(
        z.strictObject({ bidId: recordId, bidder: z.string(), answer: z.string(), isMet: z.boolean().nullable() }),
      ),
    }),
  ),
  nextCursor: z.string().nullable(),
});

export const evaluationShape = z.strictObject({
  lotId: recordId,
  rfpId: recordId,
  rfp: z.string(),
  lot: z.string(),
  state: z.string(),
  technicalLockedAt: instantText.nullable(),
  priceOpenedAt: instantText.nullable(),
  conflicts: z.array(
    z.strictObject({ memberId: recordId, member: z.string(), vendorId: recordId, vendor: z.string() }),
  ),
  setAside: z
    .array(z.strictObject({ id: recordId, name: z.string(), reason: z.string().nullable() }))
    .meta({ description: "Bids that could not be opened as they were submitted" }),
  ranking: z
    .strictObject({
      bids: z.array(rankedShape),
      winner: recordId.nullable(),
      tie: z.boolean(),
      without: z
        .strictObject({
          excluded: z.array(recordId),
          bids: z.array(rankedShape),
          winner: recordId.nullable(),
          tie: z.boolean(),
        })
        .nullable()
        .meta({ description: "The ranking as if abnormally low prices that are not explained were not there" }),
      sensitivity: z.strictObject({
        technicalWeight: z.strictObject({ flipsAt: decimalOrNull, to: recordId.nullable() }),
        ranges: z.array(z.strictObject({ from: z.string(), to: z.string(), winner: recordId.nullable() })),
        criteria: z.array(
          z.strictObject({
            criterionId: recordId,
            name: z.string(),
            weight: z.string(),
            flipsAt: decimalOrNull,
            to: recordId.nullable(),
          }),
        ),
        firmness: z.enum(["tie", "none", "firmly", "clearly", "narrowly", "byTheRules", "unexplained"]),
      }),
      methods: z.array(
        z.strictObject({
          method: z.enum(["lowestRatio", "linear", "meanDeviation", "qualityInMoney"]),
          winner: recordId.nullable(),
          tie: z.boolean(),
        }),
      ),
      steps: stepsShape,
    })
    .nullable()
    .meta({ description: "Null until the prices are open" }),
});
