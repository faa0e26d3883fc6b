import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { readSources } from "@/tests/support/source-files";

// One clock, the database's: lib/server/clock.ts in TypeScript, steward_now and its two sisters in SQL.

const isClient = (text: string) => /^["']use client["']/.test(text.trimStart());
const server = readSources(["app", "components", "lib"]).filter(({ text }) => !isClient(text));

const PROCESS_CLOCK = /\bnew Date\(\)|\bDate\.now\b|\bTemporal\.Now\b/;
const OTHER_SQL_CLOCK =
  /\bcurrent_(date|time|timestamp)\b|\blocaltime(stamp)?\b|\b(clock|statement|transaction)_timestamp\(|(?<![\w.])now\(\)/i;

test("the server asks no clock but the database's", () => {
  const found = server.filter(({ text }) => PROCESS_CLOCK.test(text));
  expect(found.map(({ path }) => `${path}: ask databaseNow, databaseToday or organizationToday`)).toEqual([]);
});

test("no query asks another clock than steward_now", () => {
  const found = server.filter(({ text }) => OTHER_SQL_CLOCK.test(text));
  expect(found.map(({ path }) => `${path}: ask steward_now, steward_today or organization_today`)).toEqual([]);
});

test("no migration since then takes today from the server's time zone", () => {
  const migrations = new URL("../../prisma/migrations/", import.meta.url);
  const later = readdirSync(migrations).filter((name) => /^\d/.test(name) && name > "20261127234100_one_clock");
  const found = later.filter((name) => {
    const text = readFileSync(new URL(`${name}/migration.sql`, migrations), "utf8");
    return /\bcurrent_date\b|\bnow\(\)\s*(::\s*date|AT TIME ZONE)|date_trunc\([^)]*\bnow\(\)/i.test(text);
  });
  expect(found.map((name) => `${name}: ask steward_today or organization_today`)).toEqual([]);
});

test.each(["const at = new Date();", "Date.now() + HOUR", "Temporal.Now.plainDateISO(zone)"])("%s is found", (code) => {
  expect(PROCESS_CLOCK.test(code)).toBe(true);
});

test.each(["x.due_date < current_date", "expires_at > now()", "now()::date", "clock_timestamp() AS now"])(
  "%s is found",
  (text) => {
    expect(OTHER_SQL_CLOCK.test(text)).toBe(true);
    expect(OTHER_SQL_CLOCK.test("expires_at > steward_now() AND performance.now()")).toBe(false);
  },
);
