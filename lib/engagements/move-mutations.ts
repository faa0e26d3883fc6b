import "server-only";
import type { MemberActor } from "@/lib/access/actor";
import { change } from "@/lib/server/change";
import { databaseNow } from "@/lib/server/clock";
import type { Transaction } from "@/lib/server/database";
import { done, type Outcome, type Refusal, refuse, refuseMissing } from "@/lib/shared/outcome";
import { withdrawApprovals } from "./approvals";
import { engagementEvents } from "./events";
import { stageLabels } from "./labels";
import type { Saved, Target } from "./mutations";
import { checkMove, type Stage } from "./rules/stages";
import type { MoveStage } from "./schema";
import { findStaged, refuseStaleStage, type StagedEngagement, subjectOf, writeStage } from "./stage-records";

/** What still runs and would be orphaned by going back or cancelling. */
async function findObstacle(tx: Transaction, engagement: StagedEngagement, to: Stage): Promise<Refusal | null> {
  const of = { engagementId: engagement.id, organizationId: engagement.organizationId };
  // At a re-tender the old RFP is complete and the old contract runs on until it is replaced.
  if (engagement.stage !== "operate" && (to === "scope" || to === "cancelled")) {
    const rfp = await tx.rfp.findFirst({
      where: { ...of, state: { in: ["published", "closed", "evaluation"] } },
      select: { code: true },
    });
    if (rfp) return refuse(`${rfp.code} is still running. End it as unsuccessful or cancel it first.`);
  }
  if (to === "cancelled") {
    const contract = await tx.contract.findFirst({
      where: { ...of, state: { in: ["signed", "active", "expiring"] } },
      select: { code: true },
    });
    if (contract) return refuse(`${contract.code} is signed. Terminate it first.`);
  }
  return null;
}

/** A way back, or cancelling: always with a reason, never through a gate. */
export function moveStage(actor: MemberActor, target: Target, input: MoveStage): Promise<Outcome<Saved>> {
  return change(actor, async (tx, audit, tell) => {
    const engagement = await findStaged(tx, actor, target.id);
    if (!engagement) return refuseMissing("engagement");
    if (engagement.version !== target.version) return refuseStaleStage(tx, engagement);
    const checked = checkMove(engagement.stage, input.to, { reason: input.reason });
    if (!checked.isAllowed) return refuse(checked.reason);
    if (checked.move.kind === "forward") return refuse(`To ${stageLabels[input.to]} leads a gate: ask for it.`);
    const obstacle = await findObstacle(tx, engagement, input.to);
    if (obstacle) return obstacle;
    const at = await databaseNow(tx);
    await tx.stagePassage.updateMany({
      where: { engagementId: engagement.id, state: "requested" },
      data: { state: "withdrawn", decidedById: actor.memberId, decidedAt: at },
    });
    await withdrawApprovals(tx, actor, { kind: "gate", subjectId: engagement.id });
    await tx.stagePassage.create({
      data: {
        organizationId: actor.organizationId,
        engagementId: engagement.id,
        fromStage: engagement.stage,
        toStage: input.to,
        state: "passed",
        conditions: [],
        reason: input.reason,
        requestedById: actor.memberId,
        decidedById: actor.memberId,
        decidedAt: at,
      },
    });
    const closingReason = input.to === "cancelled" ? input.reason : null;
    const isWritten = await writeStage(tx, engagement, target, { stage: input.to, at, closingReason });
    if (!isWritten) return refuseStaleStage(tx, engagement);
    tell(engagementEvents.stageEntered({ engagementId: engagement.id }));
    audit({
      action: input.to === "cancelled" ? "engagement.cancel" : "engagement.goBack",
      subject: subjectOf(engagement),
      before: { stage: engagement.stage },
      after: { stage: input.to, reason: input.reason },
    });
    return done({ id: engagement.id, version: target.version + 1 });
  });
}
