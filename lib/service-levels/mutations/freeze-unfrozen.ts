import "server-only";
import type { Transaction } from "@/lib/server/database";
import { d } from "@/lib/shared/decimal";
import type { Step } from "@/lib/shared/steps";
import type { LoadedContract } from "../queries/contract-months";
import type { ClosedMonth } from "../rules/contract-months";
import { freezePeriod } from "./freeze-period";

/** Months that were locked before there were versions: frozen as they were stored, the first time that anybody asks. */
export async function freezeUnfrozen(
  tx: Transaction,
  of: { organizationId: string; contractId: string },
  loaded: LoadedContract,
): Promise<void> {
  const periods = await tx.measurementPeriod.findMany({
    where: { contractId: of.contractId, state: "locked", versions: { none: { kind: "locked" } } },
    select: {
      id: true,
      month: true,
      charges: true,
      cap: true,
      creditTotal: true,
      pointsCredit: true,
      pointsSteps: true,
      isCapped: true,
      steps: true,
      lockedById: true,
    },
  });
  for (const period of periods) {
    const results = await tx.periodResult.findMany({
      where: { contractId: of.contractId, month: period.month },
      orderBy: { serviceLevelId: "asc" },
    });
    const amount = (value: { toFixed(): string } | null) => d(value?.toFixed() ?? "0");
    const lines = results.map((row) => ({
      levelId: row.serviceLevelId,
      status: row.status,
      value: row.value === null ? null : d(row.value.toFixed()),
      points: row.points === null ? null : d(row.points.toFixed()),
      multiplier: amount(row.multiplier ?? d(1)),
      credit: amount(row.credit),
      steps: row.steps as unknown as Step[],
    }));
    const total = amount(period.creditTotal);
    const together = lines.reduce((rest, line) => rest.minus(line.credit), total);
    const closed: ClosedMonth = {
      month: period.month,
      charges: amount(period.charges),
      cap: amount(period.cap),
      pointsCredit: period.pointsCredit === null ? together : amount(period.pointsCredit),
      pointsSteps: period.pointsSteps as unknown as Step[],
      total,
      isCapped: period.isCapped,
      steps: period.steps as unknown as Step[],
      lines,
    };
    await freezePeriod(tx, of, loaded, closed, { periodId: period.id, kind: "locked", createdById: period.lockedById });
  }
}
