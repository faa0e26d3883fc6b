import { z } from "zod";
import { csvDelimiters, csvEncodings } from "@/lib/exchange/csv/types";
import { importKeys } from "./columns";

function readJson(text: string, context: z.RefinementCtx): unknown {
  try {
    return JSON.parse(text);
  } catch {
    context.addIssue({ code: "custom", message: "This is not JSON." });
    return z.NEVER;
  }
}

const format = {
  delimiter: z
    .enum(csvDelimiters)
    .nullish()
    .transform((value) => value ?? null),
  encoding: z
    .enum(csvEncodings)
    .nullish()
    .transform((value) => value ?? null),
};

/** Parameters of the page's own requests; the file is the body. */
export const previewRequestSchema = z.strictObject(format);
export const runRequestSchema = z.strictObject({
  ...format,
  mode: z.enum(["check", "import"]),
  name: z.string().max(200).default("processes.csv"),
  mapping: z
    .string()
    .max(8000)
    .transform(readJson)
    .pipe(z.partialRecord(z.enum(importKeys), z.string().max(1000))),
});
