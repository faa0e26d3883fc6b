import "server-only";
import type { Actor } from "@/lib/access/actor";
import type { Transaction } from "@/lib/server/database";
import { refuseChanged } from "@/lib/server/stale";
import { dayOf } from "@/lib/server/values";
import { done, type Outcome, refuseMissing } from "@/lib/shared/outcome";

const select = {
  id: true,
  code: true,
  name: true,
  stage: true,
  engagementId: true,
  contractId: true,
  plannedStart: true,
  plannedGoLive: true,
  actualGoLive: true,
  ownerId: true,
  version: true,
  contract: { select: { vendorId: true } },
} as const;

export type LockedPlan = NonNullable<Awaited<ReturnType<typeof findPlanRow>>>;

function findPlanRow(tx: Transaction, organizationId: string, id: string) {
  return tx.transitionPlan.findFirst({ where: { id, organizationId }, select });
}

export function planSubject(plan: { id: string; code: string; name: string }) {
  return { type: "transition", id: plan.id, label: `${plan.code} ${plan.name}` };
}

/**
 * The plan, locked until the transaction ends: two people can't close a circle of dependencies from both ends, and
 * nothing changes under a go-live decision. A vendor reaches the plans of its own contracts only.
 */
export async function lockPlan(
  tx: Transaction,
  actor: Actor,
  id: string,
  version?: number,
): Promise<Outcome<LockedPlan>> {
  const { organizationId } = actor;
  await tx.$queryRaw`SELECT 1 FROM transition_plan WHERE id = ${id}::uuid AND organization_id = ${organizationId}::uuid FOR UPDATE`;
  const plan = await findPlanRow(tx, organizationId, id);
  if (!plan || (actor.kind === "vendor" && plan.contract?.vendorId !== actor.vendorId)) {
    return refuseMissing("transition");
  }
  if (version !== undefined && plan.version !== version) {
    return refuseChanged(
      tx,
      { organizationId, type: "transition", id },
      {
        name: plan.name,
        plannedStart: dayOf(plan.plannedStart),
        plannedGoLive: dayOf(plan.plannedGoLive),
        contractId: plan.contractId,
        version: plan.version,
      },
    );
  }
  return done(plan);
}
