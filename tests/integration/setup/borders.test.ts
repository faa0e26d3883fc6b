import { beforeAll, describe, expect, inject, test } from "vitest";
import { sql } from "@/lib/server/database";
import { withClient } from "@/scripts/database/embedded";
import { seedSample } from "@/scripts/sample";
import { makeMember, makeOrganization, makeProcess } from "@/tests/support/factories";
import { createTestDatabase } from "@/tests/support/test-databases";

type Key = { child: string; parent: string; key: string };

/** Keys between two tables that both belong to an organization, and do not say so. */
const OPEN_KEYS = `
  SELECT k.conrelid::regclass::text AS child, k.confrelid::regclass::text AS parent, k.conname AS key
  FROM pg_constraint k
  WHERE k.contype = 'f' AND k.connamespace = 'public'::regnamespace AND k.conparentid = 0 AND cardinality(k.conkey) = 1
    AND k.confrelid <> 'organization'::regclass
    AND EXISTS (SELECT 1 FROM pg_attribute WHERE attrelid = k.conrelid AND attname = 'organization_id')
    AND EXISTS (SELECT 1 FROM pg_attribute WHERE attrelid = k.confrelid AND attname = 'organization_id')`;

/** What joins rows without saying whose it is: each with the reason why that is enough. */
const ONE_PARENT_ONLY = new Set([
  "case_record", // by its case log alone
  "cash_flow", // by its line alone
  "file_chunk", // pieces of a file, reached by the document alone
  "session", // of a person, who may be at home in several organizations
  "password_reset", // of a person
  "notice_choice", // of a person
]);

describe("references", () => {
  test("never lead into another organization", async () => {
    expect(await sql.rows<Key>(OPEN_KEYS)).toEqual([]);
  });

  test("stand on tables that say whose they are, or have one parent", async () => {
    const rows = await sql.rows<{ child: string }>(
      `SELECT DISTINCT k.conrelid::regclass::text AS child FROM pg_constraint k
       WHERE k.contype = 'f' AND k.connamespace = 'public'::regnamespace AND k.conparentid = 0
         AND NOT EXISTS (SELECT 1 FROM pg_attribute WHERE attrelid = k.conrelid AND attname = 'organization_id')`,
    );
    expect(rows.map((row) => row.child).filter((name) => !ONE_PARENT_ONLY.has(name))).toEqual([]);
  });

  test("a forgotten key is found", async () => {
    await sql.rows("CREATE TABLE forgotten (organization_id uuid, vendor_id uuid REFERENCES vendor)");
    expect(await sql.rows<Key>(OPEN_KEYS)).toMatchObject([{ child: "forgotten", parent: "vendor" }]);
    await sql.rows("DROP TABLE forgotten");
  });

  test("plain SQL cannot join two organizations", async () => {
    const [ours, theirs] = [await makeOrganization(), await makeOrganization()];
    const owner = await makeMember(ours, ["operations"]);
    const process = await makeProcess(theirs);
    const [engagement] = await sql.rows<{ id: string }>(
      `INSERT INTO engagement (id, organization_id, code, name, owner_id, currency, updated_at)
       VALUES (gen_random_uuid(), $1, 'ENG-1', 'Ours', $2, 'EUR', now()) RETURNING id`,
      [ours.id, owner.memberId],
    );
    await expect(
      sql.rows("INSERT INTO engagement_process (engagement_id, process_id) VALUES ($1, $2)", [
        engagement?.id,
        process.id,
      ]),
    ).rejects.toMatchObject({ constraint: "engagement_process_process_id_fkey" });
    const stranger = await makeMember(theirs, ["operations"]);
    await expect(
      sql.rows("UPDATE engagement SET owner_id = $2 WHERE id = $1", [engagement?.id, stranger.memberId]),
    ).rejects.toMatchObject({ constraint: "engagement_owner_id_fkey" });
    await expect(
      sql.rows("UPDATE engagement SET organization_id = $2 WHERE id = $1", [engagement?.id, theirs.id]),
    ).rejects.toMatchObject({ constraint: "engagement_owner_id_fkey" });
  });
});

