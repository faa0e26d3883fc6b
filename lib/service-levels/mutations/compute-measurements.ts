import "server-only";
import type { Prisma, Transaction } from "@/lib/server/database";
import { d } from "@/lib/shared/decimal";
import { type Month, monthRange } from "@/lib/shared/month";
import { definitionSchema } from "../kpi-schema";
import { computeMonthlyValues, type MonthlyValue } from "../queries/case-log-values";
import { findLatestMeasurements } from "../queries/contract-months";
import { groupByDefinition } from "../rules/kpi-revisions";

type Latest = Awaited<ReturnType<typeof findLatestMeasurements>>[number];

function isSameText(before: string | null, after: string | null): boolean {
  return before === null || after === null ? before === after : d(before).eq(after);
}

function isSame(latest: Latest, value: MonthlyValue): boolean {
  return (
    isSameText(latest.value, value.value) &&
    isSameText(latest.numerator, value.numerator) &&
    isSameText(latest.denominator, value.denominator) &&
    latest.cases === value.cases &&
    latest.without === value.casesWithoutValue
  );
}

const NO_CASES = { value: null, numerator: null, denominator: null, cases: 0, casesWithoutValue: 0 };

type Scope = { organizationId: string; contractId: string; timeZone: string };
const computed = { method: true, caseLogId: true, definition: true } as const;
type Definition = { method: string; caseLogId: string | null; definition: Prisma.JsonValue };

/**
 * Computes KPIs of the contract from their case logs for the given months, each by the definition that holds in it, and
 * appends a measurement wherever the
 * figures differ from the last one. Answers the earliest month in which something was appended.
 */
export async function appendComputedMeasurements(
  tx: Transaction,
  scope: Scope,
  which: { caseLogId: string } | { kpiId: string } | "all",
  months: readonly Month[],
  note: string,
): Promise<Month | null> {
  if (months.length === 0) return null;
  const kpis = await tx.kpi.findMany({
    where: {
      contractId: scope.contractId,
      organizationId: scope.organizationId,
      ...(which === "all"
        ? {}
        : "kpiId" in which
          ? { id: which.kpiId }
          : { OR: [{ caseLogId: which.caseLogId }, { kpiRevisions: { some: { caseLogId: which.caseLogId } } }] }),
    },
    select: {
      id: true,
      ...computed,
      effectiveFrom: true,
      kpiRevisions: { select: { ...computed, effectiveFrom: true, effectiveTo: true } },
    },
  });
  if (kpis.length === 0) return null;
  const latest = new Map(
    (await findLatestMeasurements(tx, scope.contractId)).map((row) => [`${row.kpi_id} ${row.month}`, row] as const),
  );
  const excused = await tx.exclusion.count({
    where: { contractId: scope.contractId, state: "approved", caseNumbers: { isEmpty: false } },
  });
  const excluding = excused > 0 ? { contractId: scope.contractId } : null;
  const appended: (MonthlyValue & { kpi: string; definition: Prisma.JsonValue })[] = [];
  const stretches = kpis.flatMap((kpi) => groupByDefinition<Definition>(kpi, months).map((each) => ({ ...each, kpi })));
  for (const { kpi, definition: held, months: under } of stretches) {
    const isOther = which !== "all" && "caseLogId" in which && held.caseLogId !== which.caseLogId;
    if (held.method !== "caseLog" || isOther) continue;
    for (const value of await valuesOf(tx, scope, held, under, excluding && { ...excluding, kpiId: kpi.id })) {
      const before = latest.get(`${kpi.id} ${value.month}`);
      const isNew = before ? !isSame(before, value) : value.cases + value.casesWithoutValue > 0;
      if (isNew) appended.push({ ...value, kpi: kpi.id, definition: held.definition });
    }
  }
  if (appended.length === 0) return null;
  // The sequence goes on from the last one; the contract's lock keeps others from taking the same.
  await tx.$executeRaw`
    INSERT INTO measurement (id, organization_id, kpi_id, month, sequence, value, numerator, denominator, cases,
      cases_without_value, source, note, definition)
    SELECT gen_random_uuid(), ${scope.organizationId}::uuid, n.kpi, n.month,
      coalesce((SELECT max(m.sequence) FROM measurement m WHERE m.kpi_id = n.kpi AND m.month = n.month), 0) + 1,
      n.value, n.numerator, n.denominator, n.cases, n."casesWithoutValue", 'caseLog', ${note}, n.definition
    FROM jsonb_to_recordset(${JSON.stringify(appended)}::jsonb) AS n(kpi uuid, month text, value numeric, numerator numeric,
      denominator numeric, cases int, "casesWithoutValue" int, definition jsonb)`;
  return appended.map((value) => value.month).sort()[0] ?? null;
}

async function valuesOf(
  tx: Transaction,
  scope: Scope,
  kpi: Definition,
  months: readonly Month[],
  excluding: { contractId: string; kpiId: string } | null,
): Promise<MonthlyValue[]> {
  const sorted = [...months].sort();
  const definition = definitionSchema.parse(kpi.definition);
  const range = { zone: scope.timeZone, from: sorted[0] ?? "", to: sorted.at(-1) ?? "" };
  const found = await computeMonthlyValues(tx, kpi.caseLogId ?? "", definition, range, excluding);
  const byMonth = new Map(found.map((value) => [value.month, value] as const));
  return sorted.map((month) => byMonth.get(month) ?? { ...NO_CASES, month });
}

/** All months that the moment of a definition falls into, of a whole case log. */
export async function findMonthsOfLog(tx: Transaction, caseLogId: string, zone: string): Promise<Month[]> {
  const rows = await tx.$queryRaw<{ first: string | null; last: string | null }[]>`
    SELECT to_char(min(least(opened_at, first_response_at, resolved_at, closed_at)) AT TIME ZONE ${zone}, 'YYYY-MM')
      AS first,
      to_char(max(greatest(opened_at, first_response_at, resolved_at, closed_at)) AT TIME ZONE ${zone}, 'YYYY-MM') AS last
    FROM case_record WHERE case_log_id = ${caseLogId}::uuid`;
  const { first, last } = rows[0] ?? { first: null, last: null };
  if (first === null || last === null) return [];
  return monthRange(first, last);
}
