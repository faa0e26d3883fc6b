import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { Client } from "pg";
import { from as copyFrom } from "pg-copy-streams";
import { listMigrations } from "../../lib/server/migrations.ts";
import { type ArchiveTable, checkArchive, type Manifest, readPieces } from "./archive.ts";
import { listTables } from "./backup.ts";
import { withClient } from "./embedded.ts";
import { applyMigrations, migrationsFolder } from "./migrate.ts";
import { PlainError } from "./plain-error.ts";

/**
 * Brings a backup into an empty database: the archive is checked first, the schema is that of its time, all rows come in
 * one transaction in which every key is checked anew, and newer migrations follow. Cut short, the database holds no row.
 */
export async function restore(url: string, file: string): Promise<Manifest> {
  const { manifest } = await checkArchive(file);
  await withClient(url, refuseFilled);
  const ours = listMigrations(migrationsFolder);
  const known = new Map(ours.map((migration) => [migration.name, migration.checksum]));
  const strange = manifest.migrations.find(({ name, checksum }) => known.get(name) !== checksum);
  if (strange)
    throw new PlainError(
      `The backup was taken by another version (${strange.name} is not in this one): update the program.`,
    );
  const then = new Set(manifest.migrations.map(({ name }) => name));
  await applyMigrations(
    url,
    ours.filter(({ name }) => then.has(name)),
  );
  await withClient(url, (client) => load(client, file, manifest));
  await applyMigrations(url, ours);
  return manifest;
}

async function refuseFilled(client: Client): Promise<void> {
  const { rows } = await client.query<{ there: boolean }>("select to_regclass('organization') is not null as there");
  if (!rows[0]?.there) return;
  const filled = await client.query("select 1 from organization limit 1");
  if (filled.rowCount) throw new PlainError("The database is not empty: a backup is restored into an empty one.");
}

/** Keys between tables are taken off while rows come in and put on again over all of them: that checks each. */
async function load(client: Client, file: string, manifest: Manifest): Promise<void> {
  const quote = (name: string) => client.escapeIdentifier(name);
  const there = new Map((await listTables(client)).map(({ name, columns }) => [name, columns]));
  const wrong = manifest.tables.find(({ name, columns }) => there.get(name)?.join() !== columns.join());
  if (wrong) throw new PlainError(`The table ${wrong.name} of the backup does not fit this database.`);
  const keys = await client.query<{ place: string; name: string; definition: string }>(
    `select conrelid::regclass::text as place, conname as name, pg_get_constraintdef(oid) as definition
     from pg_constraint where contype = 'f' and connamespace = 'public'::regnamespace and conparentid = 0`,
  );
  await client.query("begin");
  try {
    for (const { place, name } of keys.rows) await client.query(`alter table ${place} drop constraint ${quote(name)}`);
    for (const { name } of manifest.tables) await client.query(`alter table ${quote(name)} disable trigger user`);
    await client.query(`truncate ${manifest.tables.map(({ name }) => quote(name)).join(", ")}`);
    await loadRows(client, file, manifest);
    for (const { name } of manifest.tables) await client.query(`alter table ${quote(name)} enable trigger user`);
    for (const { place, name, definition } of keys.rows)
      await client.query(`alter table ${place} add constraint ${quote(name)} ${definition}`);
    await client.query("commit");
  } catch (error) {
    await client.query("rollback").catch(() => undefined);
    throw error;
  }
  await client.query("analyze");
}

async function loadRows(client: Client, file: string, manifest: Manifest): Promise<void> {
  const tableOf = new Map(manifest.tables.flatMap((table) => table.pieces.map(({ entry }) => [entry, table] as const)));
  const loaded = new Map<ArchiveTable, number>();
  for await (const { entry, content } of readPieces(file)) {
    const table = tableOf.get(entry);
    if (!table) throw new PlainError(`${file} changed while it was read. Nothing was restored.`);
    const columns = table.columns.map((column) => client.escapeIdentifier(column)).join(", ");
    const into = client.query(copyFrom(`copy ${client.escapeIdentifier(table.name)} (${columns}) from stdin`));
    await pipeline(Readable.from([content]), into);
    loaded.set(table, (loaded.get(table) ?? 0) + (into.rowCount ?? 0));
  }
  const short = manifest.tables.find((table) => (loaded.get(table) ?? 0) !== table.rows);
  if (short) throw new PlainError(`${short.name} has not all of its rows. Nothing was restored.`);
}
