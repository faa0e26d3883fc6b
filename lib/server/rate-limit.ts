import "server-only";
import { createHash } from "node:crypto";
import { RateLimiterPostgres, RateLimiterRes } from "rate-limiter-flexible";
import { sql } from "./database";

type Statement = { text: string; values?: unknown[] };

// The app's own connections; the table comes with a migration.
const store = {
  async query({ text, values }: Statement) {
    const rows = await sql.rows(text, values);
    return { rows, rowCount: rows.length };
  },
};

/** A counter in the database, the same for all instances. */
export function createLimiter(name: string, points: number, seconds: number): RateLimiterPostgres {
  return new RateLimiterPostgres({
    storeClient: store,
    storeType: "pool",
    tableName: "rate_limit",
    tableCreated: true,
    keyPrefix: name,
    points,
    duration: seconds,
  });
}

/** Nobody's address or name stands in the table of counters. */
export function limitKey(...parts: (string | null)[]): string {
  return createHash("sha256")
    .update(parts.map((part) => part ?? "").join("\n"))
    .digest("hex")
    .slice(0, 40);
}

/** Takes one from the counter; answers the seconds to wait when there is none left, else null. */
export async function takeOne(limiter: RateLimiterPostgres, key: string, seconds?: number): Promise<number | null> {
  try {
    await limiter.consume(key, 1, seconds === undefined ? {} : { customDuration: seconds });
    return null;
  } catch (refused) {
    if (refused instanceof RateLimiterRes) return Math.max(1, Math.ceil(refused.msBeforeNext / 1000));
    throw refused;
  }
}

/** Seconds to wait when the counter is used up; takes nothing. */
export async function lookAt(limiter: RateLimiterPostgres, key: string): Promise<number | null> {
  const found = await limiter.get(key);
  if (!found || found.consumedPoints < limiter.points) return null;
  return Math.max(1, Math.ceil(found.msBeforeNext / 1000));
}
