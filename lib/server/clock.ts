import "server-only";
import { db, type Transaction } from "./database";

/** All deadlines are read on the database's clock, so that every instance agrees. */
export async function databaseNow(tx: Transaction | typeof db = db): Promise<Date> {
  const rows = await tx.$queryRaw<{ now: Date }[]>`SELECT clock_timestamp() AS now`;
  const now = rows[0]?.now;
  if (!now) throw new Error("The database did not tell the time.");
  return now;
}
