import "server-only";
import type { MemberActor } from "@/lib/access/actor";
import type { Transaction } from "@/lib/server/database";
import { type Refusal, refuse } from "@/lib/shared/outcome";

/** The RFP as the evaluation's changes need it. Call after its row is locked. */
export function findEvaluatedRfp(tx: Transaction, actor: MemberActor, id: string) {
  return tx.rfp.findFirst({
    where: { id, organizationId: actor.organizationId },
    select: {
      id: true,
      code: true,
      title: true,
      state: true,
      technicalOpenedAt: true,
      technicalLockedAt: true,
      minimumTechnical: true,
      version: true,
    },
  });
}
export type EvaluatedRfp = NonNullable<Awaited<ReturnType<typeof findEvaluatedRfp>>>;

/** Scores are written between the technical opening and the technical lock. */
export function refuseUnlessScoring(rfp: EvaluatedRfp): Refusal | null {
  if (rfp.state !== "evaluation" || !rfp.technicalOpenedAt) return refuse("The bids have not been opened.");
  return rfp.technicalLockedAt ? refuse("The technical scores are locked.") : null;
}

/** With the row locked: a score that is being kept and the lock of the same person come one after the other. */
export async function findEvaluator(tx: Transaction, actor: MemberActor, rfpId: string) {
  await tx.$queryRaw`
    SELECT 1 FROM rfp_evaluator WHERE rfp_id = ${rfpId}::uuid AND member_id = ${actor.memberId}::uuid FOR UPDATE`;
  return tx.rfpEvaluator.findUnique({
    where: { rfpId_memberId: { rfpId, memberId: actor.memberId } },
    select: { id: true, declaredAt: true, technicalLockedAt: true },
  });
}

export function rfpSubject(rfp: { id: string; code: string; title: string }) {
  return { type: "rfp", id: rfp.id, label: `${rfp.code} ${rfp.title}` };
}
