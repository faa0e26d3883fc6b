import "server-only";
import { undo } from "@/lib/server/change";
import type { Prisma, Transaction } from "@/lib/server/database";
import { type Decimal, d, toDecimalText } from "@/lib/shared/decimal";
import type { Month } from "@/lib/shared/month";
import { refuse } from "@/lib/shared/outcome";
import { serviceLevelEvents } from "../events";
import type { ClosedMonth } from "../rules/contract-months";
import { withdrawCredits } from "./ledger";
import type { Author, Recording } from "./recompute-contract";

type Scope = { organizationId: string; contractId: string; fromMonth: Month; label: string };

const same = (before: Prisma.Decimal | null, after: Decimal) => before !== null && d(before.toFixed()).eq(after);

/** The columns of a month that are computed. */
export function periodFigures(closed: ClosedMonth) {
  return {
    charges: toDecimalText(closed.charges),
    cap: toDecimalText(closed.cap),
    creditTotal: toDecimalText(closed.total),
    pointsCredit: toDecimalText(closed.pointsCredit),
    pointsSteps: closed.pointsSteps as unknown as Prisma.InputJsonValue,
    isCapped: closed.isCapped,
    steps: closed.steps as unknown as Prisma.InputJsonValue,
  };
}

/** Lets the months that are not locked follow their recomputed figures. */
export async function settlePeriods(
  { tx, audit, tell }: Recording,
  author: Author,
  scope: Scope,
  closed: readonly ClosedMonth[],
  changed: ReadonlySet<Month>,
): Promise<void> {
  const byMonth = new Map(closed.map((month) => [month.month, month] as const));
  for (const period of await findPeriods(tx, scope, [...byMonth.keys()])) {
    const now = byMonth.get(period.month);
    if (!now) continue;
    const isSame =
      same(period.charges, now.charges) && same(period.cap, now.cap) && same(period.creditTotal, now.total);
    if (isSame && !changed.has(period.month)) continue;
    const wasVerified = period.state === "verified";
    if (wasVerified && author.kind === "vendor")
      undo(refuse(`${period.month} is verified. Dispute it, so that it can be reported anew.`));
    if (wasVerified) await withdrawCredits(tx, period.id);
    await tx.measurementPeriod.update({
      where: { id: period.id },
      data: {
        ...periodFigures(now),
        version: { increment: 1 },
        ...(wasVerified ? { state: "reported" as const, verifiedAt: null, verifiedById: null } : {}),
      },
      select: { id: true },
    });
    if (!wasVerified) continue;
    audit({
      action: "period.reopen",
      subject: { type: "period", id: period.id, label: `${scope.label} ${period.month}` },
      before: { state: "verified", creditTotal: period.creditTotal?.toFixed() ?? null },
      after: { state: "reported", creditTotal: toDecimalText(now.total) },
    });
    tell(
      serviceLevelEvents.monthReopened({
        contractId: scope.contractId,
        periodId: period.id,
        month: period.month,
        verifiedById: period.verifiedById,
      }),
    );
  }
}

function findPeriods(tx: Transaction, scope: Scope, months: string[]) {
  return tx.measurementPeriod.findMany({
    where: { contractId: scope.contractId, month: { in: months } },
    orderBy: { month: "asc" },
    select: {
      id: true,
      month: true,
      state: true,
      charges: true,
      cap: true,
      creditTotal: true,
      verifiedById: true,
    },
  });
}
