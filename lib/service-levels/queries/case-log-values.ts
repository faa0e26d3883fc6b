import "server-only";
import { Prisma, type Transaction } from "@/lib/server/database";
import { d, HUNDRED, roundTo, toDecimalText } from "@/lib/shared/decimal";
import type { KpiDefinition } from "../kpi-schema";
import { casesOf, divisorOf, monthlyValuesSql, timeColumn } from "./case-log-sql";

/** A KPI's figures of a month, from the cases. Decimals as text; value null: no case had what is needed. */
export type MonthlyValue = {
  month: string;
  value: string | null;
  numerator: string | null;
  denominator: string | null;
  cases: number;
  casesWithoutValue: number;
};

type Row = {
  month: string;
  cases: number;
  without: number;
  numerator: string | null;
  denominator: string | null;
  point: string | null;
};

/** Digits that a measurement keeps behind the point. */
const STORED_DECIMALS = 8;
const stored = (value: ReturnType<typeof d>) => toDecimalText(roundTo(value, STORED_DECIMALS));

function toMonthlyValue(definition: KpiDefinition, row: Row): MonthlyValue {
  const divisor = divisorOf(definition.aggregate);
  const base = { month: row.month, cases: row.cases, casesWithoutValue: row.without };
  if (row.numerator !== null && row.denominator !== null && !d(row.denominator).isZero()) {
    const scale = definition.aggregate.type === "share" ? HUNDRED : d(1);
    const numerator = d(row.numerator).dividedBy(divisor);
    const value = numerator.times(scale).dividedBy(row.denominator);
    return { ...base, value: stored(value), numerator: stored(numerator), denominator: stored(d(row.denominator)) };
  }
  const value = row.point === null ? null : stored(d(row.point).dividedBy(divisor));
  return { ...base, value, numerator: null, denominator: null };
}

type Reader = Pick<Transaction, "$queryRaw">;

/** Values of all months of the range in one statement. Months without a case are not in the answer. */
export async function computeMonthlyValues(
  reader: Reader,
  caseLogId: string,
  definition: KpiDefinition,
  range: { zone: string; from: string; to: string },
  excluding: { contractId: string; kpiId: string } | null = null,
): Promise<MonthlyValue[]> {
  const rows = await reader.$queryRaw<Row[]>(monthlyValuesSql(caseLogId, definition, range, excluding));
  return rows.map((row) => toMonthlyValue(definition, row));
}

/** Cases that belong to no month, because the moment that decides it is missing. */
export async function countUnassigned(reader: Reader, caseLogId: string, definition: KpiDefinition): Promise<number> {
  const query = Prisma.sql`SELECT count(*)::int AS cases
    FROM ${casesOf(caseLogId, definition)} AND ${timeColumn(definition.month)} IS NULL`;
  const rows = await reader.$queryRaw<{ cases: number }[]>(query);
  return rows[0]?.cases ?? 0;
}
