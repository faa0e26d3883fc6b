import "server-only";
import type { Audit } from "@/lib/server/change";
import type { Prisma, Transaction } from "@/lib/server/database";
import { toDecimalText } from "@/lib/shared/decimal";
import type { ClosedMonth } from "../rules/contract-months";

type Posting = { organizationId: string; contractId: string; periodId: string; label: string };

/** Credits that were only calculated fall with the figures that they were calculated from. */
export async function withdrawCredits(tx: Transaction, periodId: string): Promise<void> {
  await tx.creditEntry.deleteMany({ where: { periodId, state: "calculated", kind: { in: ["credit", "points"] } } });
}

/**
 * Posts what a verified month owes: one entry per service level with a credit, and one for the share of the points. They
 * sum to the credit of the month.
 */
export async function postCredits(
  tx: Transaction,
  audit: Audit,
  posting: Posting & { currency: string; periodVersion: number },
  closed: ClosedMonth,
): Promise<void> {
  await withdrawCredits(tx, posting.periodId);
  const { label, organizationId, contractId, periodId, currency, periodVersion } = posting;
  const common = {
    organizationId,
    contractId,
    periodId,
    currency,
    periodVersion,
    month: closed.month,
    sourceMonth: closed.month,
  };
  const lines = [
    ...closed.lines.map((line) => ({
      kind: "credit" as const,
      serviceLevelId: line.levelId,
      amount: line.credit,
      steps: line.steps,
    })),
    { kind: "points" as const, serviceLevelId: null, amount: closed.pointsCredit, steps: closed.pointsSteps },
  ].filter((line) => line.amount.gt(0));
  await tx.creditEntry.createMany({
    data: lines.map(({ steps, amount, ...line }) => ({
      ...common,
      ...line,
      amount: toDecimalText(amount),
      derivation: { steps } as unknown as Prisma.InputJsonValue,
    })),
  });
  audit({
    action: "credit.calculate",
    subject: { type: "period", id: periodId, label },
    after: {
      currency,
      total: toDecimalText(closed.total),
      lines: lines.map(({ kind, serviceLevelId, amount }) => ({ kind, serviceLevelId, amount: toDecimalText(amount) })),
    },
  });
}
