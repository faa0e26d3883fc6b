import { z } from "zod";
import { d, isDecimalText } from "@/lib/shared/decimal";
import { decimalText } from "@/lib/shared/fields";
import {
  choice,
  flag,
  freeText,
  optional,
  optionalRecordId,
  optionalWholeNumber,
  recordId,
  requiredText,
  versionNumber,
} from "@/lib/shared/inputs";

export const timeFields = ["opened", "firstResponse", "resolved", "closed"] as const;
export type TimeField = (typeof timeFields)[number];
export const durationUnits = ["seconds", "minutes", "hours", "days"] as const;
export type DurationUnit = (typeof durationUnits)[number];
export const operators = [
  "equals",
  "notEquals",
  "in",
  "contains",
  "startsWith",
  "isEmpty",
  "isNotEmpty",
  "lessThan",
  "atMost",
  "atLeast",
  "greaterThan",
] as const;
export type Operator = (typeof operators)[number];
export const NUMERIC_OPERATORS: readonly Operator[] = ["lessThan", "atMost", "atLeast", "greaterThan"];

const times = timeFields.join("|");
const FIELD = new RegExp(
  `^(${times}|caseNumber|pausedSeconds|attribute:.{1,300}|duration:(${times}):(${times}):(${durationUnits.join("|")}))$`,
  "s",
);

/** A field of a case, as a definition names it. */
const fieldName = z.string({ error: "Choose a field." }).max(320).regex(FIELD, "Choose a field of the case log.").meta({
  description:
    "opened, firstResponse, resolved, closed, caseNumber, pausedSeconds, attribute:<column> or duration:<from>:<to>:<unit>",
  example: "attribute:priority",
});

const comparedValue = z
  .union([z.string().max(1000), z.array(z.string().max(1000)).max(200)], { error: "Write a value." })
  .nullish()
  .transform((value) => value ?? "");

const conditionSchema = z
  .strictObject({ field: fieldName, operator: choice(operators), value: comparedValue })
  .superRefine(({ field, operator, value }, context) => {
    const refuse = (message: string) => context.addIssue({ code: "custom", path: ["value"], message });
    const isTime = (timeFields as readonly string[]).includes(field);
    if (operator === "isEmpty" || operator === "isNotEmpty") return;
    if (isTime) context.addIssue({ code: "custom", path: ["operator"], message: "A date can only be empty or not." });
    else if (operator === "in") {
      if (value.length === 0) refuse("Write the values, separated by commas.");
    } else if (Array.isArray(value)) refuse("Write one value.");
    else if (NUMERIC_OPERATORS.includes(operator) || field.startsWith("duration:")) {
      if (!isDecimalText(value)) refuse('Write a number, such as "8" or "1.5".');
      else if (!NUMERIC_OPERATORS.includes(operator))
        context.addIssue({
          code: "custom",
          path: ["operator"],
          message: "Compare a duration with less, more, at most or at least.",
        });
    }
  })
  .transform((condition) => ({
    ...condition,
    value:
      condition.operator === "in" && typeof condition.value === "string"
        ? condition.value
            .split(",")
            .map((word) => word.trim())
            .filter(Boolean)
        : condition.value,
  }));

export type Condition = z.output<typeof conditionSchema>;
export type ConditionGroup = { match: "all" | "any"; conditions: (Condition | ConditionGroup)[] };

const match = z.enum(["all", "any"]).default("all").meta({ description: "all: and; any: or" });
const MOST_CONDITIONS = 50;
const innermost = z.strictObject({ match, conditions: z.array(conditionSchema).max(MOST_CONDITIONS) });
const middle = z.strictObject({
  match,
  conditions: z.array(z.union([conditionSchema, innermost])).max(MOST_CONDITIONS),
});
/** Conditions joined by and or or, groups within groups up to three deep. */
const groupSchema = z
  .strictObject({
    match,
    conditions: z
      .array(z.union([conditionSchema, middle]))
      .max(MOST_CONDITIONS)
      .default([]),
  })
  .meta({ description: "Conditions joined by and (all) or or (any)" });

