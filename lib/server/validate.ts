import type { z } from "zod";
import { type Outcome, refuseFields } from "@/lib/shared/outcome";
import { findUnsafe } from "./unsafe-text";

/** Parses what came in; each problem lands at its field (`lines.0.amount`), unknown fields by their own name. */
export function validate<Schema extends z.ZodType>(schema: Schema, input: unknown): Outcome<z.output<Schema>> {
  const unsafe = findUnsafe(input);
  if (unsafe !== null) return refuseFields({ [unsafe]: "This holds a character or a name that no record can hold." });
  const parsed = schema.safeParse(input);
  if (parsed.success) return { ok: true, value: parsed.data };
  const fields: Record<string, string[]> = {};
  for (const issue of parsed.error.issues) {
    const names = issue.code === "unrecognized_keys" ? issue.keys : [""];
    for (const name of names) {
      const path = [...issue.path.map(String), ...(name ? [name] : [])].join(".");
      const message = name ? "This field is not known here." : issue.message;
      fields[path] = [...(fields[path] ?? []), message];
    }
  }
  return refuseFields(fields);
}
