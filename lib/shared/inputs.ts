import { z } from "zod";
import { dateText, decimalText, monthText, nonNegativeDecimalText, percentText } from "./fields";

/**
 * Fields as forms and programs send them alike: a form's empty field arrives as null, a number may be text.
 * `optional(...)` turns "left out" and null into null, so that a mutation sees one kind of nothing.
 */
export const REQUIRED = "This is required.";

const needed = (issue: { input: unknown }) =>
  issue.input === undefined || issue.input === null ? REQUIRED : "Write some text.";

export const requiredText = (longest = 200) =>
  z.string({ error: needed }).trim().min(1, REQUIRED).max(longest, `At most ${longest} characters.`);

/** Text that may be left empty; nothing is the empty text. */
export const freeText = (longest = 5000) =>
  z
    .string({ error: "Write some text." })
    .trim()
    .max(longest, `At most ${longest} characters.`)
    .nullish()
    .transform((value) => value ?? "");

export const optional = <Schema extends z.ZodType>(schema: Schema) =>
  schema.nullish().transform((value) => value ?? null);

export const optionalDecimal = optional(decimalText);
export const optionalAmount = optional(nonNegativeDecimalText);
export const optionalPercent = optional(percentText);
export const optionalDate = optional(dateText);
export const optionalMonth = optional(monthText);

export const recordId = z.uuid({ error: (issue) => (issue.input == null ? REQUIRED : "Choose one from the list.") });
export const optionalRecordId = optional(recordId);

/** A whole number, also as digits in text. */
export const wholeNumber = (from: number, to: number) => {
  const message = `A whole number from ${from} to ${to}.`;
  return z
    .union(
      [
        z.number(),
        z
          .string()
          .regex(/^-?\d{1,9}$/, message)
          .transform(Number),
      ],
      {
        error: (issue) => (issue.input == null ? REQUIRED : message),
      },
    )
    .refine((value) => Number.isInteger(value) && value >= from && value <= to, message)
    .meta({ description: message });
};
export const optionalWholeNumber = (from: number, to: number) => optional(wholeNumber(from, to));

/** A checkbox: true or false, also as text. */
export const flag = z
  .union([z.boolean(), z.enum(["true", "false"]).transform((value) => value === "true")], { error: "True or false." })
  .default(false);

export const choice = <const Values extends readonly [string, ...string[]]>(values: Values) =>
  z.enum(values, { error: (issue) => (issue.input == null ? REQUIRED : "Choose one from the list.") });

export const choices = <const Values extends readonly [string, ...string[]]>(values: Values) =>
  z
    .array(z.enum(values, { error: "Choose from the list." }))
    .max(100)
    .default([]);

/** Words separated by commas in a form, an array in JSON. */
export const wordList = z
  .union([z.array(z.string().trim().min(1).max(100)), z.string().max(5000).transform(splitWords)], {
    error: "A list of words.",
  })
  .nullish()
  .transform((value) => value ?? [])
  .refine(
    (words) => words.length <= 100 && words.every((word) => word.length <= 100),
    "At most 100 words of 100 characters.",
  );

function splitWords(text: string): string[] {
  return text
    .split(/[,;\n]/)
    .map((word) => word.trim())
    .filter(Boolean);
}

export const emailText = z
  .email({ error: (issue) => (issue.input == null ? REQUIRED : "Write an e-mail address, such as name@example.com.") })
  .max(254, "At most 254 characters.")
  .transform((value) => value.toLowerCase());

/** ISO 3166-1 alpha-2. */
export const countryCode = z
  .string({ error: needed })
  .regex(/^[A-Z]{2}$/, "Write the two capital letters of a country, such as DE.")
  .meta({ description: "A country by its ISO 3166-1 code", example: "DE" });

/** An instant: RFC 3339 with offset from programs; the browser's local form is converted before it gets here. */
export const instantText = z.iso
  .datetime({
    offset: true,
    error: (issue) => (issue.input == null ? REQUIRED : "Write an instant such as 2026-03-31T12:00:00Z."),
  })
  .meta({ description: "An instant (RFC 3339)", format: "date-time", example: "2026-03-31T12:00:00Z" });

/** `YYYY-MM-DDTHH:mm` without offset: wall-clock time in a zone that stands beside it. */
export const localDateTimeText = z
  .string({ error: needed })
  .regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/, "Write a date and a time.")
  .meta({ description: "Wall-clock time in the record's time zone", example: "2026-03-31T12:00" });

/** Version of the record that the change was made on. */
export const versionNumber = wholeNumber(1, 2_000_000_000);

const ZONES = new Set([...Intl.supportedValuesOf("timeZone"), "UTC"]);
export const timeZoneName = z
  .string({ error: needed })
  .refine((zone) => ZONES.has(zone), "Choose a time zone, such as Europe/Berlin.")
  .meta({ description: "An IANA time zone", example: "Europe/Berlin" });
