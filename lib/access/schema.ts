import { z } from "zod";
import { currencyCode, nonNegativeDecimalText, timeZoneName } from "@/lib/shared/fields";
import { choice, choices, emailText, recordId, requiredText, versionNumber, wholeNumber } from "@/lib/shared/inputs";
import { NOTICE_KINDS } from "@/lib/shared/notice-kinds";
import { roles } from "./rights";
import { LONGEST_PASSWORD, SHORTEST_PASSWORD } from "./rules/password";

/** A password as it is typed in to get in: nothing is said about its form. */
const givenPassword = z
  .string({ error: "Write your password." })
  .min(1, "Write your password.")
  .max(LONGEST_PASSWORD, `At most ${LONGEST_PASSWORD} characters.`);

/** A password to be. What else is wrong with it (see rules/password) is said by the mutation, which knows the person. */
const newPassword = z
  .string({ error: `Use at least ${SHORTEST_PASSWORD} characters.` })
  .min(SHORTEST_PASSWORD, `Use at least ${SHORTEST_PASSWORD} characters.`)
  .max(LONGEST_PASSWORD, `At most ${LONGEST_PASSWORD} characters.`);

const linkToken = z
  .string({ error: "This link is not complete." })
  .regex(/^[A-Za-z0-9_-]{43}$/, "This link is not complete.");

export const signInSchema = z.strictObject({
  email: emailText,
  password: givenPassword,
  next: z.string().max(2000).nullish(),
});

export const resetRequestSchema = z.strictObject({ email: emailText });
export const resetSchema = z.strictObject({ token: linkToken, password: newPassword });

export const acceptSchema = z.strictObject({ token: linkToken, name: requiredText(120), password: newPassword });
export const joinSchema = z.strictObject({ token: linkToken, password: givenPassword });

const memberRoles = choices(roles).refine((list) => list.length > 0, "Choose at least one role.");

export const inviteSchema = z.strictObject({ name: requiredText(120), email: emailText, roles: memberRoles });
export const memberRolesSchema = z.strictObject({ id: recordId, version: versionNumber, roles: memberRoles });
export const memberSchema = z.strictObject({ id: recordId, version: versionNumber });
export const recordIdSchema = z.strictObject({ id: recordId });
export const emptySchema = z.strictObject({});

/** Languages whose way of writing numbers and dates can be chosen; the app's words are English. */
export const LOCALES = [
  "en-GB",
  "en-US",
  "en-IE",
  "de-DE",
  "fr-FR",
  "es-ES",
  "nl-NL",
  "sv-SE",
  "pl-PL",
  "pt-PT",
] as const;

export const profileSchema = z.strictObject({
  version: versionNumber,
  name: requiredText(120),
  timeZone: timeZoneName.nullish().transform((zone) => zone ?? null),
  locale: choice(LOCALES)
    .nullish()
    .transform((locale) => locale ?? null),
});

export const passwordChangeSchema = z.strictObject({ current: givenPassword, password: newPassword });

export const organizationSchema = z.strictObject({
  version: versionNumber,
  name: requiredText(120),
  currency: currencyCode,
  timeZone: timeZoneName,
  locale: choice(LOCALES),
  approvalLimit: nonNegativeDecimalText,
  creditLimit: nonNegativeDecimalText.meta({
    description: "Above this credit of a month, who verified it does not lock it",
  }),
  watermelonFall: nonNegativeDecimalText.meta({
    description: "Fall of satisfaction over three surveys that counts while service levels are met",
  }),
  outsourceAt: wholeNumber(1, 100),
  considerAt: wholeNumber(0, 99),
  standstillDays: wholeNumber(0, 60),
});

export const TOKEN_DAYS = ["7", "30", "90", "365"] as const;
const tokenScopes = z.array(z.string().max(60)).max(100).default([]);

export const tokenSchema = z.strictObject({
  name: requiredText(80),
  days: choice(TOKEN_DAYS).transform(Number),
  scopes: tokenScopes,
});

/** For programs, which may choose any number of days up to a year. */
export const tokenBodySchema = z.strictObject({
  name: requiredText(80),
  days: wholeNumber(1, 365),
  scopes: tokenScopes.meta({ description: "Names of rights; none: everything that the owner may" }),
});

const kinds = choices(NOTICE_KINDS);
/** The kinds that are on. */
export const noticeChoicesSchema = z.strictObject({ inApp: kinds, byMail: kinds });
