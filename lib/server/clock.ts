import "server-only";
import { db, type Transaction } from "./database";

/** All deadlines are read on the database's clock, so that every instance agrees. See `steward_now` in the migrations. */
export async function databaseNow(tx: Transaction | typeof db = db): Promise<Date> {
  const rows = await tx.$queryRaw<{ now: Date }[]>`SELECT steward_now() AS now`;
  const now = rows[0]?.now;
  if (!now) throw new Error("The database did not tell the time.");
  return now;
}

/** The calendar day (`YYYY-MM-DD`) that it is in a time zone, by the database's clock. */
export async function databaseToday(timeZone: string, tx: Transaction | typeof db = db): Promise<string> {
  return dayIn(timeZone, await databaseNow(tx));
}

/** The calendar day of an instant in a time zone. */
export function dayIn(timeZone: string, instant: Date): string {
  return Temporal.Instant.fromEpochMilliseconds(instant.getTime())
    .toZonedDateTimeISO(timeZone)
    .toPlainDate()
    .toString();
}

/** The calendar day that it is where an organization is. */
export async function organizationToday(organizationId: string, tx: Transaction | typeof db = db): Promise<string> {
  const rows = await tx.$queryRaw<{ today: string | null }[]>`
    SELECT to_char(organization_today(${organizationId}::uuid), 'YYYY-MM-DD') AS today`;
  const today = rows[0]?.today;
  if (!today) throw new Error("There is no such organization to ask for its day.");
  return today;
}
