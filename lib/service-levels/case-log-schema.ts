import { z } from "zod";
import { compileDatePattern } from "@/lib/exchange/csv/date-pattern";
import { csvDelimiters, csvEncodings } from "@/lib/exchange/csv/types";
import { freeText, optional, recordId, requiredText, timeZoneName, versionNumber } from "@/lib/shared/inputs";

const columnName = requiredText(300).meta({
  description: "Name of a column in the file's header",
  example: "opened_at",
});

const emptyMarkers = z
  .union(
    [
      z.array(z.string().max(100)),
      z
        .string()
        .max(500)
        .transform((text) => text.split(/\s+/).filter(Boolean)),
    ],
    {
      error: "A list of words.",
    },
  )
  .nullish()
  .transform((value) => value ?? [])
  .refine((words) => words.length <= 20, "At most 20 markers.")
  .meta({ description: "Cells that stand for nothing, besides the empty one", example: ["?"] });

const datePattern = requiredText(60)
  .refine(
    (pattern) => compileDatePattern(pattern) !== null,
    "Write ISO, or a pattern of yyyy, MM, dd, HH, mm and ss, such as dd-MM-yyyy HH:mm.",
  )
  .meta({ description: "How dates are written: ISO, or a pattern", example: "dd-MM-yyyy HH:mm" });

/** Which column of the vendor's file is what. Saved with the case log. */
export const mappingSchema = z
  .strictObject({
    delimiter: optional(z.enum(csvDelimiters, { error: "Comma, semicolon, tab or pipe." })),
    encoding: optional(z.enum(csvEncodings, { error: "Choose one from the list." })),
    datePattern,
    emptyMarkers,
    caseNumber: columnName,
    opened: optional(columnName),
    firstResponse: optional(columnName),
    resolved: optional(columnName),
    closed: optional(columnName),
    pausedSeconds: optional(columnName),
    attributes: z
      .array(columnName)
      .max(500, "At most 500 columns.")
      .default([])
      .meta({ description: "Other columns to keep, by their names", example: ["priority", "made_sla"] }),
  })
  .superRefine((mapping, context) => {
    const named = [mapping.caseNumber, mapping.opened, mapping.firstResponse, mapping.resolved, mapping.closed];
    if (named.slice(1).every((name) => name === null))
      context.addIssue({ code: "custom", path: ["opened"], message: "Name at least one date column." });
    if (new Set(mapping.attributes).size !== mapping.attributes.length)
      context.addIssue({ code: "custom", path: ["attributes"], message: "Each column once." });
  })
  .meta({ description: "Which column of the file is what" });

export type CaseLogMapping = z.output<typeof mappingSchema>;

const caseLogFields = {
  name: requiredText(120).meta({ description: "Name of the log", example: "Incidents" }),
  timeZone: timeZoneName,
  mapping: mappingSchema,
};

export const createCaseLogSchema = z.strictObject({ contractId: recordId, ...caseLogFields });
export const createCaseLogBodySchema = z.strictObject(caseLogFields);
export const updateCaseLogSchema = z.strictObject({ id: recordId, version: versionNumber, ...caseLogFields });
export type CreateCaseLog = z.output<typeof createCaseLogSchema>;
export type UpdateCaseLog = z.output<typeof updateCaseLogSchema>;

export const importQuerySchema = z.object({
  caseLog: optional(recordId).meta({ description: "Which case log, where the contract has several" }),
  onError: z
    .enum(["refuse", "skip"])
    .default("refuse")
    .meta({ description: "skip: leave bad rows out and report them; else all or nothing" }),
  fileName: freeText(200).meta({ description: "Name to show for the file" }),
});

export const importAcceptedSchema = z.object({
  id: z.uuid().meta({ description: "The job: GET /jobs/{id}" }),
  importId: z.uuid(),
  caseLogId: z.uuid(),
  sha256: z.string(),
  size: z.number(),
});

/** What a handler of an import job finds in its input. */
export const importJobSchema = z.object({ importId: z.uuid() });

/** Columns that definitions can use, of a stored mapping. */
export function attributesOf(mapping: unknown): string[] {
  const names = (mapping as Partial<CaseLogMapping> | null)?.attributes;
  return Array.isArray(names) ? names : [];
}
