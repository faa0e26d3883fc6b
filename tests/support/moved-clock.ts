import { db } from "@/lib/server/database";

/**
 * Sets the clock of this test file's own database ahead by putting another function in the place of `steward_now`; it
 * goes on from there. Production has nothing to move: there the function is the server's time.
 */
export async function moveClock(by: { days?: number; hours?: number; minutes?: number }): Promise<void> {
  const { days = 0, hours = 0, minutes = 0 } = by;
  const interval = `interval '${days} days ${hours} hours ${minutes} minutes'`;
  await db.$executeRawUnsafe(`CREATE OR REPLACE FUNCTION steward_now() RETURNS timestamptz LANGUAGE sql STABLE
    PARALLEL SAFE AS $$ SELECT statement_timestamp() + ${interval} $$`);
}

/** Sets the clock to an instant, from which it goes on. */
export async function setClock(instant: string): Promise<void> {
  const [row] = await db.$queryRaw<{ seconds: number }[]>`
    SELECT extract(epoch FROM ${instant}::timestamptz - statement_timestamp())::float8 AS seconds`;
  await db.$executeRawUnsafe(`CREATE OR REPLACE FUNCTION steward_now() RETURNS timestamptz LANGUAGE sql STABLE
    PARALLEL SAFE AS $$ SELECT statement_timestamp() + interval '${row?.seconds ?? 0} seconds' $$`);
}
