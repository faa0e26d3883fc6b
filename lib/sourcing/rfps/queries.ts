import "server-only";
import type { OrganizationId } from "@/lib/access/actor";
import { databaseNow } from "@/lib/server/clock";
import { db, type Prisma, type Transaction } from "@/lib/server/database";
import { decimalOf, instantOf } from "@/lib/server/values";
import { isInvitable } from "@/lib/vendors/rules/status";
import { inOutlineOrder } from "../scope/rules";
import { type Check, publishChecks, rfpStateAt } from "./rules";
import type { AmendmentView, RfpView } from "./schema";

type Reading = Transaction | typeof db;
const byPosition = { orderBy: { position: "asc" } } as const;

export const questionFields = {
  id: true,
  rfpId: true,
  section: true,
  position: true,
  text: true,
  kind: true,
  choices: true,
  isMandatory: true,
  criterionId: true,
  requirement: { select: { id: true, code: true, title: true } },
  version: true,
} as const;

const rfpFields = {
  id: true,
  code: true,
  title: true,
  description: true,
  state: true,
  currency: true,
  termMonths: true,
  technicalWeight: true,
  priceWeight: true,
  priceMethod: true,
  priceMinimum: true,
  priceMaximum: true,
  isRelativeToBest: true,
  minimumTechnical: true,
  tieRule: true,
  timeZone: true,
  questionsUntil: true,
  answersUntil: true,
  bidsUntil: true,
  openingAt: true,
  standstillDays: true,
  publishedAt: true,
  closedAt: true,
  endedReason: true,
  version: true,
  engagement: { select: { id: true, code: true, name: true, stage: true } },
  scope: { select: { id: true, revision: true, state: true } },
  owner: { select: { id: true, person: { select: { name: true } } } },
  rfpLots: {
    orderBy: { number: "asc" },
    select: {
      id: true,
      number: true,
      title: true,
      description: true,
      rfpPriceItems: { ...byPosition, select: { id: true, name: true, unit: true, kind: true, quantity: true } },
    },
  },
  rfpCriterions: { ...byPosition, select: { id: true, name: true, description: true, weight: true } },
  rfpQuestions: { select: questionFields },
  rfpEvaluators: {
    orderBy: { id: "asc" },
    select: { id: true, memberId: true, member: { select: { person: { select: { name: true } } } } },
  },
  rfpInvitations: {
    orderBy: { vendor: { legalName: "asc" } },
    select: {
      id: true,
      state: true,
      invitedAt: true,
      viewedAt: true,
      decidedAt: true,
      declineReason: true,
      vendor: {
        select: {
          id: true,
          code: true,
          legalName: true,
          status: true,
          _count: { select: { vendorContacts: { where: { removedAt: null } } } },
        },
      },
    },
  },
  rfpAmendments: {
    orderBy: { number: "desc" },
    select: {
      id: true,
      number: true,
      summary: true,
      changes: true,
      publishedAt: true,
      publishedBy: { select: { person: { select: { name: true } } } },
    },
  },
} satisfies Prisma.RfpSelect;

