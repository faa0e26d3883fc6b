import "server-only";
import type { MemberActor } from "@/lib/access/actor";
import { change } from "@/lib/server/change";
import { databaseNow } from "@/lib/server/clock";
import { d } from "@/lib/shared/decimal";
import { done, type Outcome, refuse, refuseForbidden, refuseMissing } from "@/lib/shared/outcome";
import { shareRfp } from "../bids/locks";
import { checkScorer } from "../rules/duties";
import { needsComment } from "../rules/score-comment";
import { findEvaluatedRfp, findEvaluator, refuseUnlessScoring, rfpSubject } from "./evaluator";

const NO_EVALUATOR = { isEvaluator: false, hasConflict: false, isLocked: false };
const COMMENT = "Say why in a sentence: 0, 1 and 5 need a comment.";

export type ScoreInput = { bidId: string; criterionId: string; score: string; comment: string };

/** Keeps one score of one's own. Whether its comment is enough is asked when the scores are locked. */
export function saveScore(actor: MemberActor, input: ScoreInput): Promise<Outcome<ScoreInput>> {
  return change(actor, async (tx, audit) => {
    const bid = await tx.bid.findFirst({
      where: { id: input.bidId, organizationId: actor.organizationId, state: { in: ["opened", "valid", "rejected"] } },
      select: { id: true, rfpId: true, vendorId: true, state: true, vendor: { select: { legalName: true } } },
    });
    if (!bid) return refuseMissing("bid");
    await shareRfp(tx, bid.rfpId);
    const rfp = await findEvaluatedRfp(tx, actor, bid.rfpId);
    if (!rfp) return refuseMissing("RFP");
    const closed = refuseUnlessScoring(rfp);
    if (closed) return closed;
    const evaluator = await findEvaluator(tx, actor, rfp.id);
    const conflicts = await tx.evaluatorConflict.count({
      where: { rfpId: rfp.id, memberId: actor.memberId, vendorId: bid.vendorId },
    });
    const duty = checkScorer({
      isEvaluator: evaluator !== null,
      hasConflict: conflicts > 0,
      isLocked: !!evaluator?.technicalLockedAt,
    });
    if (!duty.isAllowed) return refuseForbidden(duty.reason);
    if (!evaluator?.declaredAt) return refuse("Declare first whether you have a conflict of interest.");
    if (bid.state === "rejected") return refuse("This bid is rejected. It is not scored.");
    const criterion = await tx.rfpCriterion.findFirst({
      where: { id: input.criterionId, rfpId: rfp.id },
      select: { name: true },
    });
    if (!criterion) return refuseMissing("criterion");
    const { bidId, criterionId, score, comment } = input;
    await tx.score.upsert({
      where: { bidId_criterionId_evaluatorId: { bidId, criterionId, evaluatorId: actor.memberId } },
      create: { organizationId: actor.organizationId, bidId, criterionId, evaluatorId: actor.memberId, score, comment },
      update: { score, comment, version: { increment: 1 } },
    });
    // Not the value: the audit log must not show anybody a score before it is locked.
    audit({ action: "score.save", subject: { ...rfpSubject(rfp), label: `${rfp.code} ${criterion.name}` } });
    return done(input);
  });
}

/** From here on the own scores stay as they are, and the others' can be seen. */
export function lockScores(actor: MemberActor, input: { rfpId: string }): Promise<Outcome<{ scores: number }>> {
  return change(actor, async (tx, audit) => {
    await shareRfp(tx, input.rfpId);
    const rfp = await findEvaluatedRfp(tx, actor, input.rfpId);
    if (!rfp) return refuseMissing("RFP");
    const closed = refuseUnlessScoring(rfp);
    if (closed) return closed;
    const evaluator = await findEvaluator(tx, actor, rfp.id);
    const duty = checkScorer({
      ...NO_EVALUATOR,
      isEvaluator: evaluator !== null,
      isLocked: !!evaluator?.technicalLockedAt,
    });
    if (!duty.isAllowed || !evaluator) return refuseForbidden(duty.isAllowed ? "" : duty.reason);
    if (!evaluator.declaredAt) return refuse("Declare first whether you have a conflict of interest.");
    const now = await databaseNow(tx);
    const locked = await tx.rfpEvaluator.updateMany({
      where: { id: evaluator.id, technicalLockedAt: null },
      data: { technicalLockedAt: now },
    });
    if (locked.count === 0) return refuse("Your scores are locked already.");
    const criteria = await tx.rfpCriterion.findMany({ where: { rfpId: rfp.id }, select: { id: true, name: true } });
    const conflicts = await tx.evaluatorConflict.findMany({
      where: { rfpId: rfp.id, memberId: actor.memberId },
      select: { vendorId: true },
    });
    const bids = await tx.bid.findMany({
      where: { rfpId: rfp.id, state: { in: ["opened", "valid"] } },
      select: { id: true, vendorId: true, vendor: { select: { legalName: true } } },
    });
    const scores = await tx.score.findMany({
      where: { evaluatorId: actor.memberId, bid: { rfpId: rfp.id } },
      select: { bidId: true, criterionId: true, score: true, comment: true },
    });
    const barred = new Set(conflicts.map((conflict) => conflict.vendorId));
    for (const bid of bids.filter((each) => !barred.has(each.vendorId))) {
      for (const criterion of criteria) {
        const score = scores.find((each) => each.bidId === bid.id && each.criterionId === criterion.id);
        const place = `${bid.vendor.legalName}, ${criterion.name}`;
        if (!score) return refuse(`A score is missing: ${place}.`);
        if (score.comment === "" && needsComment(d(score.score.toFixed()))) return refuse(`${place}: ${COMMENT}`);
      }
    }
    await tx.score.updateMany({
      where: { evaluatorId: actor.memberId, bid: { rfpId: rfp.id } },
      data: { lockedAt: now, version: { increment: 1 } },
    });
    audit({ action: "score.lock", subject: rfpSubject(rfp), after: { scores: scores.length } });
    return done({ scores: scores.length });
  });
}
