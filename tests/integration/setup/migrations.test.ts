import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, inject, test } from "vitest";
import { listMigrations, type Migration, readMigrationState } from "@/lib/server/migrations";
import { openSchemaEngine } from "@/prisma/engine/wasm-engine.mjs";
import { withClient } from "@/scripts/database/embedded";
import { applyMigrations, migrationsFolder } from "@/scripts/database/migrate";
import { inProject } from "@/scripts/project";
import { createTestDatabase } from "@/tests/support/test-databases";

const migrations = listMigrations(migrationsFolder);
const names = migrations.map((migration) => migration.name);

function makeMigration(name: string, script: string): Migration {
  return { name, script, checksum: `checksum of ${script}`.slice(0, 64) };
}

test("apply to an empty database, once", async () => {
  const url = await createTestDatabase(inject("testServer"), "empty");
  expect(await applyMigrations(url)).toEqual(names);
  expect(await applyMigrations(url)).toEqual([]);
});

test("several instances that start together apply each migration once", async () => {
  const url = await createTestDatabase(inject("testServer"), "empty");
  const applied = await Promise.all([applyMigrations(url), applyMigrations(url), applyMigrations(url)]);
  expect(applied.flat()).toEqual(names);
  const stored = await withClient(url, (client) => client.query("select 1 from _prisma_migrations"));
  expect(stored.rowCount).toBe(names.length);
});

test("nothing to do is found out quickly", async () => {
  const url = await createTestDatabase(inject("testServer"));
  await applyMigrations(url);
  const start = performance.now();
  await applyMigrations(url);
  expect(performance.now() - start).toBeLessThan(1000);
});

test("a script that fails leaves nothing behind, and can be repaired", async () => {
  const url = await createTestDatabase(inject("testServer"));
  const broken = makeMigration("99990101000000_broken", "create table half_made (id int); select 1 / 0;");
  await expect(applyMigrations(url, [...migrations, broken])).rejects.toThrow(
    /99990101000000_broken failed and was undone/,
  );
  await withClient(url, async (client) => {
    const found = await client.query("select to_regclass('half_made') as half");
    expect(found.rows).toEqual([{ half: null }]);
  });
  const repaired = makeMigration(broken.name, "create table half_made (id int);");
  expect(await applyMigrations(url, [...migrations, repaired])).toEqual([broken.name]);
});

test("a script with the body of a function runs whole", async () => {
  const url = await createTestDatabase(inject("testServer"), "empty");
  const script = "create function twice(n int) returns int language plpgsql as $$ begin n := n * 2; return n; end; $$;";
  await applyMigrations(url, [makeMigration("1_function", script)]);
  await withClient(url, async (client) => {
    expect((await client.query("select twice(21) as answer")).rows).toEqual([{ answer: 42 }]);
  });
});

test("an edited migration, and one from a newer version, are refused by name", async () => {
  const url = await createTestDatabase(inject("testServer"));
  const first = migrations[0];
  if (!first) throw new Error("There is no migration.");
  const edited = [{ ...first, checksum: "another" }, ...migrations.slice(1)];
  await expect(applyMigrations(url, edited)).rejects.toThrow(`${first.name} was changed after it was applied`);
  await expect(applyMigrations(url, [])).rejects.toThrow("newer version");
});

test("the state names what is pending", async () => {
  const url = await createTestDatabase(inject("testServer"));
  const later = makeMigration("99990101000000_later", "select 1");
  const state = await withClient(url, (client) => readMigrationState(client, [...migrations, later]));
  expect(state).toEqual({ pending: [later], edited: [], failed: [], unknown: [] });
});

// Written by hand in the migrations, because the schema language has no words for it.
const beyondTheSchema = [
  /^DROP INDEX "\w+"$/,
  /^(ALTER|DROP) TABLE "case_record"/,
  // The organization of rows that join two others, and the format of documents: filled by the database alone.
  /^ALTER TABLE "\w+" DROP COLUMN "(organization_id|\w+_format)"(,\s*DROP COLUMN "\w+_format")*$/,
];

const ADDED_KEY =
  /^ALTER TABLE "(\w+)" ADD CONSTRAINT "(\w+)" FOREIGN KEY \("(\w+)"\) REFERENCES "(\w+)"\("id"\) ON DELETE ([A-Z ]+) ON UPDATE ([A-Z ]+)$/;

/**
 * A key of the schema stands in the database as one over (organization, id), under its name and with its consequences:
 * the engine asks for the old one to be taken away and the plain one to be added. Answers what is left to explain.
 */
async function withoutGuardedKeys(url: string, statements: string[]): Promise<string[]> {
  const { rows } = await withClient(url, (client) =>
    client.query<{ name: string; definition: string }>(
      `select conname as name, pg_get_constraintdef(oid) as definition from pg_constraint
       where contype = 'f' and connamespace = 'public'::regnamespace`,
    ),
  );
  const definitions = new Map(rows.map((row) => [row.name, row.definition]));
  const guarded = new Set<string>();
  for (const statement of statements) {
    const [, , name = "", key, parent, onDelete = "", onUpdate] = ADDED_KEY.exec(statement) ?? [];
    const consequence = onDelete === "SET NULL" ? `SET NULL (${key})` : onDelete;
    const expected = `FOREIGN KEY (organization_id, ${key}) REFERENCES ${parent}(organization_id, id) ON UPDATE ${onUpdate} ON DELETE ${consequence}`;
    if (name && definitions.get(name) === expected) guarded.add(name);
  }
  return statements.filter((statement) => {
    const name = /^ALTER TABLE "\w+" (?:DROP|ADD) CONSTRAINT "(\w+)"/.exec(statement)?.[1];
    return !name || !guarded.has(name);
  });
}

test("the migrations make the tables, columns, keys and indexes of the schema", async () => {
  const folder = inProject("prisma/schema");
  const files = readdirSync(folder)
    .filter((name) => name.endsWith(".prisma"))
    .map((name) => ({ path: join(folder, name), content: readFileSync(join(folder, name), "utf8") }));
  const url = await createTestDatabase(inject("testServer"));
  const { engine, close } = await openSchemaEngine({ url, datamodels: undefined });
  try {
    const difference = await engine.diff({
      from: { tag: "schemaDatasource", files, configDir: inProject() },
      to: { tag: "schemaDatamodel", files },
      script: true,
      exitCode: null,
      filters: { externalTables: [], externalEnums: [] },
    });
    const statements = String(difference.stdout)
      .replace(/^--.*$/gm, "")
      .split(";")
      .map((text) => text.trim());
    const unexplained = await withoutGuardedKeys(url, statements);
    const unexpected = unexplained.filter((text) => text && !beyondTheSchema.some((pattern) => pattern.test(text)));
    expect(unexpected).toEqual([]);
    expect(statements.length).toBeGreaterThan(1); // the engine did look at the database
  } finally {
    await close();
  }
});
