import { z } from "zod";
import { currencyCode, nonNegativeDecimalText, percentText, positiveDecimalText } from "@/lib/shared/fields";
import {
  choice,
  flag,
  freeText,
  instantText,
  localDateTimeText,
  optional,
  optionalAmount,
  optionalRecordId,
  recordId,
  requiredText,
  timeZoneName,
  versionNumber,
  wholeNumber,
  wordList,
} from "@/lib/shared/inputs";
import { PRICE_ITEM_KINDS, PRICE_METHODS, QUESTION_KINDS, RFP_STATES, TIE_RULES } from "./labels";

const existing = { id: recordId, version: versionNumber };

/** A form gives wall-clock time in the RFP's zone, a program an instant; both mean a moment. */
export const momentText = z.union([localDateTimeText, instantText], { error: "Write a date and a time." }).meta({
  description: "An instant (RFC 3339), or wall-clock time in the RFP's time zone",
  example: "2026-03-31T12:00:00Z",
});
const moment = optional(momentText);
const MOMENT_SHAPE = { questionsUntil: moment, answersUntil: moment, bidsUntil: moment, openingAt: moment };

/** Weights have at most four decimals, as they are stored. */
const weightText = percentText.refine((value) => (value.split(".")[1]?.length ?? 0) <= 4, "At most four decimals.");

export const createRfpSchema = z
  .strictObject({
    engagementId: recordId,
    title: requiredText(200),
    description: freeText(20_000),
    termMonths: wholeNumber(1, 240).default(36),
    timeZone: timeZoneName.nullish(),
  })
  .meta({ description: "A new RFP from the latest scope of an engagement" });
export type CreateRfpInput = z.output<typeof createRfpSchema>;

export const rfpGeneralSchema = z.strictObject({
  title: requiredText(200),
  description: freeText(20_000),
  currency: currencyCode,
  termMonths: wholeNumber(1, 240),
  standstillDays: wholeNumber(0, 365),
});
export const rfpTimetableSchema = z.strictObject({ timeZone: timeZoneName, ...MOMENT_SHAPE });
export const rfpEvaluationSchema = z.strictObject({
  technicalWeight: weightText,
  priceWeight: weightText,
  priceMethod: choice(PRICE_METHODS),
  priceMinimum: optionalAmount.meta({ description: "Lower limit, for linear", example: "400000" }),
  priceMaximum: optionalAmount.meta({
    description: "For linear the upper limit; for qualityInMoney what a technical score of 100 is worth",
    example: "900000",
  }),
  isRelativeToBest: flag,
  minimumTechnical: weightText,
  tieRule: choice(TIE_RULES),
});

/** Only what is given changes; possible while the RFP is a draft. */
export const updateRfpSchema = z
  .strictObject({ ...rfpGeneralSchema.shape, ...rfpTimetableSchema.shape, ...rfpEvaluationSchema.shape })
  .partial()
  .extend({ isRelativeToBest: flag.unwrap().optional() })
  .meta({ description: "Changes of an RFP that is still a draft" });
export type RfpChanges = z.output<typeof updateRfpSchema>;
export const saveGeneralSchema = rfpGeneralSchema.extend(existing);
export const saveTimetableSchema = rfpTimetableSchema.extend(existing);
export const saveEvaluationSchema = rfpEvaluationSchema.extend(existing);

export const criteriaSchema = z
  .strictObject({
    criteria: z
      .array(
        z.strictObject({
          id: optionalRecordId,
          name: requiredText(200),
          description: freeText(2000),
          weight: weightText,
        }),
      )
      .max(50, "At most 50 criteria."),
  })
  .meta({ description: "All criteria in their order; what is left out is deleted" });
export type CriteriaInput = z.output<typeof criteriaSchema>["criteria"];
export const saveCriteriaSchema = criteriaSchema.extend(existing);

export const lotsSchema = z
  .strictObject({
    lots: z
      .array(
        z.strictObject({
          id: optionalRecordId,
          title: requiredText(200),
          description: freeText(5000),
          items: z
            .array(
              z.strictObject({
                id: optionalRecordId,
                name: requiredText(200),
                unit: requiredText(50),
                kind: choice(PRICE_ITEM_KINDS),
                quantity: positiveDecimalText,
              }),
            )
            .max(500, "At most 500 price items.")
            .default([]),
        }),
      )
      .min(1, "An RFP has at least one lot.")
      .max(50, "At most 50 lots."),
  })
  .meta({ description: "All lots with their price items, in their order; what is left out is deleted" });
export type LotsInput = z.output<typeof lotsSchema>["lots"];
export const saveLotsSchema = lotsSchema.extend(existing);

