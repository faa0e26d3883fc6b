import { z } from "zod";
import { d } from "@/lib/shared/decimal";
import { decimalText, monthText, nonNegativeDecimalText } from "@/lib/shared/fields";
import {
  choice,
  freeText,
  optional,
  optionalDecimal,
  optionalMonth,
  optionalRecordId,
  optionalWholeNumber,
  recordId,
  requiredText,
  versionNumber,
} from "@/lib/shared/inputs";
import { creditSchemeSchema, findLevelProblem } from "./simulation-schema";

const serviceLevelShape = {
  kpiId: recordId,
  class: choice(["critical", "key"]),
  category: freeText(80).meta({ description: "Category whose pool it draws from", example: "Resolution" }),
  expected: decimalText.meta({ description: "Exactly at it meets it", example: "95" }),
  minimum: decimalText.meta({ description: "Worse than this is a failure", example: "90" }),
  scheme: optional(creditSchemeSchema),
  minimumVolume: optionalWholeNumber(1, 1_000_000_000).meta({
    description: "Fewer cases than this: shown, not credited",
  }),
  graceUntil: optionalMonth.meta({ description: "Last month that does not count yet" }),
  effectiveFrom: monthText,
  clause: freeText(200).meta({ example: "Schedule 4.2" }),
};

/** A new service level, or with the same KPI a further revision that holds from a month on. */
export const serviceLevelSchema = z.strictObject(serviceLevelShape);
/** The level of a KPI as an amendment has it: its first month is that of the amendment. */
export const amendedLevelSchema = serviceLevelSchema.omit({ kpiId: true, effectiveFrom: true });
export const updateServiceLevelSchema = z.strictObject({ id: recordId, version: versionNumber, ...serviceLevelShape });
export type ServiceLevelInput = z.output<typeof serviceLevelSchema>;
export type UpdateServiceLevel = z.output<typeof updateServiceLevelSchema>;

/** What holds between the fields, once the KPI's direction is known. */
export function findServiceLevelProblem(
  direction: "higher" | "lower",
  input: Pick<ServiceLevelInput, "expected" | "minimum" | "scheme">,
): Record<string, string> | null {
  const scheme = input.scheme ?? { type: "gap" as const, step: null, percentPerStep: "0" };
  const problem = findLevelProblem({ direction, expected: input.expected, minimum: input.minimum, scheme });
  return problem ? { [problem.path.join(".")]: problem.message } : null;
}

const measurementShape = {
  month: monthText,
  value: optionalDecimal.meta({ description: "For a KPI that is reported" }),
  numerator: optionalDecimal.meta({ description: "For a KPI that is a ratio" }),
  denominator: optional(nonNegativeDecimalText),
  cases: optionalWholeNumber(0, 1_000_000_000).meta({ description: "Cases behind the value" }),
  note: freeText(1000).meta({ description: "Why, when an earlier figure is corrected" }),
};
export const measurementSchema = z.strictObject(measurementShape);
export const reportMeasurementSchema = z.strictObject({ kpiId: recordId, ...measurementShape });
export const measurementsBodySchema = z
  .union([measurementSchema, z.strictObject({ measurements: z.array(measurementSchema).min(1).max(1000) })])
  .meta({ description: "One measurement, or several of them" });
export type MeasurementInput = z.output<typeof measurementSchema>;

export const periodVersionSchema = z.strictObject({ id: recordId, version: versionNumber });

export const verifyBodySchema = z.strictObject({
  noChargesReason: freeText(2000).meta({ description: "Why the month has no charges, where it has none" }),
});
export const verifySchema = verifyBodySchema.extend({ id: recordId, version: versionNumber });

export const signBodySchema = z.strictObject({
  contentHash: z
    .string()
    .regex(/^[0-9a-f]{64}$/, "This is the SHA-256 of the month, 64 characters.")
    .meta({ description: "The hash of the version that is signed" }),
  signedName: requiredText(120).meta({ description: "The name of who signs, as written under the sheet" }),
});
export const signSchema = signBodySchema.extend({ id: recordId, version: versionNumber });
export const lockBodySchema = signBodySchema.extend({
  unsignedReason: freeText(2000).meta({ description: "Why it is locked without the vendor's signature, if it is" }),
});
export const lockSchema = lockBodySchema.extend({ id: recordId, version: versionNumber });

export const restatementBodySchema = z.strictObject({ reason: freeText(2000) });
export const acceptRestatementSchema = restatementBodySchema.extend({ id: recordId, version: versionNumber });
export const disputeRestatementBodySchema = z.strictObject({ reason: requiredText(2000) });
export const disputeRestatementSchema = disputeRestatementBodySchema.extend({ id: recordId, version: versionNumber });
export const disputeBodySchema = z.strictObject({ reason: requiredText(2000) });
export const disputeSchema = disputeBodySchema.extend({ id: recordId, version: versionNumber });

/** A list, or one text with numbers by line or comma as a form sends it. */
const caseNumbersSchema = z
  .preprocess(
    (value) =>
      typeof value === "string"
        ? value
            .split(/[\n,;]/)
            .map((each) => each.trim())
            .filter((each) => each !== "")
        : (value ?? []),
    z.array(requiredText(200)).max(5000),
  )
  .transform((numbers) => [...new Set(numbers)]);

export const exclusionKinds = ["clientCaused", "forceMajeure", "plannedMaintenance", "volumeOutsideBand"] as const;
export const exclusionBodySchema = z.strictObject({
  serviceLevelId: optionalRecordId.meta({ description: "Left out: all service levels of the contract" }),
  month: monthText,
  kind: choice(exclusionKinds),
  reason: requiredText(2000),
  evidence: freeText(2000),
  caseNumbers: caseNumbersSchema.meta({ description: "Single cases by number; left out: the whole month" }),
});
export const exclusionSchema = exclusionBodySchema.extend({ contractId: recordId });
export type ExclusionInput = z.output<typeof exclusionSchema>;

export const creditTermsBodySchema = z.strictObject({
  pointsTable: z
    .array(z.tuple([nonNegativeDecimalText, nonNegativeDecimalText], { error: "Write a row as [points, percent]." }))
    .max(100)
    .default([])
    .superRefine((rows, context) => {
      rows.forEach(([points], index) => {
        const before = rows[index - 1]?.[0];
        if (before !== undefined && d(points).lte(before))
          context.addIssue({
            code: "custom",
            path: [index, 0],
            message: "Each row has more points than the one before.",
          });
      });
    })
    .meta({
      description: "Rising: [points, percent of charges]; the last row is 'or more'",
      example: [
        ["5", "0"],
        ["10", "2"],
      ],
    }),
});
export const creditTermsSchema = creditTermsBodySchema.extend({ contractId: recordId });
