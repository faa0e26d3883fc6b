import "server-only";
import { db } from "@/lib/server/database";
import { decimalOf, instantOf } from "@/lib/server/values";
import type { Step } from "@/lib/shared/steps";

type Reader = { organizationId: string; kind?: string; vendorId?: string };

/** One month of a contract with every result and its working: the period's sheet, on paper and in the API. */
export async function findPeriod(reader: Reader, where: { id: string } | { contractId: string; month: string }) {
  const row = await db.measurementPeriod.findFirst({
    where: {
      ...where,
      organizationId: reader.organizationId,
      ...(reader.kind === "vendor" ? { contract: { vendorId: reader.vendorId ?? "" } } : {}),
    },
    select: {
      id: true,
      contractId: true,
      month: true,
      state: true,
      version: true,
      charges: true,
      cap: true,
      creditTotal: true,
      isCapped: true,
      steps: true,
      pointsCredit: true,
      pointsSteps: true,
      noChargesReason: true,
      unsignedReason: true,
      disputeReason: true,
      reportedAt: true,
      verifiedAt: true,
      disputedAt: true,
      lockedAt: true,
      restatedAt: true,
      verifiedBy: { select: { person: { select: { name: true } } } },
      lockedBy: { select: { person: { select: { name: true } } } },
      disputedBy: { select: { person: { select: { name: true } } } },
      disputedByContact: { select: { name: true } },
      contract: { select: { currency: true } },
    },
  });
  if (!row) return null;
  const results = await findResults(row.contractId, row.month);
  const chargeCount = await db.monthlyCharge.count({ where: { contractId: row.contractId, month: row.month } });
  return {
    id: row.id,
    contractId: row.contractId,
    month: row.month,
    state: row.state,
    version: row.version,
    currency: row.contract.currency,
    charges: decimalOf(row.charges),
    cap: decimalOf(row.cap),
    creditTotal: decimalOf(row.creditTotal),
    isCapped: row.isCapped,
    steps: row.steps as unknown as Step[],
    disputeReason: row.disputeReason,
    reportedAt: instantOf(row.reportedAt),
    verifiedAt: instantOf(row.verifiedAt),
    verifiedBy: row.verifiedBy?.person.name ?? null,
    disputedAt: instantOf(row.disputedAt),
    disputedBy: row.disputedBy?.person.name ?? row.disputedByContact?.name ?? null,
    lockedAt: instantOf(row.lockedAt),
    lockedBy: row.lockedBy?.person.name ?? null,
    restatedAt: instantOf(row.restatedAt),
    pointsCredit: decimalOf(row.pointsCredit),
    pointsSteps: row.pointsSteps as unknown as Step[],
    noChargesReason: row.noChargesReason,
    unsignedReason: row.unsignedReason,
    chargeCount,
    results,
  };
}
export type PeriodRecord = NonNullable<Awaited<ReturnType<typeof findPeriod>>>;

async function findResults(contractId: string, month: string) {
  const rows = await db.periodResult.findMany({
    where: { contractId, month },
    orderBy: { serviceLevel: { kpi: { code: "asc" } } },
    select: {
      serviceLevelId: true,
      status: true,
      value: true,
      numerator: true,
      denominator: true,
      cases: true,
      casesWithoutValue: true,
      multiplier: true,
      points: true,
      credit: true,
      steps: true,
      serviceLevel: {
        select: {
          kpiId: true,
          revision: true,
          class: true,
          category: true,
          expected: true,
          minimum: true,
          scheme: true,
          clause: true,
          effectiveFrom: true,
          minimumVolume: true,
          kpi: {
            select: {
              code: true,
              name: true,
              description: true,
              unit: true,
              direction: true,
              decimals: true,
              method: true,
              definition: true,
            },
          },
        },
      },
    },
  });
  return rows.map(({ serviceLevel: { kpi, ...level }, ...row }) => ({
    serviceLevelId: row.serviceLevelId,
    ...level,
    expected: decimalOf(level.expected),
    minimum: decimalOf(level.minimum),
    ...kpi,
    status: row.status,
    value: decimalOf(row.value),
    numerator: decimalOf(row.numerator),
    denominator: decimalOf(row.denominator),
    cases: row.cases,
    casesWithoutValue: row.casesWithoutValue,
    multiplier: decimalOf(row.multiplier),
    points: decimalOf(row.points),
    credit: decimalOf(row.credit),
    steps: row.steps as unknown as Step[],
  }));
}
export type ResultRecord = PeriodRecord["results"][number];
