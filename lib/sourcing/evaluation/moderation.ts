import "server-only";
import type { MemberActor } from "@/lib/access/actor";
import { change } from "@/lib/server/change";
import { databaseNow } from "@/lib/server/clock";
import type { Transaction } from "@/lib/server/database";
import { d, toDecimalText } from "@/lib/shared/decimal";
import { done, type Outcome, refuse, refuseForbidden, refuseMissing, refuseStale } from "@/lib/shared/outcome";
import { lockRfp, shareRfp } from "../bids/locks";
import { checkModerator } from "../rules/duties";
import { measureEvaluatorSpread } from "../rules/evaluator-agreement";
import { SCALE_MAXIMUM } from "../rules/score-comment";
import { calculateTechnicalScore, findMandatoryRejection } from "../rules/technical-score";
import { refuseBiased } from "./conflicts";
import { findEvaluatedRfp, refuseUnlessScoring, rfpSubject } from "./evaluator";

export type Examination = {
  id: string;
  version: number;
  findings: { questionId: string; isMet: boolean }[];
};

/**
 * Procurement confirms for each mandatory requirement whether the bid meets it. One that is not met rejects the bid,
 * with the requirement named; otherwise the bid is admitted.
 */
export function examineBid(
  actor: MemberActor,
  input: Examination,
): Promise<Outcome<{ id: string; state: "valid" | "rejected"; reason: string | null; version: number }>> {
  return change(actor, async (tx, audit) => {
    const where = {
      id: input.id,
      organizationId: actor.organizationId,
      state: { in: ["opened" as const, "valid" as const] },
    };
    const found = await tx.bid.findFirst({ where, select: { rfpId: true, vendorId: true } });
    if (!found) return refuseMissing("opened bid");
    await shareRfp(tx, found.rfpId);
    const rfp = await findEvaluatedRfp(tx, actor, found.rfpId);
    if (!rfp) return refuseMissing("RFP");
    const closed = refuseUnlessScoring(rfp);
    if (closed) return closed;
    const biased = await refuseBiased(tx, actor, "examine", { rfpId: rfp.id, vendorId: found.vendorId });
    if (biased) return biased;
    const answers = await tx.bidAnswer.findMany({
      where: { bidId: input.id, question: { requirement: { priority: "mandatory" } } },
      orderBy: { question: { position: "asc" } },
      select: { questionId: true, question: { select: { requirement: { select: { code: true, title: true } } } } },
    });
    const findings = new Map(input.findings.map(({ questionId, isMet }) => [questionId, isMet]));
    if (answers.some((answer) => !findings.has(answer.questionId)) || findings.size !== answers.length) {
      return refuse("Say for every mandatory requirement whether it is met.");
    }
    const rejection = findMandatoryRejection(
      answers.map(({ questionId, question }) => ({
        requirement: question.requirement?.code ?? "",
        title: question.requirement?.title ?? "",
        priority: "mandatory",
        isMet: findings.get(questionId) ?? null,
      })),
    );
    const state = rejection ? "rejected" : "valid";
    const changed = await tx.bid.updateMany({
      where: { ...where, version: input.version },
      data: { state, rejectionReason: rejection?.reason ?? null, version: { increment: 1 } },
    });
    if (changed.count === 0) return refuseStale();
    for (const [questionId, isMet] of findings) {
      await tx.bidAnswer.update({ where: { bidId_questionId: { bidId: input.id, questionId } }, data: { isMet } });
    }
    const { vendor } = await tx.bid.findFirstOrThrow({
      where: { id: input.id },
      select: { vendor: { select: { legalName: true } } },
    });
    audit({
      action: rejection ? "bid.reject" : "bid.admit",
      subject: { type: "bid", id: input.id, label: `${rfp.code} ${vendor.legalName}` },
      after: { state, reason: rejection?.reason ?? null },
    });
    return done({ id: input.id, state, reason: rejection?.reason ?? null, version: input.version + 1 });
  });
}

