import "server-only";
import type { MemberActor } from "@/lib/access/actor";
import type { Transaction } from "@/lib/server/database";
import { type Outcome, refuseStale } from "@/lib/shared/outcome";
import { lockRfp } from "../bids/locks";
import type { AwardState } from "../rules/states";

const awardFields = {
  id: true,
  rfpId: true,
  lotId: true,
  state: true,
  amount: true,
  currency: true,
  proposedById: true,
  standstillUntil: true,
  version: true,
  lot: { select: { number: true, title: true } },
  rfp: {
    select: {
      id: true,
      code: true,
      title: true,
      state: true,
      engagementId: true,
      timeZone: true,
      standstillDays: true,
      minimumTechnical: true,
      priceOpenedAt: true,
    },
  },
  awardShares: { select: { bidId: true, vendorId: true, sharePercent: true, amount: true } },
} as const;

/** The award with its RFP's row locked: awards of one RFP are decided one after the other. */
export async function lockAward(tx: Transaction, actor: MemberActor, id: string) {
  const where = { id, organizationId: actor.organizationId };
  const found = await tx.award.findFirst({ where, select: { rfpId: true } });
  if (!found) return null;
  await lockRfp(tx, found.rfpId);
  return tx.award.findFirstOrThrow({ where, select: awardFields });
}
export type LockedAward = NonNullable<Awaited<ReturnType<typeof lockAward>>>;

export function awardSubject(award: { id: string; rfp: { code: string }; lot: { number: number } }) {
  return { type: "award", id: award.id, label: `${award.rfp.code} lot ${award.lot.number} award` };
}

export function awardHref(award: { lotId: string }): string {
  return `/evaluations/${award.lotId}/award`;
}

type Change = {
  state: AwardState;
  decidedById?: string;
  decidedAt?: Date;
  decisionReason?: string | null;
  standstillUntil?: Date | null;
  finalisedAt?: Date;
  bidsAreOut?: boolean;
};

/** Null when done; a refusal when somebody else was faster. */
export async function moveAward(
  tx: Transaction,
  award: LockedAward,
  version: number,
  data: Change,
): Promise<Outcome<never> | null> {
  const changed = await tx.award.updateMany({
    where: { id: award.id, state: award.state, version },
    data: { ...data, version: { increment: 1 } },
  });
  return changed.count === 0 ? refuseStale() : null;
}
