import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

// Migrations are folders of prisma/migrations, and a database remembers the applied ones in Prisma's own table,
// so that Prisma's command line and this program can take turns.
export type Migration = { name: string; script: string; checksum: string };

type Queryable = { query: (sql: string) => Promise<{ rows: Record<string, unknown>[] }> };

export function listMigrations(folder: string): Migration[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(join(folder, entry.name, "migration.sql")))
    .map((entry) => entry.name)
    .sort()
    .map((name) => {
      const script = readFileSync(join(folder, name, "migration.sql"), "utf8");
      return { name, script, checksum: createHash("sha256").update(script).digest("hex") };
    });
}

export type MigrationState = {
  /** In the folder, not in the database. */
  pending: Migration[];
  /** Applied, but the file has been changed since. */
  edited: string[];
  /** Begun and not finished: somebody has to look. */
  failed: string[];
  /** Applied by a newer version of this program. */
  unknown: string[];
};

export async function readMigrationState(client: Queryable, migrations: Migration[]): Promise<MigrationState> {
  const table = await client.query("select to_regclass('_prisma_migrations') is not null as present");
  const applied = table.rows[0]?.present ? await readApplied(client) : new Map<string, Applied>();
  const known = new Set(migrations.map((migration) => migration.name));
  return {
    pending: migrations.filter(({ name }) => !applied.get(name)?.isFinished),
    edited: migrations
      .filter(({ name, checksum }) => applied.has(name) && applied.get(name)?.checksum !== checksum)
      .map(({ name }) => name),
    failed: [...applied].filter(([, { isFinished }]) => !isFinished).map(([name]) => name),
    unknown: [...applied.keys()].filter((name) => !known.has(name)),
  };
}

type Applied = { checksum: string; isFinished: boolean };

async function readApplied(client: Queryable): Promise<Map<string, Applied>> {
  const found = await client.query(
    "select migration_name, checksum, finished_at is not null as finished from _prisma_migrations where rolled_back_at is null",
  );
  return new Map(
    found.rows.map((row) => [
      String(row.migration_name),
      { checksum: String(row.checksum), isFinished: row.finished === true },
    ]),
  );
}