export type Moderation = {
  rfpId: string;
  criterionId: string;
  scores: { bidId: string; score: string; reason: string }[];
};

async function findOpenEvaluator(tx: Transaction, rfpId: string): Promise<string | null> {
  const open = await tx.rfpEvaluator.findFirst({
    where: { rfpId, technicalLockedAt: null },
    select: { member: { select: { person: { select: { name: true } } } } },
  });
  return open?.member.person.name ?? null;
}

/** One agreed score per bid and criterion, with its reason. The evaluators' own scores stay as they were. */
export function moderateScores(actor: MemberActor, input: Moderation): Promise<Outcome<{ scores: number }>> {
  return change(actor, async (tx, audit) => {
    await shareRfp(tx, input.rfpId);
    const rfp = await findEvaluatedRfp(tx, actor, input.rfpId);
    if (!rfp) return refuseMissing("RFP");
    const closed = refuseUnlessScoring(rfp);
    if (closed) return closed;
    const waiting = await findOpenEvaluator(tx, rfp.id);
    if (waiting) return refuse(`Moderation begins when every evaluator has locked. ${waiting} has not.`);
    const criterion = await tx.rfpCriterion.findFirst({
      where: { id: input.criterionId, rfpId: rfp.id },
      select: { id: true, name: true },
    });
    if (!criterion) return refuseMissing("criterion");
    const ids = input.scores.map((each) => each.bidId);
    const bids = await tx.bid.findMany({
      where: { id: { in: ids }, rfpId: rfp.id, state: { in: ["opened", "valid"] } },
      select: {
        vendorId: true,
        vendor: { select: { legalName: true } },
        scores: { where: { criterionId: criterion.id, lockedAt: { not: null } }, select: { evaluatorId: true } },
      },
    });
    if (bids.length !== new Set(ids).size || bids.length !== ids.length) return refuseMissing("bid");
    for (const bid of bids) {
      const biased = await refuseBiased(tx, actor, "moderate", { rfpId: rfp.id, vendorId: bid.vendorId });
      if (biased) return biased;
      const scorers = bid.scores.map((score) => score.evaluatorId);
      const duty = checkModerator(scorers, actor.memberId, `${bid.vendor.legalName}, ${criterion.name}`);
      if (!duty.isAllowed) return refuseForbidden(duty.reason);
    }
    for (const { bidId, score, reason } of input.scores) {
      await tx.moderatedScore.upsert({
        where: { bidId_criterionId: { bidId, criterionId: criterion.id } },
        create: {
          organizationId: actor.organizationId,
          bidId,
          criterionId: criterion.id,
          score,
          reason,
          moderatorId: actor.memberId,
        },
        update: { score, reason, moderatorId: actor.memberId, version: { increment: 1 } },
      });
    }
    audit({
      action: "score.moderate",
      subject: { ...rfpSubject(rfp), label: `${rfp.code} ${criterion.name}` },
      after: { scores: input.scores },
    });
    return done({ scores: input.scores.length });
  });
}

export const AGREED = "The evaluators agree.";

/**
 * Locks the technical side: every bid is examined, every evaluator has locked, every difference is moderated. Where the
 * evaluators agree, their score is the score. From here on the prices can be opened.
 */
