import "server-only";
import type { MemberActor } from "@/lib/access/actor";
import { change } from "@/lib/server/change";
import { databaseNow } from "@/lib/server/clock";
import type { Transaction } from "@/lib/server/database";
import { done, type Outcome, refuse, refuseFields, refuseMissing } from "@/lib/shared/outcome";
import { lockRfp } from "../bids/locks";
import { sourcingEvents } from "../events";
import { type EvaluatedRfp, findEvaluatedRfp, findEvaluator, rfpSubject } from "./evaluator";

export type Interests = { rfpId: string; conflicts: { vendorId: string; hasConflict: boolean; reason: string }[] };

const STATES = ["published", "closed", "evaluation", "awarded"];

/**
 * Somebody says of which invited vendors they are not independent: an evaluator before scoring, anybody else who opens,
 * moderates, proposes or decides as soon as they know. It can be added to at any time and is never taken back. Scores
 * already given to that bidder are taken out while the technical scores are not locked.
 */
export function declareInterests(actor: MemberActor, input: Interests): Promise<Outcome<{ conflicts: number }>> {
  return change(actor, async (tx, audit, tell) => {
    // Alone: whoever is deciding right now has decided before, or is barred.
    await lockRfp(tx, input.rfpId);
    const rfp = await findEvaluatedRfp(tx, actor, input.rfpId);
    if (!rfp) return refuseMissing("RFP");
    if (!STATES.includes(rfp.state))
      return refuse("Interests are declared from the publication until the contracts are made.");
    const evaluator = await findEvaluator(tx, actor, rfp.id);
    const declared = input.conflicts.filter((each) => each.hasConflict);
    if (!evaluator && declared.length === 0)
      return refuse("You are not an evaluator: name the vendor of whom you are not independent.");
    const missing = input.conflicts.findIndex((each) => each.hasConflict && each.reason === "");
    if (missing >= 0)
      return refuseFields({ [`conflicts.${missing}.reason`]: "Say in a sentence what the conflict is." });
    const vendorIds = declared.map((each) => each.vendorId);
    const invited = await tx.rfpInvitation.count({ where: { rfpId: rfp.id, vendorId: { in: vendorIds } } });
    if (invited !== new Set(vendorIds).size) return refuseMissing("bidder");
    await tx.evaluatorConflict.createMany({
      data: declared.map(({ vendorId, reason }) => ({
        organizationId: actor.organizationId,
        rfpId: rfp.id,
        memberId: actor.memberId,
        vendorId,
        reason,
      })),
      skipDuplicates: true,
    });
    await takeOutScores(tx, actor, rfp, vendorIds);
    if (evaluator && rfp.technicalOpenedAt && !evaluator.declaredAt) {
      await tx.rfpEvaluator.update({ where: { id: evaluator.id }, data: { declaredAt: await databaseNow(tx) } });
    }
    if (vendorIds.length > 0) tell(sourcingEvents.conflictDeclared({ rfpId: rfp.id, vendorIds }));
    audit({ action: "evaluation.declare", subject: rfpSubject(rfp), after: { conflicts: declared } });
    return done({ conflicts: declared.length });
  });
}

async function takeOutScores(
  tx: Transaction,
  actor: MemberActor,
  rfp: EvaluatedRfp,
  vendorIds: string[],
): Promise<void> {
  if (rfp.technicalLockedAt) return;
  const bid = { rfpId: rfp.id, vendorId: { in: vendorIds } };
  await tx.score.deleteMany({ where: { evaluatorId: actor.memberId, bid } });
  await tx.moderatedScore.deleteMany({ where: { moderatorId: actor.memberId, bid } });
}
