import "server-only";
import type { Audit } from "@/lib/server/change";
import { databaseNow } from "@/lib/server/clock";
import type { Prisma, Transaction } from "@/lib/server/database";
import { type Decimal, d, sum, toDecimalText } from "@/lib/shared/decimal";
import { addMonths, type Month } from "@/lib/shared/month";
import type { LoadedContract } from "../queries/contract-months";
import type { ClosedMonth } from "../rules/contract-months";

type Scope = { organizationId: string; contractId: string; fromMonth: Month; label: string };
type Period = {
  id: string;
  month: string;
  state: string;
  charges: Decimal | null;
  cap: Decimal | null;
  creditTotal: Decimal | null;
  steps: unknown;
};

const same = (before: Decimal | null, after: Decimal) => before?.eq(after) ?? false;
const show = (value: Decimal | null) => (value === null ? null : toDecimalText(value));

function figuresOf(closed: ClosedMonth) {
  return {
    charges: toDecimalText(closed.charges),
    cap: toDecimalText(closed.cap),
    creditTotal: toDecimalText(closed.total),
    isCapped: closed.isCapped,
    steps: closed.steps as unknown as Prisma.InputJsonValue,
  };
}

/** Lets the periods follow their recomputed months, each as its state demands. */
export async function settlePeriods(
  tx: Transaction,
  audit: Audit,
  scope: Scope,
  loaded: LoadedContract,
  closed: readonly ClosedMonth[],
  changed: ReadonlySet<Month>,
): Promise<void> {
  const stored = await tx.measurementPeriod.findMany({
    where: { contractId: scope.contractId, month: { gte: scope.fromMonth } },
    orderBy: { month: "asc" },
    select: { id: true, month: true, state: true, charges: true, cap: true, creditTotal: true, steps: true },
  });
  const byMonth = new Map(closed.map((month) => [month.month, month] as const));
  for (const row of stored) {
    const now = byMonth.get(row.month);
    if (!now) continue;
    const period: Period = {
      ...row,
      charges: read(row.charges),
      cap: read(row.cap),
      creditTotal: read(row.creditTotal),
    };
    const isSame =
      same(period.charges, now.charges) && same(period.cap, now.cap) && same(period.creditTotal, now.total);
    const isTouched = !isSame || changed.has(row.month);
    if (!isTouched) continue;
    if (period.state === "locked") await restate(tx, audit, scope, loaded, period, now);
    else await follow(tx, audit, scope, period, now);
  }
}

function read(value: Prisma.Decimal | null): Decimal | null {
  return value === null ? null : d(value.toFixed());
}

/** A month that is not locked takes the new figures; one that was verified has to be looked at again. */
async function follow(tx: Transaction, audit: Audit, scope: Scope, period: Period, now: ClosedMonth): Promise<void> {
  const wasVerified = period.state === "verified";
  if (wasVerified) await tx.serviceCredit.deleteMany({ where: { periodId: period.id, state: "calculated" } });
  await tx.measurementPeriod.update({
    where: { id: period.id },
    data: {
      ...figuresOf(now),
      version: { increment: 1 },
      ...(wasVerified ? { state: "reported" as const, verifiedAt: null, verifiedById: null } : {}),
    },
    select: { id: true },
  });
  if (!wasVerified) return;
  audit({
    action: "period.reopen",
    subject: { type: "period", id: period.id, label: `${scope.label} ${period.month}` },
    before: { state: "verified", creditTotal: show(period.creditTotal) },
    after: { state: "reported", creditTotal: show(now.total) },
  });
}

/**
 * A locked month stays as it was signed. The difference between what it comes to now and what was settled for it
 * (its own credit and all adjustments since) is posted in the oldest month that is still open.
 */
async function restate(
  tx: Transaction,
  audit: Audit,
  scope: Scope,
  loaded: LoadedContract,
  period: Period,
  now: ClosedMonth,
): Promise<void> {
  const earlier = await tx.creditAdjustment.findMany({
    where: { contractId: scope.contractId, sourceMonth: period.month },
    select: { amount: true },
  });
  const settled = sum([period.creditTotal ?? d(0), ...earlier.map((each) => d(each.amount.toFixed()))]);
  const difference = now.total.minus(settled);
  await tx.measurementPeriod.update({
    where: { id: period.id },
    data: { restatedAt: await databaseNow(tx), version: { increment: 1 } },
    select: { id: true },
  });
  const subject = { type: "period", id: period.id, label: `${scope.label} ${period.month}` };
  if (!difference.isZero()) {
    const postedMonth = await findOpenMonth(tx, scope.contractId, loaded.months.at(-1) ?? period.month);
    await tx.creditAdjustment.create({
      data: {
        organizationId: scope.organizationId,
        contractId: scope.contractId,
        sourceMonth: period.month,
        postedMonth,
        amount: toDecimalText(difference),
        currency: loaded.terms(period.month).currency,
        reason: `Restatement of ${period.month}`,
        derivation: {
          settled: toDecimalText(settled),
          restated: toDecimalText(now.total),
          steps: [
            { label: "Credit as restated", value: toDecimalText(now.total) },
            { label: "Settled so far", value: toDecimalText(settled) },
            { label: "Difference", value: toDecimalText(difference) },
            ...now.steps,
          ],
        },
      },
      select: { id: true },
    });
    audit({
      action: "period.adjust",
      subject,
      before: { credit: toDecimalText(settled) },
      after: { credit: toDecimalText(now.total), adjustment: toDecimalText(difference), postedMonth },
    });
    return;
  }
  audit({ action: "period.restate", subject, after: { credit: toDecimalText(now.total) } });
}

async function findOpenMonth(tx: Transaction, contractId: string, last: Month): Promise<Month> {
  const open = await tx.measurementPeriod.findFirst({
    where: { contractId, state: { not: "locked" } },
    orderBy: { month: "asc" },
    select: { month: true },
  });
  return open?.month ?? addMonths(last, 1);
}
