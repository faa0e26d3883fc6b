import "server-only";
import { db, type Transaction } from "./database";

/** All deadlines are read on the database's clock, so that every instance agrees. */
export async function databaseNow(tx: Transaction | typeof db = db): Promise<Date> {
  const rows = await tx.$queryRaw<{ now: Date }[]>`SELECT clock_timestamp() AS now`;
  const now = rows[0]?.now;
  if (!now) throw new Error("The database did not tell the time.");
  return now;
}

/** The calendar day (`YYYY-MM-DD`) that it is in a time zone, by the database's clock. */
export async function databaseToday(timeZone: string, tx: Transaction | typeof db = db): Promise<string> {
  const now = await databaseNow(tx);
  return Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(timeZone).toPlainDate().toString();
}
