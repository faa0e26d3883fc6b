import "server-only";
import type { OrganizationId } from "@/lib/access/actor";
import { db, type Prisma, type Transaction } from "@/lib/server/database";
import { decimalOf, instantOf } from "@/lib/server/values";
import { evaluateLot, type LotBid, type LotEvaluation, type StoredRules } from "../rules/lot-evaluation";
import { phaseOf } from "./labels";

const personName = { select: { person: { select: { name: true } } } } as const;

const rfpFields = {
  id: true,
  code: true,
  title: true,
  state: true,
  engagementId: true,
  currency: true,
  termMonths: true,
  timeZone: true,
  technicalWeight: true,
  priceWeight: true,
  priceMethod: true,
  priceMinimum: true,
  priceMaximum: true,
  isRelativeToBest: true,
  minimumTechnical: true,
  tieRule: true,
  bidsUntil: true,
  openingAt: true,
  standstillDays: true,
  technicalOpenedAt: true,
  technicalLockedAt: true,
  priceOpenedAt: true,
  version: true,
  rfpLots: { orderBy: { number: "asc" }, select: { id: true, number: true, title: true } },
  rfpCriterions: {
    orderBy: [{ position: "asc" }, { id: "asc" }],
    select: { id: true, name: true, description: true, weight: true },
  },
  rfpEvaluators: {
    orderBy: { id: "asc" },
    select: { memberId: true, declaredAt: true, technicalLockedAt: true, member: personName },
  },
  evaluatorConflicts: {
    orderBy: { declaredAt: "asc" },
    select: {
      memberId: true,
      vendorId: true,
      reason: true,
      member: personName,
      vendor: { select: { legalName: true } },
    },
  },
} satisfies Prisma.RfpSelect;

const bidFields = {
  id: true,
  vendorId: true,
  state: true,
  submittedAt: true,
  rejectionReason: true,
  exceptions: true,
  valueAdded: true,
  technicalScore: true,
  evaluatedPrice: true,
  version: true,
  vendor: { select: { legalName: true, tradingName: true } },
  moderatedScores: { select: { criterionId: true, score: true } },
  explanations: {
    select: {
      id: true,
      state: true,
      finding: true,
      request: true,
      dueAt: true,
      answer: true,
      answeredAt: true,
      decisionReason: true,
      version: true,
    },
  },
} as const;

const setAsideFields = { id: true, setAsideReason: true, vendor: { select: { legalName: true } } } as const;

/** A lot with everything that its evaluation's pages share. Sealed bids are not in it, nor how many there are. */
export async function findLot(organization: OrganizationId, lotId: string, from: Transaction | typeof db = db) {
  const lot = await from.rfpLot.findFirst({
    where: { id: lotId, organizationId: organization, rfp: { state: { notIn: ["draft", "cancelled"] } } },
    select: {
      id: true,
      number: true,
      title: true,
      rfp: { select: rfpFields },
      bids: {
        where: { state: { in: ["opened", "valid", "rejected"] } },
        orderBy: [{ submittedAt: "asc" }, { id: "asc" }],
        select: bidFields,
      },
      awards: { orderBy: { proposedAt: "desc" }, take: 1, select: { id: true, state: true } },
    },
  });
  if (!lot) return null;
  // Nothing is known of sealed bids before the opening; those that could not be opened then are named.
  const setAside = lot.rfp.technicalOpenedAt
    ? await from.bid.findMany({ where: { lotId: lot.id, state: "submitted" }, select: setAsideFields })
    : [];
  const { rfpCriterions, rfpEvaluators, evaluatorConflicts, rfpLots, ...rfp } = lot.rfp;
  const evaluators = rfpEvaluators.map(({ member, declaredAt, technicalLockedAt, ...each }) => ({
    ...each,
    name: member.person.name,
    declaredAt: instantOf(declaredAt),
    lockedAt: instantOf(technicalLockedAt),
  }));
  const dates = {
    bidsUntil: instantOf(rfp.bidsUntil),
    openingAt: instantOf(rfp.openingAt),
    technicalOpenedAt: instantOf(rfp.technicalOpenedAt),
    technicalLockedAt: instantOf(rfp.technicalLockedAt),
    priceOpenedAt: instantOf(rfp.priceOpenedAt),
  };
  return {
    id: lot.id,
    number: lot.number,
    title: lot.title,
    lots: rfpLots,
    award: lot.awards[0] ?? null,
    criteria: rfpCriterions.map((each) => ({ ...each, weight: decimalOf(each.weight) })),
    evaluators,
    conflicts: evaluatorConflicts.map(({ member, vendor, ...conflict }) => ({
      ...conflict,
      member: member.person.name,
      vendor: vendor.legalName,
    })),
    setAside: setAside.map((bid) => ({ id: bid.id, name: bid.vendor.legalName, reason: bid.setAsideReason })),
    bids: lot.bids.map(({ vendor, moderatedScores, explanations, ...bid }) => ({
      ...bid,
      agreedScores: Object.fromEntries(moderatedScores.map((each) => [each.criterionId, decimalOf(each.score)])),
      explanation: toExplanation(explanations[0]),
      name: vendor.tradingName || vendor.legalName,
      legalName: vendor.legalName,
      submittedAt: instantOf(bid.submittedAt),
      technicalScore: decimalOf(bid.technicalScore),
      evaluatedPrice: decimalOf(bid.evaluatedPrice),
    })),
    phase: phaseOf({
      ...dates,
      areScoresLocked: evaluators.length > 0 && evaluators.every((each) => each.lockedAt !== null),
      isAwarded: lot.awards.some((award) => ["approved", "standstill", "final"].includes(award.state)),
    }),
    rfp: {
      ...rfp,
      ...dates,
      technicalWeight: decimalOf(rfp.technicalWeight),
      priceWeight: decimalOf(rfp.priceWeight),
      minimumTechnical: decimalOf(rfp.minimumTechnical),
      priceMinimum: decimalOf(rfp.priceMinimum),
      priceMaximum: decimalOf(rfp.priceMaximum),
    },
  };
}
type StoredExplanation = Prisma.BidGetPayload<{ select: typeof bidFields }>["explanations"][number];

