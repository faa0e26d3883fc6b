import { z } from "zod";
import { decimalText, nonNegativeDecimalText } from "@/lib/shared/fields";
import {
  choice,
  choices,
  flag,
  freeText,
  optional,
  optionalRecordId,
  optionalWholeNumber,
  REQUIRED,
  recordId,
  requiredText,
  versionNumber,
  wholeNumber,
} from "@/lib/shared/inputs";
import { dataCategories, processCategories, processFunctions, processStates, recommendations } from "./labels";

const CODE = "Letters, digits and the signs - _ . / only, at most 40.";
export const codeText = z
  .string({ error: (issue) => (issue.input == null ? REQUIRED : CODE) })
  .trim()
  .regex(/^[\p{L}\p{N}][\p{L}\p{N}_./-]{0,39}$/u, CODE)
  .meta({ description: "Unique in the organization", example: "FIN-AP-01" });

const SEPARATORS = /[,;\r\n]/;
const word = z
  .string()
  .trim()
  .min(1, "An empty word.")
  .max(100, "At most 100 characters each.")
  .refine((text) => !SEPARATORS.test(text), "No comma, semicolon or line break inside a word.");

function splitWords(text: string): string[] {
  return text
    .split(SEPARATORS)
    .map((part) => part.trim())
    .filter(Boolean);
}

/** Words with commas between them in a form and a file, an array in JSON; each one once. */
const words = z
  .union([z.array(word), z.string().max(11_000, "Too long.").transform(splitWords)], { error: "A list of words." })
  .nullish()
  .transform((list) => [...new Set(list ?? [])])
  .pipe(z.array(word).max(100, "At most 100 words."));

/** Not longer than the column is: what is refused here would be rounded or fail there. */
const figureText = (decimals: number) =>
  nonNegativeDecimalText
    .regex(
      new RegExp(`^\\d{1,14}(\\.\\d{1,${decimals}})?$`),
      `At most 14 digits before the point and ${decimals} behind it.`,
    )
    .meta({ description: "A decimal number as text, zero or more", example: "12.5" });
const volume = figureText(8);
const cost = figureText(4);

const figureName = "A name without the signs = and ;.";
export const baselineFigureSchema = z.strictObject({
  name: requiredText(100)
    .refine((text) => !/[=;\r\n]/.test(text), figureName)
    .meta({ description: "What was measured", example: "Cost per invoice" }),
  value: decimalText,
  unit: freeText(40)
    .refine((text) => !/[;\r\n]/.test(text), "A unit without the sign ;.")
    .meta({ description: "Unit of the value", example: "EUR" }),
});
export type BaselineFigure = z.output<typeof baselineFigureSchema>;

/** Rows that a form leaves empty are no figures. */
function dropEmptyRows(value: unknown): unknown {
  if (!Array.isArray(value)) return value;
  return value.filter((row) => !(row && typeof row === "object" && Object.values(row).every((cell) => cell === null)));
}
const baseline = z
  .preprocess(dropEmptyRows, z.array(baselineFigureSchema).max(50, "At most 50 figures.").nullish())
  .transform((list) => list ?? [])
  .meta({ description: "Figures of today, to compare a provider's results with" });

const fields = {
  name: requiredText(200).meta({ description: "What the work is called", example: "Accounts payable" }),
  description: freeText(5000).transform((text) => text.replaceAll("\r\n", "\n")),
  parentCode: optional(codeText).meta({ description: "Code of the process that this is an activity of" }),
  function: choice(processFunctions),
  category: choice(processCategories),
  businessUnit: freeText(120),
  ownerId: optionalRecordId.meta({ description: "The member who answers for it" }),
  isCore: flag.meta({ description: "It sets the organization apart" }),
  isCritical: flag.meta({ description: "The business stops without it" }),
  volumePerMonth: optional(volume),
  volumeUnit: freeText(40).meta({ example: "invoices" }),
  fullTimeEquivalents: optional(volume),
  costPerYear: optional(cost).meta({ description: "In the organization's currency" }),
  complexity: optionalWholeNumber(1, 5),
  documentation: optionalWholeNumber(1, 5).meta({ description: "How well it is written down, 1 to 5" }),
  skills: words,
  systems: words,
  dataCategories: choices(dataCategories),
  regulations: words,
  baseline,
};

/** Left out: the next free PRC code. */
export const createProcessSchema = z.strictObject({ code: optional(codeText), ...fields });
export type CreateProcess = z.output<typeof createProcessSchema>;

/** What a file can say about a process, and a form with all its fields. */
export const processFieldsSchema = z.strictObject({ code: codeText, ...fields });
export type ProcessFields = z.output<typeof processFieldsSchema>;

