import "server-only";
import type { MemberActor } from "@/lib/access/actor";
import { db } from "@/lib/server/database";
import { decimalOf } from "@/lib/server/values";

const personName = { select: { person: { select: { name: true } } } } as const;

/**
 * The scores that this person may see now: the own ones always; the others' once they are locked, and to an evaluator
 * only after the own are locked too. Nobody writes with an eye on somebody else's figures.
 */
export async function findVisibleScores(actor: MemberActor, rfpId: string, lotId?: string) {
  const evaluator = await db.rfpEvaluator.findFirst({
    where: { rfpId, memberId: actor.memberId, rfp: { organizationId: actor.organizationId } },
    select: { technicalLockedAt: true },
  });
  const othersAreHidden = evaluator !== null && evaluator.technicalLockedAt === null;
  const bid = { rfpId, organizationId: actor.organizationId, ...(lotId ? { lotId } : {}) };
  const [scores, moderated] = await Promise.all([
    db.score.findMany({
      where: {
        bid,
        OR: [{ evaluatorId: actor.memberId }, ...(othersAreHidden ? [] : [{ lockedAt: { not: null } }])],
      },
      orderBy: [{ evaluatorId: "asc" }, { id: "asc" }],
      select: {
        bidId: true,
        criterionId: true,
        evaluatorId: true,
        score: true,
        comment: true,
        lockedAt: true,
        evaluator: personName,
      },
    }),
    othersAreHidden
      ? []
      : db.moderatedScore.findMany({
          where: { bid },
          select: { bidId: true, criterionId: true, score: true, reason: true, moderator: personName },
        }),
  ]);
  return {
    othersAreHidden,
    scores: scores.map(({ evaluator: person, lockedAt, ...each }) => ({
      ...each,
      score: decimalOf(each.score),
      evaluator: person.person.name,
      isLocked: lockedAt !== null,
    })),
    moderated: moderated.map(({ moderator, ...each }) => ({
      ...each,
      score: decimalOf(each.score),
      moderator: moderator.person.name,
    })),
  };
}
export type VisibleScores = Awaited<ReturnType<typeof findVisibleScores>>;