export function lockTechnical(
  actor: MemberActor,
  input: { rfpId: string; version: number },
): Promise<Outcome<{ id: string; version: number }>> {
  return change(actor, async (tx, audit) => {
    await lockRfp(tx, input.rfpId);
    const rfp = await findEvaluatedRfp(tx, actor, input.rfpId);
    if (!rfp) return refuseMissing("RFP");
    const closed = refuseUnlessScoring(rfp);
    if (closed) return closed;
    const biased = await refuseBiased(tx, actor, "lock", { rfpId: rfp.id, of: "bidders" });
    if (biased) return biased;
    const bids = await tx.bid.findMany({
      where: { rfpId: rfp.id, state: { in: ["opened", "valid"] } },
      select: {
        id: true,
        state: true,
        vendor: { select: { legalName: true } },
        scores: { where: { lockedAt: { not: null } }, select: { criterionId: true, evaluatorId: true, score: true } },
        moderatedScores: { select: { criterionId: true, score: true } },
      },
    });
    const unexamined = bids.find((bid) => bid.state === "opened");
    if (unexamined) return refuse(`Confirm the mandatory requirements of ${unexamined.vendor.legalName} first.`);
    const waiting = await findOpenEvaluator(tx, rfp.id);
    if (waiting) return refuse(`${waiting} has not locked the own scores.`);
    const criteria = await tx.rfpCriterion.findMany({
      where: { rfpId: rfp.id },
      orderBy: [{ position: "asc" }, { id: "asc" }],
      select: { id: true, name: true, weight: true },
    });
    if (criteria.length === 0) return refuse("The RFP has no criteria.");
    const scoresOf = new Map<string, string>();
    for (const bid of bids) {
      const spreads = measureEvaluatorSpread(
        bid.scores.map((each) => ({
          evaluator: each.evaluatorId,
          bid: bid.id,
          criterion: each.criterionId,
          score: d(each.score.toFixed()),
        })),
      );
      const parts = [];
      for (const criterion of criteria) {
        const moderated = bid.moderatedScores.find((each) => each.criterionId === criterion.id);
        const spread = spreads.find((each) => each.criterion === criterion.id);
        const place = `${bid.vendor.legalName}, ${criterion.name}`;
        if (!moderated && !spread)
          return refuse(`Nobody without a conflict of interest has scored ${place}. Moderate it.`);
        if (!moderated && spread?.spread.gt(0)) return refuse(`The evaluators differ on ${place}. Moderate it first.`);
        const agreed = spread?.lowest.toFixed() ?? "0";
        if (!moderated) {
          const scorers = bid.scores
            .filter((each) => each.criterionId === criterion.id)
            .map((each) => each.evaluatorId);
          const duty = checkModerator(scorers, actor.memberId, place);
          if (!duty.isAllowed) return refuseForbidden(duty.reason);
          await tx.moderatedScore.create({
            data: {
              organizationId: actor.organizationId,
              bidId: bid.id,
              criterionId: criterion.id,
              score: agreed,
              reason: AGREED,
              moderatorId: actor.memberId,
            },
          });
        }
        const score = d(moderated?.score.toFixed() ?? agreed);
        parts.push({ criterion: criterion.name, weight: d(criterion.weight.toFixed()), score, maximum: SCALE_MAXIMUM });
      }
      const technicalScore = toDecimalText(calculateTechnicalScore(parts).result);
      await tx.bid.update({ where: { id: bid.id }, data: { technicalScore, version: { increment: 1 } } });
      scoresOf.set(bid.vendor.legalName, technicalScore);
    }
    const changed = await tx.rfp.updateMany({
      where: { id: rfp.id, version: input.version, technicalLockedAt: null },
      data: { technicalLockedAt: await databaseNow(tx), version: { increment: 1 } },
    });
    if (changed.count === 0) return refuseStale();
    const closedOut = await rejectSetAside(tx, rfp.id);
    audit({
      action: "rfp.lockTechnical",
      subject: rfpSubject(rfp),
      after: { ...Object.fromEntries(scoresOf), ...(closedOut > 0 ? { stayedSealed: closedOut } : {}) },
    });
    return done({ id: rfp.id, version: input.version + 1 });
  });
}

/** A bid that could not be opened and was not restored until now is out, with the reason that was decided. */
async function rejectSetAside(tx: Transaction, rfpId: string): Promise<number> {
  const setAside = await tx.bid.findMany({
    where: { rfpId, state: "submitted" },
    select: { id: true, setAsideReason: true },
  });
  for (const { id, setAsideReason } of setAside) {
    await tx.bid.update({
      where: { id },
      data: { state: "rejected", rejectionReason: setAsideReason, version: { increment: 1 } },
    });
  }
  return setAside.length;
}
