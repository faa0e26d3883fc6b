import "server-only";
import type { OrganizationId, VendorActor } from "@/lib/access/actor";
import { databaseNow } from "@/lib/server/clock";
import { db } from "@/lib/server/database";
import { decimalOf, instantOf } from "@/lib/server/values";
import { d } from "@/lib/shared/decimal";
import { type Money, toMoney } from "@/lib/shared/money";
import { type RankedAtProposal, storedRankingSchema } from "./schema";

const personName = { select: { person: { select: { name: true } } } } as const;

const awardFields = {
  id: true,
  rfpId: true,
  lotId: true,
  state: true,
  amount: true,
  currency: true,
  justification: true,
  tieDecision: true,
  proposedById: true,
  proposedAt: true,
  decidedAt: true,
  decisionReason: true,
  standstillUntil: true,
  finalisedAt: true,
  bidsAreOut: true,
  evaluation: true,
  version: true,
  proposedBy: personName,
  decidedBy: personName,
  rfp: { select: { code: true, title: true } },
  lot: { select: { number: true, title: true } },
  awardShares: {
    orderBy: { sharePercent: "desc" },
    select: {
      bidId: true,
      vendorId: true,
      sharePercent: true,
      amount: true,
      vendor: { select: { legalName: true } },
    },
  },
  awardLetters: {
    orderBy: { id: "asc" },
    select: { vendorId: true, kind: true, body: true, vendor: { select: { legalName: true } } },
  },
} as const;

async function readAward(where: { id: string } | { lotId: string }, organizationId: OrganizationId) {
  return db.award.findFirst({
    where: { ...where, organizationId },
    orderBy: { proposedAt: "desc" },
    select: awardFields,
  });
}

function toView(award: NonNullable<Awaited<ReturnType<typeof readAward>>>) {
  const money = (amount: { toFixed(): string }) => toMoney(d(amount.toFixed()), award.currency);
  const { awardShares, awardLetters, proposedBy, decidedBy, rfp, lot, currency: _, evaluation, ...fields } = award;
  return {
    ...fields,
    rfp: `${rfp.code} ${rfp.title}`,
    lot: `Lot ${lot.number} ${lot.title}`,
    amount: money(award.amount),
    shares: awardShares.map((share) => ({
      bidId: share.bidId,
      vendorId: share.vendorId,
      vendor: share.vendor.legalName,
      sharePercent: decimalOf(share.sharePercent),
      amount: money(share.amount),
    })),
    proposedBy: proposedBy.person.name,
    decidedBy: decidedBy?.person.name ?? null,
    proposedAt: instantOf(award.proposedAt),
    decidedAt: instantOf(award.decidedAt),
    standstillUntil: instantOf(award.standstillUntil),
    finalisedAt: instantOf(award.finalisedAt),
    ranking: rankingAtProposal(evaluation, awardShares, money),
    letters: awardLetters.map(({ vendor, ...letter }) => ({ ...letter, vendor: vendor.legalName })),
  };
}

/** What the approver decides on: ranks and totals, and who was passed over, as they stood when it was proposed. */
function rankingAtProposal(
  evaluation: unknown,
  shares: readonly { bidId: string }[],
  money: (amount: { toFixed(): string }) => Money,
): RankedAtProposal[] {
  const { bids, passedOver, out } = storedRankingSchema.parse(evaluation);
  return bids.map(({ id, name, rank, technicalScore, priceScore, price, total }) => ({
    bidId: id,
    name,
    rank,
    technicalScore,
    priceScore,
    price: price === null ? null : money(d(price)),
    total,
    isAwarded: shares.some((share) => share.bidId === id),
    isPassedOver: passedOver.includes(id),
    isOut: out.includes(id),
  }));
}

export async function findAward(organization: OrganizationId, id: string) {
  const award = await readAward({ id }, organization);
  return award && toView(award);
}

/** The latest award of a lot, with who has to decide it and whether its standstill has passed. */
export async function findAwardOfLot(organization: OrganizationId, lotId: string) {
  const award = await readAward({ lotId }, organization);
  if (!award) return null;
  const [approval, now] = await Promise.all([
    db.approval.findFirst({
      where: { organizationId: organization, kind: "award", subjectId: award.id, state: "pending" },
      select: { requiredRole: true },
    }),
    databaseNow(),
  ]);
  return {
    ...toView(award),
    requiredRole: approval?.requiredRole ?? null,
    isStandstillOver: award.standstillUntil === null || now >= award.standstillUntil,
  };
}
export type AwardOfLot = NonNullable<Awaited<ReturnType<typeof findAwardOfLot>>>;

/** The letters to the own company, and nobody else's. */
export async function findOwnLetters(actor: VendorActor, rfpId: string) {
  const rows = await db.awardLetter.findMany({
    where: { organizationId: actor.organizationId, vendorId: actor.vendorId, award: { rfpId } },
    orderBy: { createdAt: "desc" },
    select: {
      id: true,
      kind: true,
      body: true,
      createdAt: true,
      award: { select: { state: true, standstillUntil: true, lot: { select: { number: true, title: true } } } },
    },
  });
  return rows.map(({ award, ...letter }) => ({
    ...letter,
    createdAt: instantOf(letter.createdAt),
    lot: `Lot ${award.lot.number} ${award.lot.title}`,
    awardState: award.state,
    standstillUntil: instantOf(award.standstillUntil),
  }));
}
export type OwnLetter = Awaited<ReturnType<typeof findOwnLetters>>[number];
