import "server-only";
import { join } from "node:path";
import { Pool } from "pg";
import { environment } from "./environment";
import { listMigrations, type Migration, readMigrationState } from "./migrations";

export type Readiness = { status: "ready" } | { status: "unready"; reason: "database" | "migrations" };

// A connection of its own: a busy app whose connections are all in use is still ready.
let pool: Pool | undefined;
let migrations: Migration[] | undefined;

function openPool(): Pool {
  const limit = 2000;
  const opened = new Pool({
    connectionString: environment().DATABASE_URL,
    max: 1,
    connectionTimeoutMillis: limit,
    query_timeout: limit,
    application_name: "steward readiness",
  });
  // A lost connection is what the next check reports.
  opened.on("error", () => undefined);
  return opened;
}

export async function checkReadiness(): Promise<Readiness> {
  pool ??= openPool();
  migrations ??= listMigrations(join(process.cwd(), "prisma/migrations"));
  try {
    const { pending, failed } = await readMigrationState(pool, migrations);
    return pending.length + failed.length > 0 ? { status: "unready", reason: "migrations" } : { status: "ready" };
  } catch {
    return { status: "unready", reason: "database" };
  }
}
