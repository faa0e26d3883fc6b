import "server-only";
import { createHash } from "node:crypto";
import { readContractTerms } from "@/lib/contracts/terms";
import type { Transaction } from "@/lib/server/database";
import { toDecimalText } from "@/lib/shared/decimal";
import { firstDay, type Month } from "@/lib/shared/month";
import { type LoadedContract, measuredKey } from "../queries/contract-months";
import { readPeriodInputs } from "../queries/period-inputs";
import type { ClosedMonth, FrozenMonth } from "../rules/contract-months";
import {
  type ContentFigures,
  figuresOf,
  type PeriodContent,
  readFrozen,
  writePeriodContent,
} from "../rules/period-content";

type Of = { organizationId: string; contractId: string };
type Version = { periodId: string; kind: "verified" | "locked"; createdById?: string | null; restatementId?: string };

/** The SHA-256 of a content, as both sides sign it. */
export const hashContent = (content: string) => createHash("sha256").update(content, "utf8").digest("hex");

/** Names and levels of the service levels, for the lines of a content. */
export async function readLineFacts(tx: Transaction, loaded: LoadedContract, month: Month) {
  const rows = await tx.serviceLevel.findMany({
    where: { id: { in: loaded.levels.map((level) => level.id) } },
    select: {
      id: true,
      kpiId: true,
      revision: true,
      clause: true,
      expected: true,
      minimum: true,
      kpi: { select: { code: true, name: true, unit: true } },
    },
  });
  const byId = new Map(rows.map((row) => [row.id, row] as const));
  return (levelId: string) => {
    const row = byId.get(levelId);
    if (!row) throw new Error(`There is no service level ${levelId}.`);
    const source = loaded.measurements.get(measuredKey(row.kpiId, month));
    return {
      serviceLevelId: row.id,
      kpiId: row.kpiId,
      ...row.kpi,
      revision: row.revision,
      clause: row.clause,
      expected: row.expected.toFixed(),
      minimum: row.minimum.toFixed(),
      numerator: source?.numerator ?? null,
      denominator: source?.denominator ?? null,
      cases: source?.cases ?? null,
      casesWithoutValue: source?.without ?? null,
    };
  };
}

/**
 * Stores what the month is as a version that nothing changes any more: its inputs, its figures with their steps, and
 * the hash over all of it. Answers the version.
 */
export async function freezePeriod(
  tx: Transaction,
  of: Of,
  loaded: LoadedContract,
  closed: ClosedMonth,
  version: Version,
): Promise<{ id: string; number: number; contentHash: string }> {
  const { month } = closed;
  const terms = await readContractTerms(tx, of.organizationId, of.contractId, firstDay(month));
  const { pointsTable, currency } = loaded.terms(month);
  const inputs = await readPeriodInputs(tx, { ...of, month, timeZone: loaded.timeZone }, { ...terms, pointsTable });
  const content: PeriodContent = {
    format: 1,
    contract: { id: of.contractId, code: loaded.code, title: loaded.title, currency, timeZone: loaded.timeZone },
    month,
    inputs,
    figures: figuresOf(closed, await readLineFacts(tx, loaded, month)),
  };
  return storeVersion(tx, of, month, version, writePeriodContent(content), toDecimalText(closed.total));
}

async function storeVersion(
  tx: Transaction,
  of: Of,
  month: Month,
  { periodId, kind, createdById = null, restatementId }: Version,
  content: string,
  creditTotal: string,
) {
  const last = await tx.periodVersion.aggregate({ where: { periodId }, _max: { number: true } });
  return tx.periodVersion.create({
    data: {
      ...of,
      periodId,
      month,
      number: (last._max.number ?? 0) + 1,
      kind,
      content,
      contentHash: hashContent(content),
      creditTotal,
      createdById,
      ...(restatementId ? { restatementId } : {}),
    },
    select: { id: true, number: true, contentHash: true },
  });
}

/** The version that was verified and signed becomes the locked one, byte for byte. */
export async function lockVersion(tx: Transaction, verifiedId: string, createdById: string) {
  const { id: _, createdAt: __, ...verified } = await tx.periodVersion.findUniqueOrThrow({ where: { id: verifiedId } });
  return tx.periodVersion.create({
    data: { ...verified, kind: "locked", createdById },
    select: { id: true, number: true, contentHash: true },
  });
}

/** The version that stands: the one last verified or locked. */
export function findStandingVersion(tx: Transaction, periodId: string) {
  return tx.periodVersion.findFirst({
    where: { periodId },
    orderBy: [{ number: "desc" }, { kind: "desc" }],
    select: { id: true, number: true, kind: true, contentHash: true, creditTotal: true },
  });
}

/** Locked months as their newest locked version has them. */
export async function readLockedMonths(tx: Transaction, contractId: string): Promise<Map<Month, FrozenMonth>> {
  const rows = await tx.$queryRaw<{ month: string; figures: ContentFigures }[]>`
    SELECT DISTINCT ON (v.month) v.month, (v.content::jsonb -> 'figures') AS figures
    FROM period_version v JOIN measurement_period p ON p.id = v.period_id
    WHERE v.contract_id = ${contractId}::uuid AND v.kind = 'locked' AND p.state = 'locked'
    ORDER BY v.month, v.number DESC`;
  return new Map(rows.map(({ month, figures }) => [month, readFrozen(month, figures)] as const));
}
