import "server-only";
import type { Audit } from "@/lib/server/change";
import { databaseNow, dayIn } from "@/lib/server/clock";
import type { Transaction } from "@/lib/server/database";
import type { Tell } from "@/lib/server/happenings";
import type { Month } from "@/lib/shared/month";
import { serviceLevelEvents } from "../events";

/**
 * Records are the report: a month that is over and whose cases have come in waits for its verification. The month
 * that is still running stays open.
 */
export async function reportFinishedMonths(
  { tx, audit, tell }: { tx: Transaction; audit: Audit; tell: Tell },
  scope: {
    organizationId: string;
    contractId: string;
    timeZone: string;
    months: readonly Month[];
    side: "client" | "vendor";
    label: string;
  },
): Promise<void> {
  const now = await databaseNow(tx);
  const running = dayIn(scope.timeZone, now).slice(0, 7);
  const open = await tx.measurementPeriod.findMany({
    where: {
      organizationId: scope.organizationId,
      contractId: scope.contractId,
      state: "open",
      month: { in: [...scope.months], lt: running },
    },
    select: { id: true, month: true },
  });
  if (open.length === 0) return;
  await tx.measurementPeriod.updateMany({
    where: { id: { in: open.map((period) => period.id) }, state: "open" },
    data: { state: "reported", reportedAt: now, version: { increment: 1 } },
  });
  const { contractId, side } = scope;
  const [first, ...others] = open;
  const months = open.map(({ month }) => month).sort();
  if (first && others.length === 0)
    tell(
      serviceLevelEvents.monthReported({ contractId, periodId: first.id, month: first.month, side, isAnswer: false }),
    );
  else tell(serviceLevelEvents.monthsReported({ contractId, months, side }));
  for (const { id, month } of open)
    audit({
      action: "period.report",
      subject: { type: "period", id, label: `${scope.label} ${month}` },
      before: { state: "open" },
      after: { state: "reported", source: "caseLog" },
    });
}