export const updateProcessSchema = processFieldsSchema.extend({ id: recordId, version: versionNumber });

const grade = wholeNumber(1, 5).nullable().optional();

/** PATCH: what is left out stays, so there are no defaults here. */
export const patchProcessSchema = z.strictObject({
  code: codeText.optional(),
  name: fields.name.optional(),
  description: z.string().trim().max(5000).optional(),
  parentCode: codeText.nullable().optional(),
  function: fields.function.optional(),
  category: fields.category.optional(),
  businessUnit: z.string().trim().max(120).optional(),
  ownerId: recordId.nullable().optional(),
  isCore: z.boolean().optional(),
  isCritical: z.boolean().optional(),
  volumePerMonth: volume.nullable().optional(),
  volumeUnit: z.string().trim().max(40).optional(),
  fullTimeEquivalents: volume.nullable().optional(),
  costPerYear: cost.nullable().optional(),
  complexity: grade,
  documentation: grade,
  skills: z.array(word).max(100).optional(),
  systems: z.array(word).max(100).optional(),
  dataCategories: z.array(z.enum(dataCategories)).optional(),
  regulations: z.array(word).max(100).optional(),
  baseline: z.array(baselineFigureSchema).max(50).optional(),
});
export type ProcessChanges = Partial<ProcessFields>;

export const moveProcessSchema = z.strictObject({
  id: recordId,
  version: versionNumber,
  parentCode: optional(codeText),
});

export const processVersionSchema = z.strictObject({ id: recordId, version: versionNumber });

const activitySchema = z.strictObject({
  code: optional(codeText),
  name: requiredText(200),
  fullTimeEquivalents: optional(volume),
  costPerYear: optional(cost),
  isCore: flag,
});
const activities = z
  .preprocess(dropEmptyActivities, z.array(activitySchema))
  .refine((list) => list.length >= 1, "Name at least one activity.")
  .refine((list) => list.length <= 50, "At most 50 activities at a time.");

/** A row with nothing but its box is empty. */
function dropEmptyActivities(value: unknown): unknown {
  if (!Array.isArray(value)) return value;
  return value.filter(
    (row) =>
      !row ||
      typeof row !== "object" ||
      Object.entries(row).some(([key, cell]) => key !== "isCore" && cell !== null) ||
      !("name" in row),
  );
}
export const splitProcessSchema = z.strictObject({ id: recordId, version: versionNumber, activities });
export const splitBodySchema = z.strictObject({ activities });
export type NewActivity = z.output<typeof activitySchema>;

/** Only what is given is set; an empty choice leaves the processes as they are. */
export const bulkProcessSchema = z
  .strictObject({
    ids: z.array(recordId).min(1, "Choose at least one process.").max(200, "At most 200 processes at a time."),
    ownerId: optionalRecordId,
    category: optional(choice(processCategories)),
    businessUnit: freeText(120),
  })
  .refine((input) => input.ownerId !== null || input.category !== null || input.businessUnit !== "", {
    error: "Choose what to change.",
    path: ["ownerId"],
  });
export type BulkChange = z.output<typeof bulkProcessSchema>;

const reference = z.object({ id: z.uuid(), code: z.string(), name: z.string() });

export const processShape = z
  .object({
    id: z.uuid(),
    code: z.string(),
    name: z.string(),
    description: z.string(),
    parent: reference.nullable(),
    function: z.enum(processFunctions),
    category: z.enum(processCategories),
    businessUnit: z.string(),
    owner: z.object({ id: z.uuid(), name: z.string() }).nullable(),
    isCore: z.boolean(),
    isCritical: z.boolean(),
    volumePerMonth: z.string().nullable(),
    volumeUnit: z.string(),
    fullTimeEquivalents: z.string().nullable(),
    costPerYear: z.string().nullable().meta({ description: "In the organization's currency" }),
    complexity: z.number().nullable(),
    documentation: z.number().nullable(),
    skills: z.array(z.string()),
    systems: z.array(z.string()),
    dataCategories: z.array(z.enum(dataCategories)),
    regulations: z.array(z.string()),
    baseline: z.array(z.object({ name: z.string(), value: z.string(), unit: z.string() })),
    state: z.enum(processStates),
    score: z.string().nullable().meta({ description: "Of the latest completed assessment, 0 to 100" }),
    recommendation: z.enum(recommendations).nullable(),
    latestAssessmentId: z.uuid().nullable(),
    version: z.number(),
    createdAt: z.string(),
    updatedAt: z.string(),
  })
  .meta({ description: "A process or one of its activities" });
export type ProcessView = z.output<typeof processShape>;
