import "server-only";
import type { Audit } from "@/lib/server/change";
import { Prisma, type Transaction } from "@/lib/server/database";
import type { Tell } from "@/lib/server/happenings";
import { type Decimal, toDecimalText } from "@/lib/shared/decimal";
import type { Month } from "@/lib/shared/month";
import { serviceLevelEvents } from "../events";
import { type LoadedContract, loadContractMonths, measuredKey } from "../queries/contract-months";
import { type ClosedMonth, closeMonths, type FrozenMonth } from "../rules/contract-months";
import { readLockedMonths } from "./freeze-period";
import { freezeUnfrozen } from "./freeze-unfrozen";
import { proposeRestatement } from "./propose-restatement";
import { settlePeriods } from "./settle-periods";

/** Digits that a result keeps behind the point. */
const text = (value: Decimal | null) => (value === null ? null : toDecimalText(value));

export type Scope = { organizationId: string; contractId: string; fromMonth: Month };
export type Recording = { tx: Transaction; audit: Audit; tell: Tell };

/** Who brought what the months are computed from: the side that proposes, should it reach a locked month. */
export type Author = { kind: string; memberId?: string; contactId?: string };

/**
 * One at a time per contract, so that no two transactions compute from what the other is about to change. Taken after
 * the case log's row and before periods; the organization's audit head comes last.
 */
export async function lockContractMonths(tx: Transaction, contractId: string): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`contract months ${contractId}`}, 0))`;
}

/** The months of a contract in both worlds: as agreed (locked ones as they stand), and as today's figures would have it. */
export type Worlds = {
  loaded: LoadedContract;
  locked: Map<Month, FrozenMonth>;
  agreed: ClosedMonth[];
  today: ClosedMonth[];
};

export async function computeWorlds(tx: Transaction, of: Omit<Scope, "fromMonth">): Promise<Worlds | null> {
  const loaded = await loadContractMonths(tx, of.organizationId, of.contractId);
  if (!loaded || loaded.months.length === 0) return null;
  await tx.measurementPeriod.createMany({
    data: loaded.months.map((month) => ({ ...of, month })),
    skipDuplicates: true,
  });
  await freezeUnfrozen(tx, of, loaded);
  const locked = await readLockedMonths(tx, of.contractId);
  const today = closeMonths(loaded);
  return { loaded, locked, today, agreed: locked.size === 0 ? today : closeMonths(loaded, locked) };
}

/**
 * Brings the results of a contract from a month on up to date, in the transaction of the change that caused it.
 * Figures of open months follow; a verified month goes back to be verified; a locked one stays as it is, and what would
 * be different is proposed as a restatement. The caller holds the contract's lock.
 */
export async function recomputeContract({ tx, audit, tell }: Recording, author: Author, scope: Scope): Promise<void> {
  const { organizationId, contractId, fromMonth } = scope;
  const worlds = await computeWorlds(tx, { organizationId, contractId });
  if (!worlds) return;
  const { loaded, locked, agreed } = worlds;
  const following = agreed.filter((month) => month.month >= fromMonth && !locked.has(month.month));
  const label = `${loaded.code} ${loaded.title}`;
  const changed = await writeResults(tx, scope, loaded, following);
  await settlePeriods({ tx, audit, tell }, author, { ...scope, label }, following, changed);
  await proposeRestatement({ tx, audit, tell }, author, { organizationId, contractId, label }, worlds);
  tell(serviceLevelEvents.computed({ contractId }));
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
export async function writeResults(
  tx: Transaction,
  scope: Omit<Scope, "fromMonth">,
  loaded: LoadedContract,
  closed: readonly ClosedMonth[],
): Promise<Set<Month>> {
  const rows = JSON.stringify(toRows(loaded, closed));
  const months = closed.map((month) => month.month);
  const input = Prisma.sql`jsonb_to_recordset(${rows}::jsonb) AS n(id uuid, month text, status attainment,
    value numeric(24, 8), numerator numeric(24, 8), denominator numeric(24, 8), cases int, without int,
    multiplier numeric(24, 8), points numeric(24, 8), credit numeric(20, 4), steps jsonb)`;
  const gone = await tx.$queryRaw<{ month: string }[]>`
    DELETE FROM period_result r WHERE r.contract_id = ${scope.contractId}::uuid AND r.month = ANY (${months})
      AND NOT EXISTS (SELECT 1 FROM ${input} WHERE n.id = r.service_level_id AND n.month = r.month)
    RETURNING r.month`;
  const written = await tx.$queryRaw<{ month: string }[]>`
    INSERT INTO period_result AS r (service_level_id, month, organization_id, contract_id, status, value, numerator,
      denominator, cases, cases_without_value, multiplier, points, credit, steps, computed_at)
    SELECT n.id, n.month, ${scope.organizationId}::uuid, ${scope.contractId}::uuid, n.status, n.value, n.numerator,
      n.denominator, n.cases, n.without, n.multiplier, n.points, n.credit, n.steps, steward_now() FROM ${input}
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
