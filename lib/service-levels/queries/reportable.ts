import "server-only";
import type { Transaction } from "@/lib/server/database";
import { findMonthProblem } from "../rules/closing";

/** What stands against reporting a month of a contract, by its own day and term. */
export async function findReportProblem(tx: Transaction, contractId: string, month: string): Promise<string | null> {
  const rows = await tx.$queryRaw<{ today: string; startDate: string | null; endOn: string | null }[]>`
    SELECT to_char(steward_today(c.time_zone), 'YYYY-MM-DD') AS today,
      to_char(c.start_date, 'YYYY-MM-DD') AS "startDate", to_char(k.end_on, 'YYYY-MM-DD') AS "endOn"
    FROM contract c LEFT JOIN contract_calendar k ON k.contract_id = c.id WHERE c.id = ${contractId}::uuid`;
  const [facts] = rows;
  return facts ? findMonthProblem({ month, ...facts }) : null;
}