const measureSchema = z.discriminatedUnion(
  "type",
  [
    z.strictObject({ type: z.literal("field"), field: fieldName }),
    z
      .strictObject({
        type: z.literal("duration"),
        from: choice(timeFields),
        to: choice(timeFields),
        unit: choice(durationUnits),
        withoutPauses: flag,
      })
      .refine((measure) => measure.from !== measure.to, { path: ["to"], message: "Choose two different moments." }),
  ],
  { error: "A field or a duration." },
);
export type Measure = z.output<typeof measureSchema>;

const percent = decimalText.refine(
  (text) => !isDecimalText(text) || (d(text).gt(0) && d(text).lte(100)),
  "More than 0, at most 100.",
);

const aggregateSchema = z.discriminatedUnion(
  "type",
  [
    z.strictObject({ type: z.literal("count") }),
    z.strictObject({
      type: z.literal("share"),
      of: groupSchema.refine((group) => group.conditions.length > 0, {
        path: ["conditions"],
        message: "Write at least one condition.",
      }),
    }),
    z.strictObject({ type: z.literal("sum"), measure: measureSchema }),
    z.strictObject({ type: z.literal("mean"), measure: measureSchema }),
    z.strictObject({ type: z.literal("median"), measure: measureSchema }),
    z.strictObject({
      type: z.literal("percentile"),
      percent,
      method: choice(["nearestRank", "linear"]),
      measure: measureSchema,
    }),
  ],
  { error: "Choose how the value is found." },
);
export type Aggregate = z.output<typeof aggregateSchema>;
export const aggregateTypes = ["count", "share", "sum", "mean", "median", "percentile"] as const;

/** How a value is computed from the cases. */
export const definitionSchema = z
  .strictObject({
    filter: groupSchema.default({ match: "all", conditions: [] }),
    aggregate: aggregateSchema,
    month: choice(timeFields).meta({ description: "The moment that puts a case into its month" }),
  })
  .meta({
    description: "How the value is computed from the case log",
    example: {
      filter: {
        match: "all",
        conditions: [{ field: "attribute:priority", operator: "equals", value: "1 - Critical" }],
      },
      aggregate: {
        type: "share",
        of: { match: "all", conditions: [{ field: "attribute:made_sla", operator: "equals", value: "TRUE" }] },
      },
      month: "closed",
    },
  });
export type KpiDefinition = z.output<typeof definitionSchema>;

export const kpiMethods = ["reported", "ratio", "caseLog"] as const;

const kpiShape = {
  code: requiredText(40).meta({ example: "KPI-01" }),
  name: requiredText(160),
  description: freeText(2000),
  unit: requiredText(20).meta({ description: "Unit of the value", example: "%" }),
  direction: choice(["higher", "lower"]).meta({ description: "Which is better" }),
  decimals: optionalWholeNumber(0, 8).meta({
    description: "The contract rounds the value to so many decimals before it compares",
  }),
  method: choice(kpiMethods),
  caseLogId: optionalRecordId,
  definition: optional(definitionSchema),
};

type MethodFields = {
  method: "reported" | "ratio" | "caseLog";
  caseLogId: string | null;
  definition: KpiDefinition | null;
};

function checkMethod(kpi: MethodFields, context: z.core.$RefinementCtx<unknown>): void {
  if (kpi.method !== "caseLog") return;
  const refuse = (path: string, message: string) =>
    context.addIssue({ code: "custom", path: [path], message, input: kpi });
  if (kpi.caseLogId === null) refuse("caseLogId", "Choose the case log.");
  if (kpi.definition === null) refuse("definition", "Say how the value is computed.");
}

export const createKpiBodySchema = z.strictObject(kpiShape).superRefine(checkMethod);
export const createKpiSchema = z.strictObject({ contractId: recordId, ...kpiShape }).superRefine(checkMethod);
export const updateKpiSchema = z
  .strictObject({ id: recordId, version: versionNumber, ...kpiShape })
  .superRefine(checkMethod);
export type CreateKpi = z.output<typeof createKpiSchema>;
export type UpdateKpi = z.output<typeof updateKpiSchema>;

export const previewSchema = z.strictObject({
  contractId: recordId,
  caseLogId: recordId,
  definition: definitionSchema,
});
