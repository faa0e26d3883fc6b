import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { listMigrations } from "@/lib/server/migrations";
import { checkArchive } from "@/scripts/database/archive";
import { backUp, fingerprint, listTables } from "@/scripts/database/backup";
import { withClient } from "@/scripts/database/embedded";
import { applyMigrations, migrationsFolder } from "@/scripts/database/migrate";
import { restore } from "@/scripts/database/restore";
import { seedSample } from "@/scripts/sample";
import { createTestDatabase } from "@/tests/support/test-databases";

const folder = mkdtempSync(join(tmpdir(), "steward-backup-"));
const file = join(folder, "whole.tar.gz");
const key = "the sealing key of that time, long enough for it";
let source: string;

const empty = () => createTestDatabase(inject("testServer"), "empty");

beforeAll(async () => {
  source = await createTestDatabase(inject("testServer"));
  await seedSample(source, {
    STEWARD_SECRET: "a secret of the tests, which guards nothing at all",
    STEWARD_SEALING_KEY: "another secret of the tests, guarding nothing either",
  });
  await backUp(source, file, { sealingKey: key, secrets: '{"STEWARD_SECRET":"x"}' });
}, 180_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Every row of every table, and everything that guards them. */
function describeDatabase(url: string): Promise<Record<string, string>> {
  return withClient(url, async (client) => {
    const found: Record<string, string> = {};
    for (const { name } of await listTables(client)) {
      const { rows } = await client.query<{ count: string; hash: string }>(
        `select count(*) as count, md5(coalesce(string_agg(t::text, E'\\n' order by t::text), '')) as hash from ${client.escapeIdentifier(name)} t`,
      );
      found[name] = `${rows[0]?.count} ${rows[0]?.hash}`;
    }
    const { rows } = await client.query<{ keys: string; triggers: string }>(
      `select (select string_agg(conname || pg_get_constraintdef(oid), ';' order by conrelid::regclass::text, conname)
               from pg_constraint where connamespace = 'public'::regnamespace) as keys,
        (select string_agg(tgname || tgenabled::text || pg_get_triggerdef(oid), ';' order by tgrelid::regclass::text, tgname)
         from pg_trigger where not tgisinternal) as triggers`,
    );
    return { ...found, keys: rows[0]?.keys ?? "", triggers: rows[0]?.triggers ?? "" };
  });
}

test("everything comes back: rows, keys and guards, in a database that goes on from there", async () => {
  const target = await empty();
  const manifest = await restore(target, file);
  const before = await describeDatabase(source);
  expect(await describeDatabase(target)).toEqual(before);
  expect(Object.values(before).filter((each) => /^[1-9]/.test(each)).length).toBeGreaterThan(40);
  expect(manifest.sealingKey).toBe(fingerprint(key));
  await withClient(target, async (client) => {
    await expect(client.query("update audit_event set action = 'forged'")).rejects.toThrow();
    await expect(client.query("update contract set vendor_id = gen_random_uuid()")).rejects.toThrow();
  });
}, 120_000);

test("a backup of an older version comes back and is brought up to date", async () => {
  const migrations = listMigrations(migrationsFolder);
  const old = await empty();
  await applyMigrations(old, migrations.slice(0, 1));
  await withClient(old, (client) =>
    client.query(`insert into organization (id, name, slug, country, currency, time_zone, approval_limit, updated_at)
      values (gen_random_uuid(), 'Old', 'old', 'DE', 'EUR', 'Europe/Berlin', 1, now())`),
  );
  const path = join(folder, "old.tar.gz");
  await backUp(old, path, { sealingKey: key });
  const target = await empty();
  await restore(target, path);
  await withClient(target, async (client) => {
    expect((await client.query("select name from organization")).rows).toEqual([{ name: "Old" }]);
    expect((await client.query("select 1 from _prisma_migrations")).rowCount).toBe(migrations.length);
  });
}, 60_000);

test("a database with something in it is left alone", async () => {
  const before = await describeDatabase(source);
  await expect(restore(source, file)).rejects.toThrow("The database is not empty");
  expect(await describeDatabase(source)).toEqual(before);
}, 60_000);

test.each([
  ["cut short", (content: Buffer) => content.subarray(0, Math.floor(content.length * 0.6))],
  [
    "with one byte turned",
    (content: Buffer) => Buffer.from(content.map((byte, at) => (at === 40_000 ? byte ^ 1 : byte))),
  ],
  ["that is something else", () => Buffer.from("no archive at all")],
])("a file %s is refused before anything is written", async (_, damage) => {
  const path = join(folder, "damaged.tar.gz");
  writeFileSync(path, damage(readFileSync(file)));
  const target = await empty();
  await expect(restore(target, path)).rejects.toThrow(/damaged|cut short/);
  await withClient(target, async (client) => {
    expect((await client.query("select to_regclass('organization') as there")).rows).toEqual([{ there: null }]);
  });
});

test("rows that do not fit together come in not at all", async () => {
  const target = await empty();
  await applyMigrations(target);
  const broken = await createTestDatabase(inject("testServer"));
  await withClient(broken, async (client) => {
    await client.query("alter table vendor drop constraint vendor_organization_id_fkey");
    await client.query(
      "insert into vendor (id, organization_id, code, legal_name, country, updated_at) values (gen_random_uuid(), gen_random_uuid(), 'V', 'Nobody’s', 'DE', now())",
    );
  });
  const path = join(folder, "broken.tar.gz");
  await backUp(broken, path, { sealingKey: key });
  await expect(restore(target, path)).rejects.toThrow(/vendor/);
  await withClient(target, async (client) => {
    expect((await client.query("select 1 from vendor")).rowCount).toBe(0);
    const keys = await client.query("select 1 from pg_constraint where conname = 'vendor_organization_id_fkey'");
    expect(keys.rowCount).toBe(1);
  });
});

test("a backup that fails leaves no file behind", async () => {
  const path = join(folder, "never.tar.gz");
  await expect(backUp(await empty(), path, { sealingKey: key })).rejects.toThrow();
  expect(readdirSync(folder).filter((name) => name.startsWith("never"))).toEqual([]);
});

test("the list tells each table with its rows", async () => {
  const { manifest, secrets } = await checkArchive(file);
  expect(manifest.tables.find(({ name }) => name === "organization")).toMatchObject({ rows: 1 });
  expect(manifest.tables.map(({ name }) => name)).toContain("case_record");
  expect(secrets?.toString()).toBe('{"STEWARD_SECRET":"x"}');
});
