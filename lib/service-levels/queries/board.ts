import "server-only";
import { cache } from "react";
import { db } from "@/lib/server/database";
import { decimalOf, instantOf } from "@/lib/server/values";
import { addMonths, type Month } from "@/lib/shared/month";
import type { Attainment } from "../rules/attainment";
import { findPeriod } from "./period";
import { findRestatements, findVersions } from "./versions";

/** The contract as the service-level pages show it, with all its months. One look per request. */
export const findBoardContract = cache(async (organizationId: string, contractId: string) => {
  const row = await db.contract.findFirst({
    where: { id: contractId, organizationId },
    select: {
      id: true,
      code: true,
      title: true,
      currency: true,
      timeZone: true,
      creditTerms: true,
      vendor: { select: { id: true, legalName: true } },
      measurementPeriods: { orderBy: { month: "asc" }, select: { month: true, state: true } },
      _count: { select: { exclusions: true, creditEntries: true, kpis: true } },
    },
  });
  if (!row) return null;
  const { measurementPeriods, vendor, _count, ...contract } = row;
  return {
    ...contract,
    vendor: vendor.legalName,
    vendorId: vendor.id,
    periods: measurementPeriods,
    counts: _count,
  };
});
export type BoardContract = NonNullable<Awaited<ReturnType<typeof findBoardContract>>>;

/** The month to show first: the oldest that waits for somebody, else the last one. */
export function chooseMonth(contract: BoardContract, wanted: string | undefined): Month | null {
  const months = contract.periods.map((period) => period.month);
  if (wanted && months.includes(wanted)) return wanted;
  const reported = contract.periods.filter((period) => period.state !== "open");
  return (reported.at(-1) ?? contract.periods.at(-1))?.month ?? null;
}

export type HistoryPoint = { month: string; status: Attainment; value: string | null };

/** Values of each KPI over the thirteen months up to this one; revisions share one line. */
export async function findHistory(contractId: string, month: Month): Promise<Map<string, HistoryPoint[]>> {
  const rows = await db.periodResult.findMany({
    where: { contractId, month: { gte: addMonths(month, -12), lte: month } },
    orderBy: { month: "asc" },
    select: { month: true, status: true, value: true, serviceLevel: { select: { kpiId: true } } },
  });
  const byKpi = new Map<string, HistoryPoint[]>();
  for (const { serviceLevel, ...row } of rows) {
    const points = byKpi.get(serviceLevel.kpiId) ?? [];
    points.push({ ...row, value: decimalOf(row.value) });
    byKpi.set(serviceLevel.kpiId, points);
  }
  return byKpi;
}

/** What else belongs to the month: who reported, exclusions, adjustments that were posted in it or restate it. */
async function findSurroundings(contractId: string, month: Month) {
  const [last, exclusions, adjustments] = await Promise.all([
    db.measurement.findFirst({
      where: { month, kpi: { contractId } },
      orderBy: [{ createdAt: "desc" }, { id: "desc" }],
      select: { source: true, createdAt: true },
    }),
    db.exclusion.findMany({
      where: { contractId, month, state: "approved" },
      select: { kind: true, reason: true, serviceLevel: { select: { kpi: { select: { name: true } } } } },
    }),
    db.creditEntry.findMany({
      where: { contractId, kind: "adjustment", OR: [{ month }, { sourceMonth: month }] },
      orderBy: { createdAt: "asc" },
      select: { id: true, sourceMonth: true, month: true, amount: true, currency: true },
    }),
  ]);
  return {
    source: last && { source: last.source, at: instantOf(last.createdAt) },
    exclusions: exclusions.map((row) => ({ ...row, serviceLevel: row.serviceLevel?.kpi.name ?? null })),
    adjustments: adjustments.map(({ month: postedMonth, ...row }) => ({
      ...row,
      postedMonth,
      amount: decimalOf(row.amount),
    })),
  };
}

export async function findBoardMonth(organizationId: string, contractId: string, month: Month) {
  const [period, history, surroundings] = await Promise.all([
    findPeriod({ organizationId }, { contractId, month }),
    findHistory(contractId, month),
    findSurroundings(contractId, month),
  ]);
  if (!period) return null;
  const [versions, restatements] = await Promise.all([
    findVersions({ organizationId }, period.id),
    findRestatements({ organizationId }, contractId),
  ]);
  const proposed = restatements.find((each) => each.state === "proposed") ?? null;
  return { period, history, versions, proposed, ...surroundings };
}
export type BoardMonth = NonNullable<Awaited<ReturnType<typeof findBoardMonth>>>;

/** Twelve months of every KPI that was judged in them. */
export async function findYear(contractId: string, year: string) {
  const rows = await db.periodResult.findMany({
    where: { contractId, month: { gte: `${year}-01`, lte: `${year}-12` } },
    orderBy: { month: "asc" },
    select: {
      month: true,
      status: true,
      value: true,
      credit: true,
      serviceLevelId: true,
      serviceLevel: {
        select: {
          expected: true,
          minimum: true,
          kpi: { select: { id: true, code: true, name: true, unit: true, decimals: true } },
        },
      },
    },
  });
  return rows.map(({ serviceLevel, ...row }) => ({
    ...row,
    value: decimalOf(row.value),
    credit: decimalOf(row.credit),
    expected: decimalOf(serviceLevel.expected),
    minimum: decimalOf(serviceLevel.minimum),
    kpi: serviceLevel.kpi,
  }));
}

/** The ledger of a contract, the newest first. */
export async function findCredits(contractId: string) {
  const rows = await db.creditEntry.findMany({
    where: { contractId },
    orderBy: [{ month: "desc" }, { sourceMonth: "desc" }, { id: "asc" }],
    take: 400,
    select: {
      id: true,
      kind: true,
      month: true,
      sourceMonth: true,
      periodVersion: true,
      restatementId: true,
      amount: true,
      currency: true,
      state: true,
      reason: true,
      version: true,
      derivation: true,
      period: { select: { state: true } },
      serviceLevel: { select: { kpi: { select: { name: true } } } },
    },
  });
  return rows.map(({ serviceLevel, period, ...row }) => ({
    ...row,
    amount: decimalOf(row.amount),
    serviceLevel: serviceLevel?.kpi.name ?? null,
    isLocked: period.state === "locked",
  }));
}
export type LedgerEntry = Awaited<ReturnType<typeof findCredits>>[number];
