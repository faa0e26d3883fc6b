import { randomUUID } from "node:crypto";
import { fileURLToPath } from "node:url";
import type { Client } from "pg";
import { listMigrations, type Migration, readMigrationState } from "../../lib/server/migrations.ts";
import { withClient } from "./embedded.ts";
import { PlainError } from "./plain-error.ts";

export const migrationsFolder = fileURLToPath(new URL("../../prisma/migrations", import.meta.url));

// The key that Prisma's command line locks too: several instances may start at the same moment.
const migrationLock = 72707369;

const migrationsTable = `
  create table if not exists _prisma_migrations (
    id                  varchar(36) primary key not null,
    checksum            varchar(64) not null,
    finished_at         timestamptz,
    migration_name      varchar(255) not null,
    logs                text,
    rolled_back_at      timestamptz,
    started_at          timestamptz not null default now(),
    applied_steps_count integer not null default 0
  )`;

/** Brings the database to the state of the folder; returns the names of what was applied. */
export function applyMigrations(
  url: string,
  migrations: Migration[] = listMigrations(migrationsFolder),
): Promise<string[]> {
  return withClient(url, async (client) => {
    if ((await findPending(client, migrations)).length === 0) return [];
    await client.query("select pg_advisory_lock($1)", [migrationLock]);
    await client.query(migrationsTable);
    const pending = await findPending(client, migrations); // another instance may have been quicker
    for (const migration of pending) await applyMigration(client, migration);
    return pending.map((migration) => migration.name);
  });
}

async function findPending(client: Client, migrations: Migration[]): Promise<Migration[]> {
  const state = await readMigrationState(client, migrations);
  if (state.failed.length > 0) {
    throw new PlainError(
      `The migration ${state.failed[0]} was begun and not finished: repair it with "prisma migrate resolve", or restore a backup.`,
    );
  }
  if (state.edited.length > 0) {
    throw new PlainError(
      `The migration ${state.edited[0]} was changed after it was applied: restore the file, or start afresh with "npm run db:reset" (all data of the embedded database is lost).`,
    );
  }
  if (state.unknown.length > 0) {
    throw new PlainError(
      `The database was migrated by a newer version (${state.unknown[0]} is not in this one): update the program.`,
    );
  }
  return state.pending;
}

/** The script and its record are one transaction: whole or not at all. */
async function applyMigration(client: Client, migration: Migration): Promise<void> {
  await client.query("begin");
  try {
    await client.query(migration.script);
    await client.query(
      `insert into _prisma_migrations (id, checksum, migration_name, started_at, finished_at, applied_steps_count)
       values ($1, $2, $3, now(), clock_timestamp(), 1)`,
      [randomUUID(), migration.checksum, migration.name],
    );
    await client.query("commit");
  } catch (error) {
    await client.query("rollback");
    throw new PlainError(`The migration ${migration.name} failed and was undone: ${(error as Error).message}`, {
      cause: error,
    });
  }
}

export function hasDatabase(serverUrl: string, name: string): Promise<boolean> {
  return withClient(serverUrl, async (client) => {
    const found = await client.query("select 1 from pg_database where datname = $1", [name]);
    return found.rowCount === 1;
  });
}

/** An empty database of that name, whatever was there before. */
export function recreateDatabase(serverUrl: string, name: string): Promise<void> {
  return withClient(serverUrl, async (client) => {
    const identifier = client.escapeIdentifier(name);
    await client.query(`drop database if exists ${identifier} with (force)`);
    await client.query(`create database ${identifier}`);
  });
}
