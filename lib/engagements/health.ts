import "server-only";
import { databaseNow, dayIn } from "@/lib/server/clock";
import type { Transaction } from "@/lib/server/database";
import { readHealthFacts } from "./health-facts";
import { type Health, judgeHealth, readSignals } from "./rules/health";

/**
 * Computes the health of an engagement anew and stores it as a read model, in the transaction of the change that may
 * move it: whoever writes results, issues, actions, surveys, tasks, charges or stages calls this last. The engagement's
 * version stays: its health is not what a person edits.
 */
export async function refreshHealth(tx: Transaction, engagementId: string): Promise<Health> {
  const engagement = await tx.engagement.findUniqueOrThrow({
    where: { id: engagementId },
    select: { organizationId: true, stage: true, organization: { select: { timeZone: true } } },
  });
  const now = await databaseNow(tx);
  const today = dayIn(engagement.organization.timeZone, now);
  const of = { engagementId, organizationId: engagement.organizationId };
  const { health, reason, signals } = judgeHealth(readSignals(await readHealthFacts(tx, of, engagement.stage, today)));
  await tx.$executeRaw`
    UPDATE engagement SET health = ${health}::health, health_reason = ${reason},
      health_signals = ${JSON.stringify(signals)}::jsonb, health_as_of = ${now}
    WHERE id = ${engagementId}::uuid`;
  return health;
}
