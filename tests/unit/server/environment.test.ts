import { describe, expect, test } from "vitest";
import { developmentSecret, parseEnvironment } from "@/lib/server/environment";

const complete = {
  NODE_ENV: "production",
  DATABASE_URL: "postgresql://steward:secret@127.0.0.1:5432/steward",
  STEWARD_SECRET: "nU8z-a-secret-nobody-else-has-0123456789",
  STEWARD_SEALING_KEY: "q7Tw-another-secret-nobody-has-9876543210",
};

const problemsOf = (changes: Record<string, string | undefined>) => {
  const outcome = parseEnvironment({ ...complete, ...changes });
  return outcome.ok ? [] : outcome.problems;
};

test("the four that are needed are enough; the rest has a default", () => {
  const outcome = parseEnvironment(complete);
  expect(outcome).toMatchObject({
    ok: true,
    environment: { PORT: 3000, STEWARD_URL: "http://localhost:3000", STEWARD_WORKER: "inline", TRUSTED_PROXY: 0 },
  });
});

test("an empty value counts as none", () => {
  expect(problemsOf({ PORT: "", SMTP_URL: "", STEWARD_URL: "", LOG_LEVEL: "" })).toEqual([]);
});

describe("a wrong value names the variable and what was expected", () => {
  test.each([
    ["DATABASE_URL", "mysql://somewhere", "DATABASE_URL is not a PostgreSQL address"],
    ["DATABASE_URL", undefined, "DATABASE_URL is missing: expected a PostgreSQL address"],
    ["PORT", "0", "PORT is not a whole number from 1 to 65535."],
    ["PORT", "65536", "PORT is not a whole number from 1 to 65535."],
    ["PORT", "80.5", "PORT is not a whole number from 1 to 65535."],
    ["PORT", "http", "PORT is not a whole number from 1 to 65535."],
    ["STEWARD_URL", "steward.example.com", "STEWARD_URL is not the address people open"],
    ["STEWARD_SECRET", "x".repeat(31), "STEWARD_SECRET is not at least 32 characters"],
    ["STEWARD_SECRET", undefined, "STEWARD_SECRET is missing: expected at least 32 characters"],
    ["STEWARD_SEALING_KEY", complete.STEWARD_SECRET, "STEWARD_SEALING_KEY is not another value than STEWARD_SECRET."],
    ["STEWARD_WORKER", "both", "STEWARD_WORKER is not one of inline, separate."],
    ["SMTP_URL", "mail.example.com", "SMTP_URL is not a mail server like"],
    ["MAIL_FROM", "Steward", "MAIL_FROM is not an e-mail address"],
    ["LOG_LEVEL", "loud", "LOG_LEVEL is not one of fatal"],
    ["TRUSTED_PROXY", "11", "TRUSTED_PROXY is not a whole number from 0 to 10."],
  ])("%s=%s", (name, value, problem) => {
    const problems = problemsOf({ [name]: value });
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain(problem);
  });
});

test("both ends of a range are inside", () => {
  expect(problemsOf({ PORT: "1", TRUSTED_PROXY: "10" })).toEqual([]);
  expect(problemsOf({ PORT: "65535", STEWARD_SECRET: "abcdefghijklmnopqrstuvwxyz012345" })).toEqual([]);
});

test("every problem is told at once, and no value is repeated", () => {
  const problems = problemsOf({ PORT: "soon", STEWARD_SECRET: "hunter2" });
  expect(problems).toHaveLength(2);
  expect(problems.join(" ")).not.toContain("hunter2");
});

test("production refuses a known or a simple secret; development takes it", () => {
  const known = { STEWARD_SECRET: developmentSecret };
  expect(problemsOf(known)).toEqual([expect.stringMatching(/^STEWARD_SECRET is not a secret of your own/)]);
  expect(problemsOf({ STEWARD_SEALING_KEY: "a".repeat(40) })).toHaveLength(1);
  expect(problemsOf({ ...known, NODE_ENV: "development" })).toEqual([]);
});
