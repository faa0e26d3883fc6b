import "server-only";
import type { Audit } from "@/lib/server/change";
import { Prisma, type Transaction } from "@/lib/server/database";
import type { Tell } from "@/lib/server/happenings";
import { type Decimal, toDecimalText } from "@/lib/shared/decimal";
import type { Month } from "@/lib/shared/month";
import { serviceLevelEvents } from "../events";
import { type LoadedContract, loadContractMonths, measuredKey } from "../queries/contract-months";
import { type ClosedMonth, closeMonths } from "../rules/contract-months";
import { settlePeriods } from "./settle-periods";

/** Digits that a result keeps behind the point. */
const text = (value: Decimal | null) => (value === null ? null : toDecimalText(value));

/**
 * One at a time per contract, so that no two transactions compute from what the other is about to change. Taken after
 * the case log's row and before periods; the organization's audit head comes last.
 */
export async function lockContractMonths(tx: Transaction, contractId: string): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`contract months ${contractId}`}, 0))`;
}

/**
 * Brings the results of a contract from a month on up to date, in the transaction of the change that caused it.
 * Figures of open months follow; a verified month goes back to be verified; a locked one is restated by an adjustment.
 * The caller holds the contract's lock.
 */
export async function recomputeContract(
  tx: Transaction,
  audit: Audit,
  tell: Tell,
  scope: { organizationId: string; contractId: string; fromMonth: Month },
): Promise<void> {
  const loaded = await loadContractMonths(tx, scope.organizationId, scope.contractId);
  if (!loaded || loaded.months.length === 0) return;
  await tx.measurementPeriod.createMany({
    data: loaded.months.map((month) => ({ organizationId: scope.organizationId, contractId: scope.contractId, month })),
    skipDuplicates: true,
  });
  const closed = closeMonths(loaded).filter((month) => month.month >= scope.fromMonth);
  const changed = await writeResults(tx, scope, loaded, closed);
  await settlePeriods(tx, audit, { ...scope, label: `${loaded.code} ${loaded.title}` }, loaded, closed, changed);
  tell(serviceLevelEvents.computed({ contractId: scope.contractId }));
}

type ResultRow = {
  id: string;
  month: string;
  status: string;
  value: string | null;
  numerator: string | null;
  denominator: string | null;
  cases: number | null;
  without: number | null;
  multiplier: string;
  points: string | null;
  credit: string;
  steps: unknown;
};

function toRows(loaded: LoadedContract, closed: readonly ClosedMonth[]): ResultRow[] {
  const kpiOf = new Map(loaded.levels.map((level) => [level.id, level.kpiId] as const));
  return closed.flatMap(({ month, lines }) =>
    lines.map((line): ResultRow => {
      const source = loaded.measurements.get(measuredKey(kpiOf.get(line.levelId) ?? "", month));
      return {
        id: line.levelId,
        month,
        status: line.status,
        value: text(line.value),
        numerator: source?.numerator ?? null,
        denominator: source?.denominator ?? null,
        cases: source?.cases ?? null,
        without: source?.without ?? null,
        multiplier: toDecimalText(line.multiplier),
        points: text(line.points),
        credit: toDecimalText(line.credit),
        steps: line.steps,
      };
    }),
  );
}

/** Writes what differs in one statement, and answers the months in which a value, a state or a credit changed. */
async function writeResults(
  tx: Transaction,
  scope: { organizationId: string; contractId: string; fromMonth: Month },
  loaded: LoadedContract,
  closed: readonly ClosedMonth[],
): Promise<Set<Month>> {
  const rows = JSON.stringify(toRows(loaded, closed));
  const input = Prisma.sql`jsonb_to_recordset(${rows}::jsonb) AS n(id uuid, month text, status attainment,
    value numeric(24, 8), numerator numeric(24, 8), denominator numeric(24, 8), cases int, without int,
    multiplier numeric(24, 8), points numeric(24, 8), credit numeric(20, 4), steps jsonb)`;
  const gone = await tx.$queryRaw<{ month: string }[]>`
    DELETE FROM period_result r WHERE r.contract_id = ${scope.contractId}::uuid AND r.month >= ${scope.fromMonth}
      AND NOT EXISTS (SELECT 1 FROM ${input} WHERE n.id = r.service_level_id AND n.month = r.month)
    RETURNING r.month`;
  const written = await tx.$queryRaw<{ month: string }[]>`
    INSERT INTO period_result AS r (service_level_id, month, organization_id, contract_id, status, value, numerator,
      denominator, cases, cases_without_value, multiplier, points, credit, steps, computed_at)
    SELECT n.id, n.month, ${scope.organizationId}::uuid, ${scope.contractId}::uuid, n.status, n.value, n.numerator,
      n.denominator, n.cases, n.without, n.multiplier, n.points, n.credit, n.steps, now() FROM ${input}
    ON CONFLICT (service_level_id, month) DO UPDATE SET status = excluded.status, value = excluded.value,
      numerator = excluded.numerator, denominator = excluded.denominator, cases = excluded.cases,
      cases_without_value = excluded.cases_without_value, multiplier = excluded.multiplier, points = excluded.points,
      credit = excluded.credit, steps = excluded.steps, computed_at = excluded.computed_at
    WHERE (r.status, r.value, r.numerator, r.denominator, r.cases, r.cases_without_value, r.multiplier, r.points,
        r.credit, r.steps)
      IS DISTINCT FROM (excluded.status, excluded.value, excluded.numerator, excluded.denominator, excluded.cases,
        excluded.cases_without_value, excluded.multiplier, excluded.points, excluded.credit, excluded.steps)
    RETURNING r.month`;
  return new Set([...gone, ...written].map((row) => row.month));
}
