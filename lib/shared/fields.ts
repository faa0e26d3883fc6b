import { z } from "zod";
import { DECIMAL_TEXT, d, HUNDRED, isDecimalText } from "./decimal";

/**
 * The small fields that every domain's schema is made of: one definition, one message, one description in the
 * OpenAPI document. All of them take text, because decimals, dates and months are text at every border.
 */

const FIRST_YEAR = 1900;
const LAST_YEAR = 2200;
const YEARS = `between ${FIRST_YEAR} and ${LAST_YEAR}`;

function text(expected: string) {
  return z.string({
    error: (issue) => (issue.input === undefined || issue.input === null ? "This is required." : expected),
  });
}

const NO_DECIMAL = "Write a number in digits, with a point before the decimals, such as 12.5.";
const PLAIN_DECIMAL = 'Write a decimal number as text, such as "12.5": digits and one point, no exponent.';

/** Any decimal, also negative, of at most 20 digits on each side of the point. */
export const decimalText = text(PLAIN_DECIMAL)
  .max(42, { error: NO_DECIMAL, abort: true })
  .regex(DECIMAL_TEXT, { error: NO_DECIMAL, abort: true })
  .meta({ description: "A decimal number as text", example: "12.5" });

/** Zero or more. */
export const nonNegativeDecimalText = decimalText
  .refine((value) => !isDecimalText(value) || d(value).gte(0), "This must be zero or more.")
  .meta({ description: "A decimal number as text, zero or more", example: "12.5" });

/** More than zero. */
export const positiveDecimalText = decimalText
  .refine((value) => !isDecimalText(value) || d(value).gt(0), "This must be more than zero.")
  .meta({ description: "A decimal number as text, more than zero", example: "12.5" });

/** A share of a whole, 0 to 100. Rates that may pass 100 (a mark-up, an index) use `nonNegativeDecimalText`. */
export const percentText = decimalText
  .refine((value) => !isDecimalText(value) || (d(value).gte(0) && d(value).lte(HUNDRED)), "This must be 0 to 100.")
  .meta({ description: "A percentage from 0 to 100, as text", example: "98.5" });

function isInYears(value: string): boolean {
  const year = Number(value.slice(0, 4));
  return year >= FIRST_YEAR && year <= LAST_YEAR;
}

/** True for a day that exists in the calendar: `2026-02-29` does not. */
export function isDateText(value: string): boolean {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(value);
  if (!parts || !isInYears(value)) return false;
  const [year, month, day] = [Number(parts[1]), Number(parts[2]), Number(parts[3])];
  if (month < 1 || month > 12 || day < 1) return false;
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const days = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0;
  return day <= days;
}

const REAL_DATE = `Write a date as YYYY-MM-DD, ${YEARS}.`;

export const dateText = text(REAL_DATE)
  .regex(/^\d{4}-\d{2}-\d{2}$/, { error: REAL_DATE, abort: true })
  .refine(isDateText, `There is no such day. ${REAL_DATE}`)
  .meta({ description: "A date as YYYY-MM-DD", format: "date", example: "2026-03-31" });

const REAL_MONTH = `Write a month as YYYY-MM, ${YEARS}.`;

export const monthText = text(REAL_MONTH)
  .regex(/^\d{4}-(0[1-9]|1[0-2])$/, { error: REAL_MONTH, abort: true })
  .refine(isInYears, REAL_MONTH)
  .meta({ description: "A calendar month as YYYY-MM", example: "2026-03" });

const KNOWN_CURRENCIES = new Set(Intl.supportedValuesOf("currency"));

export const currencyCode = text("Write the three capital letters of a currency, such as EUR.")
  .regex(/^[A-Z]{3}$/, { error: "Write the three capital letters of a currency, such as EUR.", abort: true })
  .refine((value) => KNOWN_CURRENCIES.has(value), "There is no such currency. Use an ISO 4217 code, such as EUR.")
  .meta({ description: "A currency by its ISO 4217 code", example: "EUR" });

function isZoneName(value: string): boolean {
  try {
    return Intl.DateTimeFormat("en", { timeZone: value }).resolvedOptions().timeZone !== "";
  } catch {
    return false; // The only way that Intl has of saying that it knows no such zone.
  }
}

const KNOWN_ZONE = "Write the name of a time zone, such as Europe/Berlin or UTC.";

/** An IANA name. A bare offset is not one: it would miss every clock change. */
export const timeZoneName = text(KNOWN_ZONE)
  .max(64, { error: KNOWN_ZONE, abort: true })
  .regex(/^[A-Za-z]/, { error: KNOWN_ZONE, abort: true })
  .refine(isZoneName, KNOWN_ZONE)
  .meta({ description: "A time zone by its IANA name", example: "Europe/Berlin" });

/** A short name by which the caller recognises a thing again, such as the id of a service level. */
export const nameText = text("Write some text.")
  .min(1, "This must not be empty.")
  .max(200, "At most 200 characters.")
  .meta({ description: "A name that identifies the thing in the answer", example: "answer-time" });

/** An amount in an answer: a product of two large numbers may have more digits than one that people may write. */
export const moneyShape = z
  .strictObject({ amount: z.string().regex(/^-?\d+(\.\d+)?$/), currency: currencyCode })
  .meta({ description: "An amount of money", example: { amount: "1250.00", currency: "EUR" } });

/** The working that comes with every calculated answer. */
export const stepsShape = z
  .array(z.strictObject({ label: z.string(), value: z.string(), source: z.string().optional() }))
  .meta({ description: "The calculation, line by line", example: [{ label: "Value", value: "98.5" }] });
