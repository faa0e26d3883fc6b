import "server-only";
import type { MemberActor } from "@/lib/access/actor";
import type { Transaction } from "@/lib/server/database";
import { notify } from "@/lib/server/notify";
import { queueMail } from "@/lib/server/outbox";
import { decimalOf } from "@/lib/server/values";
import type { LockedAward } from "./award-record";
import { writeLetter } from "./letters";

function findBidders(tx: Transaction, lotId: string) {
  return tx.bid.findMany({
    where: { lotId, state: { in: ["valid", "rejected"] } },
    orderBy: { id: "asc" },
    select: {
      id: true,
      vendorId: true,
      state: true,
      rejectionReason: true,
      technicalScore: true,
      moderatedScores: { select: { criterionId: true, score: true } },
      vendor: { select: { legalName: true } },
    },
  });
}

/** Writes one letter per bidder, shows it in their portal and mails it. Answers how many there were. */
export async function sendLetters(
  tx: Transaction,
  actor: MemberActor,
  award: LockedAward,
  standstillUntil: string | null,
): Promise<number> {
  const organization = await tx.organization.findUniqueOrThrow({
    where: { id: actor.organizationId },
    select: { name: true },
  });
  const criteria = await tx.rfpCriterion.findMany({
    where: { rfpId: award.rfpId },
    orderBy: [{ position: "asc" }, { id: "asc" }],
    select: { id: true, name: true, weight: true },
  });
  const bidders = await findBidders(tx, award.lotId);
  for (const bid of bidders) {
    const share = award.awardShares.find((each) => each.bidId === bid.id);
    const body = writeLetter({
      rfp: award.rfp,
      lot: `Lot ${award.lot.number} ${award.lot.title}`,
      organization: organization.name,
      vendor: bid.vendor.legalName,
      standstillUntil,
      isRejected: bid.state === "rejected",
      rejectionReason: bid.rejectionReason,
      criteria: criteria.map((criterion) => {
        const score = bid.moderatedScores.find((each) => each.criterionId === criterion.id);
        return { name: criterion.name, weight: decimalOf(criterion.weight), score: decimalOf(score?.score ?? null) };
      }),
      technicalScore: decimalOf(bid.technicalScore),
      minimumTechnical: decimalOf(award.rfp.minimumTechnical),
      award: share
        ? {
            sharePercent: decimalOf(share.sharePercent),
            amount: decimalOf(share.amount),
            currency: award.currency,
          }
        : null,
    });
    const { id: awardId, rfp } = award;
    const { organizationId } = actor;
    const kind = share ? "winner" : "unsuccessful";
    await tx.awardLetter.create({ data: { organizationId, awardId, vendorId: bid.vendorId, kind, body } });
    await tellVendor(tx, actor, award, bid.vendorId, { subject: `${rfp.code}: result`, body });
  }
  return bidders.length;
}

/** Whoever had a letter hears that it no longer holds. */
export async function tellOfCancellation(tx: Transaction, actor: MemberActor, award: LockedAward): Promise<void> {
  const letters = await tx.awardLetter.findMany({ where: { awardId: award.id }, select: { vendorId: true } });
  const { code, title } = award.rfp;
  const body = `${code} ${title}\nLot ${award.lot.number} ${award.lot.title}\n\nThe award that we wrote to you about is cancelled. You will hear from us again.`;
  for (const { vendorId } of letters) {
    await tellVendor(tx, actor, award, vendorId, { subject: `${code}: award cancelled`, body });
  }
}

async function tellVendor(
  tx: Transaction,
  actor: MemberActor,
  award: LockedAward,
  vendorId: string,
  message: { subject: string; body: string },
): Promise<void> {
  const contacts = await tx.vendorContact.findMany({
    where: { vendorId, organizationId: actor.organizationId, removedAt: null },
    select: { email: true, personId: true },
  });
  for (const { email } of contacts) {
    await queueMail(tx, { organizationId: actor.organizationId, recipient: email, ...message });
  }
  await notify(tx, {
    organizationId: actor.organizationId,
    personIds: contacts.flatMap(({ personId }) => (personId ? [personId] : [])),
    vendorId,
    isMailed: false,
    kind: "award",
    title: message.subject,
    href: `/portal/rfps/${award.rfpId}/result`,
  });
}
