import "server-only";
import { Prisma, type Transaction } from "@/lib/server/database";
import { addMonths, type Month } from "@/lib/shared/month";
import { appendComputedMeasurements, findMonthsOfLog } from "./compute-measurements";
import { lockContractMonths } from "./recompute-contract";

export type AmendedKpi = {
  code: string;
  name: string;
  description: string;
  unit: string;
  direction: string;
  decimals: number | null;
  method: string;
  caseLogId: string | null;
  definition: unknown;
};

export type AmendedLevel = {
  kpi: string;
  /** Null: it ends. */
  level: {
    class: string;
    category: string;
    expected: string;
    minimum: string;
    scheme: unknown;
    minimumVolume: number | null;
    graceUntil: string | null;
    clause: string;
  } | null;
};

type Scope = { organizationId: string; contractId: string; timeZone: string; fromMonth: Month };

const json = (value: unknown) => (value === null ? Prisma.DbNull : (value as Prisma.InputJsonValue));

function columnsOf({ direction, method, definition, ...kpi }: AmendedKpi) {
  return {
    ...kpi,
    direction: direction as "higher" | "lower",
    method: method as "reported" | "ratio" | "caseLog",
    definition: json(definition),
  };
}

async function applyKpis(tx: Transaction, scope: Scope, kpis: readonly AmendedKpi[]): Promise<void> {
  const { organizationId, contractId, fromMonth } = scope;
  const held = await tx.kpi.findMany({
    where: { contractId, organizationId, code: { in: kpis.map(({ code }) => code) } },
    select: {
      id: true,
      code: true,
      name: true,
      description: true,
      unit: true,
      direction: true,
      decimals: true,
      method: true,
      caseLogId: true,
      definition: true,
      revision: true,
      effectiveFrom: true,
    },
  });
  await tx.kpiRevision.createMany({
    data: held.map(({ id, code: _, definition, ...kpi }) => ({
      ...kpi,
      organizationId,
      contractId,
      kpiId: id,
      definition: json(definition),
      effectiveTo: addMonths(fromMonth, -1),
    })),
  });
  for (const kpi of kpis) {
    const before = held.find((each) => each.code === kpi.code);
    const columns = columnsOf(kpi);
    if (before)
      await tx.kpi.update({
        where: { id: before.id },
        data: { ...columns, revision: before.revision + 1, effectiveFrom: fromMonth, version: { increment: 1 } },
        select: { id: true },
      });
    else await tx.kpi.create({ data: { ...columns, organizationId, contractId }, select: { id: true } });
  }
}

async function applyLevels(tx: Transaction, scope: Scope, levels: readonly AmendedLevel[]): Promise<void> {
  const { organizationId, contractId, fromMonth } = scope;
  const kpis = await tx.kpi.findMany({
    where: { contractId, organizationId, code: { in: levels.map(({ kpi }) => kpi) } },
    select: {
      id: true,
      code: true,
      serviceLevels: { orderBy: { revision: "desc" }, take: 1, select: { id: true, revision: true } },
    },
  });
  const last = addMonths(fromMonth, -1);
  await tx.serviceLevel.updateMany({
    where: {
      id: { in: kpis.flatMap(({ serviceLevels }) => serviceLevels.map(({ id }) => id)) },
      OR: [{ effectiveTo: null }, { effectiveTo: { gt: last } }],
    },
    data: { effectiveTo: last, version: { increment: 1 } },
  });
  await tx.serviceLevel.createMany({
    data: levels.flatMap(({ kpi: code, level }) => {
      const kpi = kpis.find((each) => each.code === code);
      if (!kpi || !level) return [];
      return [
        {
          ...level,
          class: level.class as "critical" | "key",
          scheme: json(level.scheme),
          organizationId,
          contractId,
          kpiId: kpi.id,
          revision: (kpi.serviceLevels[0]?.revision ?? 0) + 1,
          effectiveFrom: fromMonth,
        },
      ];
    }),
  });
}

/** Months from the first one under the amendment are counted anew from the cases. */
async function computeAnew(tx: Transaction, scope: Scope, codes: readonly string[]): Promise<void> {
  const { contractId, organizationId, timeZone, fromMonth } = scope;
  const kpis = await tx.kpi.findMany({
    where: { contractId, organizationId, method: "caseLog", code: { in: [...codes] } },
    select: { id: true, caseLogId: true },
  });
  for (const { id, caseLogId } of kpis) {
    const months = caseLogId ? await findMonthsOfLog(tx, caseLogId, timeZone) : [];
    const under = months.filter((month) => month >= fromMonth);
    const note = "From the cases in the log when the definition was amended";
    await appendComputedMeasurements(tx, { organizationId, contractId, timeZone }, { kpiId: id }, under, note);
  }
}

/**
 * Definitions and levels as an amendment has them, each a further revision from its month on. Called in the transaction
 * in which the amendment comes into force; the database refuses it in any other.
 */
export async function applyAmendedDefinitions(
  tx: Transaction,
  scope: Scope,
  amended: { kpis: readonly AmendedKpi[]; serviceLevels: readonly AmendedLevel[] },
): Promise<void> {
  await lockContractMonths(tx, scope.contractId);
  if (amended.kpis.length > 0) await applyKpis(tx, scope, amended.kpis);
  if (amended.serviceLevels.length > 0) await applyLevels(tx, scope, amended.serviceLevels);
  if (amended.kpis.length > 0)
    await computeAnew(
      tx,
      scope,
      amended.kpis.map(({ code }) => code),
    );
}
