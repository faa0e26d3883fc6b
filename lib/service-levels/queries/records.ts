import "server-only";
import type { VendorActor } from "@/lib/access/actor";
import { db, type Transaction } from "@/lib/server/database";
import { decimalOf, instantOf } from "@/lib/server/values";

type Reader = { organizationId: string; kind?: string; vendorId?: string };

/** A member sees the organization's, a vendor's contact only what belongs to the own vendor's contracts. */
function ofReader(reader: Reader | VendorActor) {
  return reader.kind === "vendor"
    ? { organizationId: reader.organizationId, contract: { vendorId: reader.vendorId ?? "" } }
    : { organizationId: reader.organizationId };
}

const kpiFields = {
  id: true,
  contractId: true,
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
  version: true,
} as const;

export function findKpi(reader: Reader, id: string) {
  return db.kpi.findFirst({ where: { id, ...ofReader(reader) }, select: kpiFields });
}

const serviceLevelFields = {
  id: true,
  contractId: true,
  kpiId: true,
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
  version: true,
} as const;

export async function findServiceLevel(reader: Reader, id: string) {
  const row = await db.serviceLevel.findFirst({ where: { id, ...ofReader(reader) }, select: serviceLevelFields });
  return row && { ...row, expected: decimalOf(row.expected), minimum: decimalOf(row.minimum) };
}

/** KPIs of a contract with all revisions of their service levels, the newest first. */
export async function findDefinitions(organizationId: string, contractId: string) {
  const rows = await db.kpi.findMany({
    where: { organizationId, contractId },
    orderBy: [{ code: "asc" }, { id: "asc" }],
    select: {
      ...kpiFields,
      caseLog: { select: { name: true } },
      serviceLevels: { orderBy: { revision: "desc" }, select: serviceLevelFields },
    },
  });
  return rows.map(({ serviceLevels, ...kpi }) => ({
    ...kpi,
    serviceLevels: serviceLevels.map((level) => ({
      ...level,
      expected: decimalOf(level.expected),
      minimum: decimalOf(level.minimum),
    })),
  }));
}
export type Definition = Awaited<ReturnType<typeof findDefinitions>>[number];

export async function findCaseLogs(organizationId: string, contractId: string) {
  const rows = await db.caseLog.findMany({
    where: { organizationId, contractId },
    orderBy: { createdAt: "asc" },
    select: { id: true, name: true, timeZone: true, mapping: true, rows: true, importedAt: true, version: true },
  });
  return rows.map((row) => ({ ...row, rows: Number(row.rows), importedAt: instantOf(row.importedAt) }));
}
export type CaseLogRecord = Awaited<ReturnType<typeof findCaseLogs>>[number];

/** Of these case logs those of the contract. */
export async function findOwnCaseLogs(
  tx: Pick<Transaction, "caseLog">,
  contractId: string,
  ids: readonly string[],
): Promise<string[]> {
  const own = await tx.caseLog.findMany({ where: { contractId, id: { in: [...ids] } }, select: { id: true } });
  return own.map(({ id }) => id);
}

/** Case logs that an upload may go to. */
export function findUploadTargets(reader: Reader, contractId: string, caseLogId: string | null) {
  return db.caseLog.findMany({
    where: { contractId, ...ofReader(reader), ...(caseLogId ? { id: caseLogId } : {}) },
    select: { id: true, name: true },
    take: 2,
  });
}

export async function findExclusions(organizationId: string, contractId: string) {
  const rows = await db.exclusion.findMany({
    where: { organizationId, contractId },
    orderBy: [{ month: "desc" }, { createdAt: "desc" }],
    take: 200,
    select: {
      id: true,
      serviceLevelId: true,
      month: true,
      kind: true,
      reason: true,
      evidence: true,
      state: true,
      valueBefore: true,
      creditBefore: true,
      creditAfter: true,
      caseNumbers: true,
      requestedById: true,
      decidedAt: true,
      version: true,
      serviceLevel: { select: { kpi: { select: { name: true } } } },
      requestedBy: { select: { person: { select: { name: true } } } },
      requestedByContact: { select: { name: true } },
      decidedBy: { select: { person: { select: { name: true } } } },
    },
  });
  return rows.map(({ serviceLevel, requestedBy, requestedByContact, decidedBy, ...row }) => ({
    ...row,
    valueBefore: decimalOf(row.valueBefore),
    creditBefore: decimalOf(row.creditBefore),
    creditAfter: decimalOf(row.creditAfter),
    decidedAt: instantOf(row.decidedAt),
    serviceLevel: serviceLevel?.kpi.name ?? null,
    requestedBy: requestedBy?.person.name ?? requestedByContact?.name ?? null,
    decidedBy: decidedBy?.person.name ?? null,
  }));
}

/** A job of one's own organization; a vendor's contact sees the own ones. */
export async function findJob(reader: Reader & { contactId?: string }, id: string) {
  const row = await db.job.findFirst({
    where: {
      id,
      organizationId: reader.organizationId,
      ...(reader.kind === "vendor" ? { createdByContactId: reader.contactId ?? "" } : {}),
    },
    select: {
      id: true,
      kind: true,
      state: true,
      progress: true,
      errors: true,
      message: true,
      attempts: true,
      createdAt: true,
      startedAt: true,
      finishedAt: true,
    },
  });
  return (
    row && {
      ...row,
      createdAt: instantOf(row.createdAt),
      startedAt: instantOf(row.startedAt),
      finishedAt: instantOf(row.finishedAt),
    }
  );
}