const questionFields = z.strictObject({
  section: requiredText(200),
  text: requiredText(2000),
  kind: choice(QUESTION_KINDS),
  choices: wordList,
  isMandatory: flag,
  criterionId: optionalRecordId,
});
export type QuestionInput = z.output<typeof questionFields>;
function checkQuestion(input: { kind: string; choices: string[] }, context: z.RefinementCtx) {
  if (input.kind === "choice" && input.choices.length < 2)
    context.addIssue({ code: "custom", path: ["choices"], message: "Give at least two choices." });
}
export const questionSchema = questionFields.superRefine(checkQuestion).meta({ description: "A question to bidders" });
export const addQuestionSchema = questionFields.extend({ rfpId: recordId }).superRefine(checkQuestion);
export const saveQuestionSchema = questionFields.extend(existing).superRefine(checkQuestion);
export const rfpKeySchema = z.strictObject(existing);
export const publishBodySchema = z.strictObject({
  acceptsShortWindow: flag.meta({ description: "True where very little time for questions or bids is meant" }),
});
export const publishRfpSchema = publishBodySchema.extend(existing);
export const moveQuestionSchema = z.strictObject({ ...existing, way: choice(["up", "down"]) });

export const invitationSchema = z.strictObject({ vendorId: recordId });
export const addInvitationSchema = invitationSchema.extend({ rfpId: recordId });
export const evaluatorSchema = z.strictObject({ memberId: recordId });
export const addEvaluatorSchema = evaluatorSchema.extend({ rfpId: recordId });
export const rowKeySchema = z.strictObject({ id: recordId });

export const amendmentSchema = z
  .strictObject({ summary: requiredText(5000), description: optional(z.string().trim().max(20_000)), ...MOMENT_SHAPE })
  .meta({ description: "A numbered change of a published RFP; dates may be extended, never shortened" });
export type AmendmentInput = z.output<typeof amendmentSchema>;
export const publishAmendmentSchema = amendmentSchema.extend(existing);
export const endRfpSchema = z.strictObject({ reason: requiredText(2000) });
export const endRfpFormSchema = endRfpSchema.extend(existing);

const text = z.string();
const item = z.object({
  id: text,
  name: text,
  unit: text,
  kind: z.enum(PRICE_ITEM_KINDS),
  quantity: nonNegativeDecimalText,
});
const lot = z.object({ id: text, number: z.int(), title: text, description: text, items: z.array(item) });
const criterion = z.object({ id: text, name: text, description: text, weight: text });
export const questionViewSchema = z.object({
  id: text,
  rfpId: text,
  section: text,
  position: z.int(),
  text,
  kind: z.enum(QUESTION_KINDS),
  choices: z.array(text),
  isMandatory: z.boolean(),
  criterionId: text.nullable(),
  requirement: z.object({ id: text, code: text, title: text }).nullable(),
  version: z.int(),
});
export type QuestionView = z.output<typeof questionViewSchema>;
export type LotView = z.output<typeof lot>;
export type CriterionView = z.output<typeof criterion>;

const invitation = z.object({
  id: text,
  vendor: z.object({ id: text, code: text, name: text, status: text }),
  contacts: z.int().meta({ description: "People of the vendor who are told" }),
  state: z.enum(["invited", "viewed", "intendsToBid", "declined"]),
  invitedAt: text.nullable(),
  viewedAt: text.nullable(),
  decidedAt: text.nullable(),
  declineReason: text.nullable(),
});
const evaluator = z.object({ id: text, memberId: text, name: text });
const amendment = z.object({
  id: text,
  number: z.int(),
  summary: text,
  changes: z.array(z.object({ field: text, before: text.nullable(), after: text.nullable() })),
  publishedBy: text,
  publishedAt: text,
});
export type InvitationView = z.output<typeof invitation>;
export type AmendmentView = z.output<typeof amendment>;

export const rfpSchema = z
  .object({
    id: text,
    code: text,
    title: text,
    description: text,
    state: z.enum(RFP_STATES).meta({ description: "As of now: a published RFP is closed from its deadline on" }),
    engagement: z.object({ id: text, code: text, name: text, stage: text }),
    scope: z.object({ id: text, revision: z.int(), state: text }),
    owner: z.object({ id: text, name: text }),
    currency: text,
    termMonths: z.int(),
    technicalWeight: text,
    priceWeight: text,
    priceMethod: z.enum(PRICE_METHODS),
    priceMinimum: text.nullable(),
    priceMaximum: text.nullable(),
    isRelativeToBest: z.boolean(),
    minimumTechnical: text,
    tieRule: z.enum(TIE_RULES),
    timeZone: text,
    questionsUntil: text.nullable(),
    answersUntil: text.nullable(),
    bidsUntil: text.nullable(),
    openingAt: text.nullable(),
    standstillDays: z.int(),
    publishedAt: text.nullable(),
    closedAt: text.nullable(),
    endedReason: text.nullable(),
    lots: z.array(lot),
    criteria: z.array(criterion),
    questions: z.array(questionViewSchema),
    invitations: z.array(invitation),
    evaluators: z.array(evaluator),
    amendments: z.array(amendment),
    openClarifications: z.int(),
    clarifications: z.int(),
    now: text.meta({ description: "The database's clock at the moment of reading" }),
    version: z.int(),
  })
  .meta({ description: "An RFP as its organization sees it" });
export type RfpView = z.output<typeof rfpSchema>;

export const checkSchema = z.object({ key: text, label: text, isMet: z.boolean(), detail: text, tab: text });