function toExplanation(row: StoredExplanation | undefined) {
  if (!row) return null;
  return { ...row, dueAt: instantOf(row.dueAt), answeredAt: instantOf(row.answeredAt) };
}

export type Lot = NonNullable<Awaited<ReturnType<typeof findLot>>>;

export function rulesOf(rfp: Lot["rfp"]): StoredRules {
  const { technicalWeight, isRelativeToBest, minimumTechnical, priceMethod, priceMinimum, priceMaximum } = rfp;
  return { technicalWeight, isRelativeToBest, minimumTechnical, priceMethod, priceMinimum, priceMaximum };
}

/** The bids that are ranked, as the rule takes them: admitted and with a locked technical score. */
export function lotBidsOf(lot: Lot) {
  return lot.bids.flatMap(({ id, name, state, technicalScore, evaluatedPrice, agreedScores, explanation }): LotBid[] =>
    state === "valid" && technicalScore !== null
      ? [
          {
            id,
            name,
            technical: technicalScore,
            price: evaluatedPrice,
            scores: agreedScores,
            explanation: explanation?.state ?? null,
          },
        ]
      : [],
  );
}

/** The ranking of a lot; null until the prices are open. */
export function rankLot(lot: Lot): LotEvaluation | null {
  return lot.rfp.priceOpenedAt ? evaluateLot(lotBidsOf(lot), rulesOf(lot.rfp), lot.criteria) : null;
}

/** The priced lines of a lot with what each bid asks; a closed price has no rows at all. */
export async function findPriceLines(organization: OrganizationId, lotId: string) {
  const items = await db.rfpPriceItem.findMany({
    where: { lotId, organizationId: organization },
    orderBy: [{ position: "asc" }, { id: "asc" }],
    select: {
      id: true,
      name: true,
      unit: true,
      kind: true,
      quantity: true,
      bidPriceLines: { select: { bidId: true, unitPrice: true, amount: true } },
    },
  });
  return items.map(({ bidPriceLines, ...item }) => ({
    ...item,
    quantity: decimalOf(item.quantity),
    prices: bidPriceLines.map((line) => ({
      bidId: line.bidId,
      unitPrice: decimalOf(line.unitPrice),
      amount: decimalOf(line.amount),
    })),
  }));
}
export type PriceLineRow = Awaited<ReturnType<typeof findPriceLines>>[number];

/** Questions with every opened bid's answer: all, those of one criterion, or those on mandatory requirements. */
export async function findAnswers(
  organization: OrganizationId,
  lot: { id: string; rfp: { id: string } },
  which: { criterionId: string } | "mandatory" | "all",
) {
  const mandatory = { requirement: { priority: "mandatory" as const } };
  const condition = which === "all" ? {} : which === "mandatory" ? mandatory : { criterionId: which.criterionId };
  const rows = await db.rfpQuestion.findMany({
    where: { rfpId: lot.rfp.id, organizationId: organization, ...condition },
    orderBy: [{ position: "asc" }, { id: "asc" }],
    select: {
      id: true,
      section: true,
      text: true,
      kind: true,
      criterionId: true,
      requirement: { select: { code: true, title: true, priority: true } },
      bidAnswers: { where: { bid: { lotId: lot.id } }, select: { bidId: true, answer: true, isMet: true } },
    },
  });
  return rows;
}
export type QuestionAnswers = Awaited<ReturnType<typeof findAnswers>>[number];

/** Vendors that were invited: of whom somebody may not be independent, before it is known who has bid. */
export async function findInvitedVendors(organization: OrganizationId, rfpId: string) {
  const rows = await db.rfpInvitation.findMany({
    where: { organizationId: organization, rfpId, invitedAt: { not: null } },
    orderBy: { vendor: { legalName: "asc" } },
    select: { vendorId: true, vendor: { select: { legalName: true } } },
  });
  return rows.map((row) => ({ vendorId: row.vendorId, name: row.vendor.legalName }));
}
