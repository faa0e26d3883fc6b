import "server-only";
import { Prisma, type Transaction } from "@/lib/server/database";
import type { Month } from "@/lib/shared/month";
import { definitionSchema } from "../kpi-schema";
import type { ContentInputs } from "../rules/period-content";
import { timeColumn } from "./case-log-sql";

type Scope = { contractId: string; month: Month; timeZone: string };

/** Everything that a month is computed from, as it stands now, in an order of its own. */
export async function readPeriodInputs(tx: Transaction, scope: Scope, terms: unknown): Promise<ContentInputs> {
  const { contractId, month } = scope;
  const charges = await tx.$queryRaw<ContentInputs["charges"]>`
    SELECT l.code, l.name, c.amount::text AS amount, l.is_credit_base AS "isCreditBase"
    FROM monthly_charge c JOIN charge_line l ON l.id = c.charge_line_id
    WHERE c.contract_id = ${contractId}::uuid AND c.month = ${month} ORDER BY l.code`;
  const kpis = await tx.kpi.findMany({
    where: { contractId },
    orderBy: { code: "asc" },
    select: {
      id: true,
      code: true,
      name: true,
      unit: true,
      direction: true,
      decimals: true,
      method: true,
      caseLogId: true,
      definition: true,
    },
  });
  const measurements = await tx.$queryRaw<unknown[]>`
    SELECT DISTINCT ON (m.kpi_id) m.id, m.kpi_id AS kpi, m.sequence, m.value::text, m.numerator::text,
      m.denominator::text, m.cases, m.cases_without_value AS "casesWithoutValue", m.source::text, m.note,
      to_char(m.created_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS "recordedAt"
    FROM measurement m JOIN kpi k ON k.id = m.kpi_id
    WHERE k.contract_id = ${contractId}::uuid AND m.month = ${month} ORDER BY m.kpi_id, m.sequence DESC`;
  const exclusions = await tx.exclusion.findMany({
    where: { contractId, month, state: "approved" },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    select: { id: true, serviceLevelId: true, kind: true, reason: true, caseNumbers: true },
  });
  const adjustments = await tx.$queryRaw<ContentInputs["adjustments"]>`
    SELECT source_month AS "sourceMonth", amount::text AS amount, reason FROM credit_entry
    WHERE contract_id = ${contractId}::uuid AND month = ${month} AND kind = 'adjustment' ORDER BY created_at, id`;
  const cases: ContentInputs["cases"] = [];
  for (const kpi of kpis) {
    if (kpi.method !== "caseLog" || !kpi.caseLogId || !kpi.definition) continue;
    const moment = definitionSchema.parse(kpi.definition).month;
    cases.push(
      await hashCases(tx, { ...scope, caseLogId: kpi.caseLogId }, timeColumn(moment), `${kpi.code} ${moment}`),
    );
  }
  return { terms, charges, definitions: kpis, measurements, cases, exclusions, adjustments };
}

/** The cases of the month as one figure: any change of any of them gives another. */
async function hashCases(
  tx: Transaction,
  scope: Scope & { caseLogId: string },
  moment: Prisma.Sql,
  name: string,
): Promise<ContentInputs["cases"][number]> {
  const from = Prisma.sql`(${`${scope.month}-01`}::date::timestamp AT TIME ZONE ${scope.timeZone})`;
  const to = Prisma.sql`((${`${scope.month}-01`}::date + interval '1 month')::timestamp AT TIME ZONE ${scope.timeZone})`;
  const rows = await tx.$queryRaw<{ count: number; sha256: string }[]>`
    SELECT count(*)::int AS count, encode(sha256(convert_to(coalesce(string_agg(md5(jsonb_build_array(c.case_number,
      c.opened_at, c.first_response_at, c.resolved_at, c.closed_at, c.paused_seconds, c.attributes)::text), ''
      ORDER BY c.case_number, c.opened_at), ''), 'UTF8')), 'hex') AS sha256
    FROM case_record c
    WHERE c.case_log_id = ${scope.caseLogId}::uuid AND ${moment} >= ${from} AND ${moment} < ${to}`;
  return { caseLog: name, count: rows[0]?.count ?? 0, sha256: rows[0]?.sha256 ?? "" };
}
