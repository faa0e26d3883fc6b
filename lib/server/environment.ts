import { z } from "zod";

// The whole configuration, in one place. Nothing is read until somebody asks, so that a build or a test
// can import this file without any value being set.

/** Published in the project, therefore known to everybody: good on one's own machine only. */
export const developmentSecret = "steward-development-secret-known-to-everybody";

const nothing = (value: unknown) => (value === "" ? undefined : value);
const optional = <Schema extends z.ZodType>(schema: Schema) => z.preprocess(nothing, schema.optional());
const withDefault = <Schema extends z.ZodType>(schema: Schema, value: string) =>
  z.preprocess((given) => nothing(given) ?? value, schema);

const wholeNumber = (from: number, to: number) => {
  const expected = `a whole number from ${from} to ${to}`;
  return z
    .string({ error: expected })
    .regex(/^\d{1,9}$/, expected)
    .transform(Number)
    .refine((value) => value >= from && value <= to, expected);
};

const address = (protocols: RegExp, expected: string) =>
  z
    .string({ error: expected })
    .refine((value) => URL.canParse(value) && protocols.test(new URL(value).protocol), expected);

const databaseAddress = "a PostgreSQL address like postgresql://name:password@host:5432/database";
const secret = z
  .string({ error: "at least 32 characters that nobody can guess" })
  .min(32, "at least 32 characters that nobody can guess");
const oneOf = <const Values extends readonly [string, ...string[]]>(values: Values) =>
  z.enum(values, { error: `one of ${values.join(", ")}` });

const schema = z
  .object({
    NODE_ENV: withDefault(oneOf(["development", "production", "test"]), "development"),
    DATABASE_URL: address(/^postgres(ql)?:$/, databaseAddress),
    DATABASE_REPLICA_URL: optional(address(/^postgres(ql)?:$/, databaseAddress)),
    DATABASE_CONNECTIONS: withDefault(wholeNumber(1, 500), "20"),
    PORT: withDefault(wholeNumber(1, 65535), "3000"),
    STEWARD_HOST: withDefault(z.string(), "127.0.0.1"),
    STEWARD_URL: optional(address(/^https?:$/, "the address people open, like https://steward.example.com")),
    STEWARD_SECRET: secret,
    STEWARD_SEALING_KEY: secret,
    STEWARD_WORKER: withDefault(oneOf(["inline", "separate"]), "inline"),
    STEWARD_SAMPLE: optional(oneOf(["yes", "no"])),
    SMTP_URL: optional(address(/^smtps?:$/, "a mail server like smtp://name:password@host:587")),
    MAIL_FROM: withDefault(
      z.string().regex(/^([^<>]*<[^\s<>@]+@[^\s<>@]+>|[^\s<>@]+@[^\s<>@]+)$/, "an e-mail address, or Name <address>"),
      "Steward <steward@localhost.localdomain>",
    ),
    LOG_LEVEL: withDefault(oneOf(["fatal", "error", "warn", "info", "debug", "trace", "silent"]), "info"),
    TRUSTED_PROXY: withDefault(wholeNumber(0, 10), "0"),
  })
  .superRefine((values, context) => {
    if (values.NODE_ENV === "production") refuseKnownSecrets(values, context);
    if (values.STEWARD_SECRET === values.STEWARD_SEALING_KEY) {
      context.addIssue({ code: "custom", path: ["STEWARD_SEALING_KEY"], message: "another value than STEWARD_SECRET" });
    }
  })
  .transform((values) => ({ ...values, STEWARD_URL: values.STEWARD_URL ?? `http://localhost:${values.PORT}` }));

function refuseKnownSecrets(
  values: { STEWARD_SECRET: string; STEWARD_SEALING_KEY: string },
  context: z.core.$RefinementCtx,
): void {
  for (const name of ["STEWARD_SECRET", "STEWARD_SEALING_KEY"] as const) {
    const value = values[name];
    if (value.length < 32) continue; // said already
    if (value.startsWith("steward-development-") || new Set(value).size < 10) {
      const message = "a secret of your own (for example from: openssl rand -base64 36), not a known or simple one";
      context.addIssue({ code: "custom", path: [name], message });
    }
  }
}

export type Environment = z.infer<typeof schema>;

export type EnvironmentOutcome = { ok: true; environment: Environment } | { ok: false; problems: string[] };

/** Checks a set of variables. A problem names the variable and what was expected, never the value: it may be secret. */
export function parseEnvironment(variables: Record<string, string | undefined>): EnvironmentOutcome {
  const parsed = schema.safeParse(variables);
  if (parsed.success) return { ok: true, environment: parsed.data };
  const problems = parsed.error.issues.map((issue) => {
    const name = String(issue.path[0]);
    return `${name} ${variables[name] ? "is not" : "is missing: expected"} ${issue.message}.`;
  });
  return { ok: false, problems: [...new Set(problems)] };
}

let known: Environment | undefined;

/** The checked configuration of this process. */
export function environment(): Environment {
  if (known) return known;
  const outcome = parseEnvironment(process.env);
  if (!outcome.ok) throw new Error(`The configuration is not usable. ${outcome.problems.join(" ")}`);
  known = outcome.environment;
  return known;
}
