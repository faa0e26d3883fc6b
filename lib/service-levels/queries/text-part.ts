import "server-only";
import type { Transaction } from "@/lib/server/database";
import { decimalOf } from "@/lib/server/values";

const defined = {
  revision: true,
  name: true,
  description: true,
  unit: true,
  direction: true,
  decimals: true,
  method: true,
  caseLogId: true,
  definition: true,
  effectiveFrom: true,
} as const;

/** What service levels know of the text that the parties sign: definitions and levels, every revision with its months. */
export async function readTextPart(tx: Pick<Transaction, "kpi">, organizationId: string, contractId: string) {
  const rows = await tx.kpi.findMany({
    where: { organizationId, contractId },
    select: {
      ...defined,
      code: true,
      kpiRevisions: { select: { ...defined, effectiveTo: true } },
      serviceLevels: {
        select: {
          revision: true,
          class: true,
          category: true,
          expected: true,
          minimum: true,
          scheme: true,
          minimumVolume: true,
          graceUntil: true,
          effectiveFrom: true,
          effectiveTo: true,
          clause: true,
        },
      },
    },
  });
  return {
    kpis: rows.flatMap(({ serviceLevels: _, kpiRevisions, code, ...newest }) => [
      ...kpiRevisions.map((revision) => ({ ...revision, code })),
      { ...newest, code, effectiveTo: null },
    ]),
    serviceLevels: rows.flatMap(({ code, serviceLevels }) =>
      serviceLevels.map((level) => ({
        ...level,
        kpi: code,
        expected: decimalOf(level.expected),
        minimum: decimalOf(level.minimum),
      })),
    ),
  };
}
