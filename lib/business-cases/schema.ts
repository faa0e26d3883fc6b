import { z } from "zod";
import { currencyCode, decimalText, percentText } from "@/lib/shared/fields";
import {
  choice,
  flag,
  freeText,
  optional,
  optionalPercent,
  optionalRecordId,
  recordId,
  requiredText,
  versionNumber,
  wholeNumber,
} from "@/lib/shared/inputs";
import { OUTSOURCING_TYPES, VENDOR_MODELS } from "./labels";
import { LINE_CATEGORIES, OPTION_KINDS } from "./rules/options";

export const settingsSchema = z.strictObject({
  currency: currencyCode,
  discountRate: percentText.meta({ description: "Per year, in percent", example: "8" }),
  convention: choice(["t0", "allDiscounted"]),
  taxRate: optionalPercent.meta({ description: "Tax on savings in percent; left out: before tax" }),
  firstYear: wholeNumber(2000, 2100),
  years: wholeNumber(1, 15),
  assumptions: freeText(10_000),
});
export type CaseSettingsInput = z.output<typeof settingsSchema>;

/** An empty cell is nothing, not zero; it counts as nothing in every sum. */
const cell = optional(decimalText);

const lineSchema = z.strictObject({
  category: choice(LINE_CATEGORIES),
  name: requiredText(120),
  amounts: z.array(cell).max(15, "At most 15 years."),
});

const optionSchema = z.strictObject({
  id: optionalRecordId.meta({ description: "Left out for a new option" }),
  name: requiredText(120),
  kind: choice(OPTION_KINDS),
  vendorModel: choice(VENDOR_MODELS).default("single"),
  outsourcingType: choice(OUTSOURCING_TYPES).default("business"),
  notes: freeText(2000),
  lines: z.array(lineSchema).max(40, "At most 40 lines in an option.").default([]),
});

export const figuresSchema = z
  .strictObject({
    options: z.array(optionSchema).min(1, "A case needs at least one option.").max(8, "At most 8 options."),
  })
  .refine(({ options }) => options.filter((option) => option.kind === "keep").length === 1, {
    message: 'Exactly one option must be "Keep as it is": the others are measured against it.',
    path: ["options"],
  });
export type FiguresInput = z.output<typeof figuresSchema>;

export const chooseSchema = z.strictObject({
  optionId: recordId,
  reason: requiredText(2000).meta({ description: "Why this option and not another" }),
});
export type ChooseInput = z.output<typeof chooseSchema>;

export const decideCaseSchema = z.strictObject({ isApproved: flag, reason: freeText(2000) });
export type DecideCaseInput = z.output<typeof decideCaseSchema>;

const target = { id: recordId, version: versionNumber };
export const newCaseFormSchema = settingsSchema.extend({ engagementId: recordId });
export const settingsFormSchema = settingsSchema.extend(target);
export const figuresFormSchema = figuresSchema.safeExtend(target);
export const chooseFormSchema = chooseSchema.extend(target);
export const decideCaseFormSchema = decideCaseSchema.extend(target);

const decimal = z.string();

export const caseRepresentation = z.object({
  id: z.uuid(),
  engagementId: z.uuid(),
  revision: z.number().int(),
  state: z.enum(["draft", "submitted", "approved", "rejected", "superseded"]),
  currency: z.string(),
  discountRate: decimal,
  convention: z.enum(["t0", "allDiscounted"]),
  taxRate: decimal.nullable(),
  firstYear: z.number().int(),
  years: z.number().int(),
  assumptions: z.string(),
  chosenOptionId: z.uuid().nullable(),
  choiceReason: z.string(),
  preparedBy: z.object({ id: z.uuid(), name: z.string() }),
  decidedBy: z.string().nullable(),
  decidedAt: z.string().nullable(),
  options: z.array(
    z.object({
      id: z.uuid(),
      name: z.string(),
      kind: z.enum(OPTION_KINDS),
      vendorModel: z.enum(VENDOR_MODELS),
      outsourcingType: z.enum(OUTSOURCING_TYPES),
      notes: z.string(),
      lines: z.array(
        z.object({ category: z.enum(LINE_CATEGORIES), name: z.string(), amounts: z.array(decimal.nullable()) }),
      ),
    }),
  ),
  version: z.number().int(),
});

export const resultsRepresentation = z.object({
  options: z.array(
    z.object({
      id: z.uuid(),
      name: z.string(),
      kind: z.enum(OPTION_KINDS),
      totalCost: decimal,
      totalSavings: decimal,
      npv: decimal,
      irr: z.object({ status: z.enum(["unique", "none", "several"]), values: z.array(decimal) }),
      payback: decimal.nullable(),
      discountedPayback: decimal.nullable(),
      returnOnInvestment: decimal.nullable(),
      steps: z.array(z.object({ label: z.string(), value: z.string(), source: z.string().optional() })),
    }),
  ),
});