/** One RFP with everything in it, its state as of the database's clock. */
export async function findRfp(organizationId: OrganizationId, id: string, from: Reading = db): Promise<RfpView | null> {
  const row = await from.rfp.findFirst({ where: { id, organizationId }, select: rfpFields });
  if (!row) return null;
  const now = (await databaseNow(from)).toISOString();
  const clarifications = await from.clarification.count({ where: { rfpId: id } });
  const openClarifications = await from.clarification.count({ where: { rfpId: id, answeredAt: null } });
  const { rfpLots, rfpCriterions, rfpQuestions, rfpEvaluators, rfpInvitations, rfpAmendments, ...rfp } = row;
  return {
    ...rfp,
    state: rfpStateAt(rfp.state, instantOf(rfp.bidsUntil), now),
    owner: { id: rfp.owner.id, name: rfp.owner.person.name },
    technicalWeight: decimalOf(rfp.technicalWeight),
    priceWeight: decimalOf(rfp.priceWeight),
    priceMinimum: decimalOf(rfp.priceMinimum),
    priceMaximum: decimalOf(rfp.priceMaximum),
    minimumTechnical: decimalOf(rfp.minimumTechnical),
    questionsUntil: instantOf(rfp.questionsUntil),
    answersUntil: instantOf(rfp.answersUntil),
    bidsUntil: instantOf(rfp.bidsUntil),
    openingAt: instantOf(rfp.openingAt),
    publishedAt: instantOf(rfp.publishedAt),
    closedAt: instantOf(rfp.closedAt),
    lots: rfpLots.map(({ rfpPriceItems, ...lot }) => ({
      ...lot,
      items: rfpPriceItems.map((item) => ({ ...item, quantity: decimalOf(item.quantity) })),
    })),
    criteria: rfpCriterions.map((criterion) => ({ ...criterion, weight: decimalOf(criterion.weight) })),
    questions: inOutlineOrder(rfpQuestions),
    evaluators: rfpEvaluators.map(({ id: key, memberId, member }) => ({ id: key, memberId, name: member.person.name })),
    invitations: rfpInvitations.map(({ vendor, ...invitation }) => ({
      ...invitation,
      invitedAt: instantOf(invitation.invitedAt),
      viewedAt: instantOf(invitation.viewedAt),
      decidedAt: instantOf(invitation.decidedAt),
      vendor: { id: vendor.id, code: vendor.code, name: vendor.legalName, status: vendor.status },
      contacts: vendor._count.vendorContacts,
    })),
    amendments: rfpAmendments.map(({ publishedBy, publishedAt, changes, ...amendment }) => ({
      ...amendment,
      changes: changes as AmendmentView["changes"],
      publishedBy: publishedBy.person.name,
      publishedAt: instantOf(publishedAt),
    })),
    clarifications,
    openClarifications,
    now,
  };
}

/** What stands between a draft and its publication. */
export async function listPublishChecks(rfp: RfpView, from: Reading = db): Promise<Check[]> {
  const scopeId = rfp.scope.id;
  const requirements = await from.requirement.count({ where: { scopeId } });
  const requirementsWithoutPriority = await from.requirement.count({ where: { scopeId, priority: null } });
  return publishChecks({
    stage: rfp.engagement.stage,
    requirements,
    requirementsWithoutPriority,
    criteria: rfp.criteria.map((criterion) => ({
      ...criterion,
      questions: rfp.questions.filter((question) => question.criterionId === criterion.id).length,
    })),
    questions: rfp.questions.length,
    lots: rfp.lots.map((lot) => ({ ...lot, items: lot.items.length })),
    price: { method: rfp.priceMethod, minimum: rfp.priceMinimum, maximum: rfp.priceMaximum },
    evaluators: rfp.evaluators.length,
    vendors: rfp.invitations.map(({ vendor, contacts }) => ({
      name: vendor.name,
      isInvitable: isInvitable(vendor.status as Parameters<typeof isInvitable>[0]),
      contacts,
    })),
    timetable: rfp,
    now: rfp.now,
  });
}

/** Engagements that an RFP can be made for: in the right stage, with a scope and without a live RFP. */
export function listEngagementsForRfp(organizationId: OrganizationId) {
  return db.engagement.findMany({
    where: {
      organizationId,
      stage: { in: ["scope", "source"] },
      scopeOfWorks: { some: {} },
      rfps: { none: { state: { in: ["draft", "published", "closed", "evaluation", "awarded"] } } },
    },
    orderBy: { code: "asc" },
    take: 200,
    select: { id: true, code: true, name: true },
  });
}

/** Vendors that may still be invited to this RFP. */
export function listInvitableVendors(organizationId: OrganizationId, rfpId: string) {
  return db.vendor.findMany({
    where: {
      organizationId,
      status: { notIn: ["suspended", "retired"] },
      rfpInvitations: { none: { rfpId } },
    },
    orderBy: { legalName: "asc" },
    take: 500,
    select: { id: true, code: true, legalName: true, status: true },
  });
}

/** Members who may score and are not yet evaluators of this RFP. */
export async function listPossibleEvaluators(organizationId: OrganizationId, rfpId: string) {
  const rows = await db.member.findMany({
    where: {
      organizationId,
      state: "active",
      roles: { hasSome: ["procurement", "operations", "finance"] },
      rfpEvaluators: { none: { rfpId } },
    },
    orderBy: { person: { name: "asc" } },
    take: 500,
    select: { id: true, person: { select: { name: true } } },
  });
  return rows.map((row) => ({ id: row.id, name: row.person.name }));
}
