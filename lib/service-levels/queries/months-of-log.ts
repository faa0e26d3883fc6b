import "server-only";
import { db, Prisma } from "@/lib/server/database";
import { type Month, monthRange } from "@/lib/shared/month";
import type { TimeField } from "../kpi-schema";
import { timeColumn } from "./case-log-sql";

/** First to last month in which a moment of the log's cases falls. */
export async function findMonthsOfCaseLog(caseLogId: string, zone: string, field: TimeField): Promise<Month[]> {
  const column = timeColumn(field);
  const rows = await db.$queryRaw<{ first: string | null; last: string | null }[]>(Prisma.sql`
    SELECT to_char(min(${column}) AT TIME ZONE ${zone}::text, 'YYYY-MM') AS first,
      to_char(max(${column}) AT TIME ZONE ${zone}::text, 'YYYY-MM') AS last
    FROM case_record c WHERE c.case_log_id = ${caseLogId}::uuid`);
  const { first, last } = rows[0] ?? { first: null, last: null };
  return first === null || last === null ? [] : monthRange(first, last);
}
