import "server-only";
import type { VendorActor } from "@/lib/access/actor";
import { databaseNow } from "@/lib/server/clock";
import { db } from "@/lib/server/database";
import { decimalOf, instantOf } from "@/lib/server/values";

/** Everything here is bound to the vendor's own invitation: without one the RFP does not exist for them. */
function ownInvitation(actor: VendorActor) {
  return {
    organizationId: actor.organizationId,
    vendorId: actor.vendorId,
    invitedAt: { not: null },
    rfp: { state: { not: "draft" as const } },
  };
}

const headFields = {
  id: true,
  state: true,
  declineReason: true,
  version: true,
  rfp: {
    select: {
      id: true,
      code: true,
      title: true,
      state: true,
      timeZone: true,
      questionsUntil: true,
      answersUntil: true,
      bidsUntil: true,
      openingAt: true,
      endedReason: true,
    },
  },
} as const;

export async function findInvitations(actor: VendorActor) {
  const rows = await db.rfpInvitation.findMany({
    where: ownInvitation(actor),
    orderBy: [{ invitedAt: "desc" }, { id: "desc" }],
    take: 200,
    select: {
      ...headFields,
      rfp: {
        select: {
          ...headFields.rfp.select,
          bids: { where: { vendorId: actor.vendorId }, select: { state: true, completeness: true } },
          priceExplanations: {
            where: { bid: { vendorId: actor.vendorId }, state: "requested" },
            select: { dueAt: true },
          },
          awards: {
            where: { awardLetters: { some: { vendorId: actor.vendorId } } },
            select: { awardLetters: { where: { vendorId: actor.vendorId }, select: { kind: true } } },
          },
        },
      },
    },
  });
  return rows.map(({ rfp, ...invitation }) => ({
    ...invitation,
    rfp: {
      ...rfp,
      questionsUntil: instantOf(rfp.questionsUntil),
      answersUntil: instantOf(rfp.answersUntil),
      bidsUntil: instantOf(rfp.bidsUntil),
      openingAt: instantOf(rfp.openingAt),
    },
    bids: rfp.bids,
    explanationDueAt: instantOf(rfp.priceExplanations[0]?.dueAt ?? null),
    letters: rfp.awards.flatMap((award) => award.awardLetters.map((letter) => letter.kind)),
  }));
}

/** The invitation with what every page of the RFP shows, and the server's clock. */
export async function findInvitationTo(actor: VendorActor, rfpId: string) {
  const row = await db.rfpInvitation.findFirst({ where: { ...ownInvitation(actor), rfpId }, select: headFields });
  if (!row) return null;
  const { rfp, ...invitation } = row;
  return {
    ...invitation,
    now: (await databaseNow()).toISOString(),
    rfp: {
      ...rfp,
      questionsUntil: instantOf(rfp.questionsUntil),
      answersUntil: instantOf(rfp.answersUntil),
      bidsUntil: instantOf(rfp.bidsUntil),
      openingAt: instantOf(rfp.openingAt),
    },
  };
}
export type PortalInvitation = NonNullable<Awaited<ReturnType<typeof findInvitationTo>>>;

/** The document: what is asked for, how it is evaluated, and what has been amended. */
export async function findRfpDocument(actor: VendorActor, rfpId: string) {
  const rfp = await db.rfp.findFirst({
    where: { id: rfpId, organizationId: actor.organizationId, rfpInvitations: { some: ownInvitation(actor) } },
    select: {
      description: true,
      currency: true,
      termMonths: true,
      technicalWeight: true,
      priceWeight: true,
      priceMethod: true,
      priceMinimum: true,
      priceMaximum: true,
      minimumTechnical: true,
      tieRule: true,
      standstillDays: true,
      rfpLots: { orderBy: { number: "asc" }, select: { id: true, number: true, title: true, description: true } },
      rfpCriterions: {
        orderBy: [{ position: "asc" }, { id: "asc" }],
        select: { id: true, name: true, description: true, weight: true },
      },
      rfpAmendments: { orderBy: { number: "desc" }, select: { number: true, summary: true, publishedAt: true } },
      scope: {
        select: {
          inScope: true,
          outOfScope: true,
          retainedResponsibilities: true,
          requirements: {
            orderBy: [{ position: "asc" }, { id: "asc" }],
            select: { id: true, code: true, section: true, priority: true, title: true, description: true },
          },
          deliverables: { orderBy: { position: "asc" }, select: { id: true, name: true, description: true } },
          responsibilities: {
            orderBy: { position: "asc" },
            select: { id: true, activity: true, client: true, vendor: true },
          },
          proposedServiceLevels: {
            orderBy: { position: "asc" },
            select: { id: true, name: true, unit: true, direction: true, expected: true, minimum: true },
          },
        },
      },
    },
  });
  if (!rfp) return null;
  const { scope } = rfp;
  return {
    ...rfp,
    technicalWeight: decimalOf(rfp.technicalWeight),
    priceWeight: decimalOf(rfp.priceWeight),
    priceMinimum: decimalOf(rfp.priceMinimum),
    priceMaximum: decimalOf(rfp.priceMaximum),
    minimumTechnical: decimalOf(rfp.minimumTechnical),
    rfpCriterions: rfp.rfpCriterions.map((each) => ({ ...each, weight: decimalOf(each.weight) })),
    rfpAmendments: rfp.rfpAmendments.map((each) => ({ ...each, publishedAt: instantOf(each.publishedAt) })),
    scope: {
      ...scope,
      proposedServiceLevels: scope.proposedServiceLevels.map((level) => ({
        ...level,
        expected: decimalOf(level.expected),
        minimum: decimalOf(level.minimum),
      })),
    },
  };
}
export type RfpDocument = NonNullable<Awaited<ReturnType<typeof findRfpDocument>>>;

/** Answers to all without the asker's name; own questions with whatever was answered to them. */
export async function findClarifications(actor: VendorActor, rfpId: string) {
  const rows = await db.clarification.findMany({
    where: {
      rfpId,
      organizationId: actor.organizationId,
      rfp: { rfpInvitations: { some: ownInvitation(actor) } },
      OR: [{ vendorId: actor.vendorId }, { visibility: "everyone", answeredAt: { not: null } }],
    },
    // Not by when they were asked, which could point at the asker.
    orderBy: [{ answeredAt: { sort: "asc", nulls: "first" } }, { id: "asc" }],
    select: {
      id: true,
      vendorId: true,
      question: true,
      publishedQuestion: true,
      askedAt: true,
      answer: true,
      answeredAt: true,
      lateReason: true,
      visibility: true,
    },
  });
  return rows.map(({ vendorId, visibility, askedAt, answeredAt, answer, question, publishedQuestion, ...row }) => ({
    ...row,
    // Whoever asked reads the own words; all others what went out to all.
    question: vendorId === actor.vendorId ? question : (publishedQuestion ?? question),
    publishedQuestion: vendorId === actor.vendorId ? publishedQuestion : null,
    isOwn: vendorId === actor.vendorId,
    // A time of asking could point at the asker: for others' questions the time of the answer is enough.
    askedAt: instantOf(vendorId === actor.vendorId ? askedAt : (answeredAt ?? askedAt)),
    answer: answeredAt ? answer : null,
    answeredAt: instantOf(answeredAt),
    isPrivate: visibility === "asker",
  }));
}
export type PortalClarification = Awaited<ReturnType<typeof findClarifications>>[number];
