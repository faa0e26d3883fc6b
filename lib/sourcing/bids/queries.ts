import "server-only";
import type { OrganizationId } from "@/lib/access/actor";
import { db } from "@/lib/server/database";
import { decimalOf, instantOf } from "@/lib/server/values";
import { d } from "@/lib/shared/decimal";
import { toMoney } from "@/lib/shared/money";

/** The states in which there is something that the client's side may read. */
export const OPENED_STATES = ["opened", "valid", "rejected"] as const;

const openedFields = {
  id: true,
  rfpId: true,
  lotId: true,
  vendorId: true,
  state: true,
  submittedAt: true,
  openedAt: true,
  rejectionReason: true,
  exceptions: true,
  valueAdded: true,
  technicalScore: true,
  evaluatedPrice: true,
  version: true,
  vendor: { select: { legalName: true } },
  rfp: { select: { currency: true } },
  bidAnswers: {
    orderBy: { question: { position: "asc" } },
    select: {
      questionId: true,
      answer: true,
      isMet: true,
      question: { select: { section: true, text: true, requirement: { select: { priority: true } } } },
    },
  },
  bidPriceLines: {
    orderBy: { item: { position: "asc" } },
    select: { itemId: true, unitPrice: true, amount: true, item: { select: { name: true } } },
  },
} as const;

function readBids(where: { id: string } | { rfpId: string }, organizationId: OrganizationId) {
  return db.bid.findMany({
    where: { ...where, organizationId, state: { in: [...OPENED_STATES] } },
    orderBy: [{ submittedAt: "asc" }, { id: "asc" }],
    take: 200,
    select: openedFields,
  });
}

/** An opened bid, whole; a sealed one is not there for anybody on the client's side. */
export async function findOpenedBid(organization: OrganizationId, id: string) {
  const bid = (await readBids({ id }, organization))[0];
  return bid ? toView(bid) : null;
}

export type OpenedBid = NonNullable<Awaited<ReturnType<typeof findOpenedBid>>>;

export async function findOpenedBids(organization: OrganizationId, rfpId: string) {
  return (await readBids({ rfpId }, organization)).map(toView);
}

function toView(bid: Awaited<ReturnType<typeof readBids>>[number]) {
  const { vendor, rfp, bidAnswers, bidPriceLines, evaluatedPrice, ...fields } = bid;
  return {
    ...fields,
    vendor: vendor.legalName,
    submittedAt: instantOf(bid.submittedAt),
    openedAt: instantOf(bid.openedAt),
    technicalScore: decimalOf(bid.technicalScore),
    evaluatedPrice: evaluatedPrice && toMoney(d(evaluatedPrice.toFixed()), rfp.currency),
    answers: bidAnswers.map(({ question, ...answer }) => ({
      ...answer,
      section: question.section,
      question: question.text,
      isMandatoryRequirement: question.requirement?.priority === "mandatory",
    })),
    priceLines: bidPriceLines.map(({ item, ...line }) => ({
      itemId: line.itemId,
      item: item.name,
      unitPrice: decimalOf(line.unitPrice),
      amount: decimalOf(line.amount),
    })),
  };
}

export async function findOpenings(organization: OrganizationId, rfpId: string) {
  const name = { select: { person: { select: { name: true } } } } as const;
  const rows = await db.envelopeOpening.findMany({
    where: { rfpId, organizationId: organization },
    orderBy: { firstAt: "asc" },
    select: {
      id: true,
      rfpId: true,
      envelope: true,
      firstOpenerId: true,
      firstAt: true,
      secondAt: true,
      minutes: true,
      decision: true,
      firstOpener: name,
      secondOpener: name,
    },
  });
  return rows.map(({ firstOpener, secondOpener, ...row }) => ({
    ...row,
    firstOpener: firstOpener.person.name,
    firstAt: instantOf(row.firstAt),
    secondOpener: secondOpener?.person.name ?? null,
    secondAt: instantOf(row.secondAt),
  }));
}
export type OpeningRow = Awaited<ReturnType<typeof findOpenings>>[number];