describe("values", () => {
  test("every month, currency and document is held to its form", async () => {
    const rows = await sql.rows<{ place: string; name: string }>(
      `SELECT c.relname AS place, a.attname AS name FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
       WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') AND NOT c.relispartition AND a.attnum > 0
         AND NOT a.attisdropped AND c.relname <> 'case_record' AND CASE
           WHEN a.atttypid = 'jsonb'::regtype THEN NOT EXISTS (SELECT 1 FROM pg_attribute f
             WHERE f.attrelid = c.oid AND f.attname = a.attname || '_format' AND f.attnotnull)
           WHEN a.atttypid = 'bpchar'::regtype AND (a.atttypmod = 11 OR a.attname LIKE '%currency') THEN NOT EXISTS (
             SELECT 1 FROM pg_constraint k WHERE k.conrelid = c.oid AND k.contype = 'c' AND a.attnum = ANY (k.conkey)
               AND pg_get_constraintdef(k.oid) LIKE '%~%')
           ELSE false END`,
    );
    expect(rows).toEqual([]);
  });

  test.each([
    ["a month that no year has", "month", "UPDATE satisfaction_survey SET month = '2026-13'"],
    ["a currency in small letters", "currency", "UPDATE engagement SET currency = 'eur'"],
    ["a service level that ends before it begins", "months", "UPDATE service_level SET effective_to = '1999-01'"],
    [
      "a line that ends before it begins",
      "charge_line_dates",
      "UPDATE charge_line SET effective_from = '2026-02-01', effective_to = '2026-01-31'",
    ],
    ["a share above the whole", "contract_percentages", "UPDATE contract SET at_risk_percent = 101"],
    ["a negative limit", "organization_limit", "UPDATE organization SET approval_limit = -1"],
    ["a count below nothing", "measurement", "UPDATE measurement SET numerator = -1"],
  ])("%s is refused by the database", async (_, constraint, statement) => {
    await withClient(await sample, async (client) => {
      await client.query("BEGIN");
      // Only this rule is looked at, not what else guards the terms of a contract.
      for (const table of ["contract", "charge_line", "service_level"])
        await client.query(`ALTER TABLE ${table} DISABLE TRIGGER USER`);
      await expect(client.query(statement)).rejects.toMatchObject({ message: expect.stringMatching(constraint) });
      await client.query("ROLLBACK");
    });
  });

  test("two revisions of a service level never hold in one month", async () => {
    await withClient(await sample, async (client) => {
      await client.query("BEGIN");
      // Only this rule is looked at, not what else guards the terms of a contract.
      await client.query("ALTER TABLE service_level DISABLE TRIGGER USER");
      const { rowCount } = await client.query(
        `INSERT INTO service_level (id, organization_id, contract_id, kpi_id, revision, class, category, expected, minimum,
           effective_from, effective_to, updated_at)
         SELECT gen_random_uuid(), organization_id, contract_id, kpi_id, 99, class, category, expected, minimum,
           effective_from, effective_from, now() FROM service_level WHERE effective_to IS NULL LIMIT 1`,
      );
      expect(rowCount).toBe(1);
      await expect(client.query("SET CONSTRAINTS ALL IMMEDIATE")).rejects.toMatchObject({
        constraint: "service_level_one_at_a_time",
      });
      await client.query("ROLLBACK");
    });
  });
});

let sample: Promise<string>;
beforeAll(async () => {
  const url = await createTestDatabase(inject("testServer"));
  await seedSample(url, {
    STEWARD_SECRET: "a secret of the tests, which guards nothing at all",
    STEWARD_SEALING_KEY: "another secret of the tests, guarding nothing either",
  });
  sample = Promise.resolve(url);
}, 120_000);
