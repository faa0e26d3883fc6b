import "server-only";
import type { VendorActor } from "@/lib/access/actor";
import { db } from "@/lib/server/database";
import { instantOf } from "@/lib/server/values";
import { completenessOf, findAsked } from "./asked";
import { unsealContent } from "./sealed-content";
import { openSubmission } from "./verified-submission";

function own(actor: VendorActor) {
  return { organizationId: actor.organizationId, vendorId: actor.vendorId };
}

const bidFields = {
  id: true,
  rfpId: true,
  lotId: true,
  state: true,
  completeness: true,
  submissions: true,
  submittedAt: true,
  version: true,
  lot: { select: { number: true, title: true } },
} as const;

/** The own bids for an RFP, one per lot that was begun. */
export async function findOwnBids(actor: VendorActor, rfpId: string) {
  const rows = await db.bid.findMany({
    where: { ...own(actor), rfpId },
    orderBy: { lot: { number: "asc" } },
    select: bidFields,
  });
  return rows.map(({ lot, ...bid }) => ({
    ...bid,
    lot: `Lot ${lot.number} ${lot.title}`,
    submittedAt: instantOf(bid.submittedAt),
  }));
}

/** The own bid with its draft, for the form; the only place besides the opening where a draft is unsealed. */
export async function findOwnBid(actor: VendorActor, id: string) {
  const bid = await db.bid.findFirst({
    where: { ...own(actor), id },
    select: {
      ...bidFields,
      sealedTechnical: true,
      sealedPrice: true,
      rfp: { select: { currency: true, termMonths: true } },
    },
  });
  if (!bid) return null;
  const asked = await findAsked(bid.rfpId, bid.lotId);
  const { sealedTechnical, sealedPrice, lot, rfp, ...fields } = bid;
  const { nonce: _, quantities: __, ...content } = unsealContent(bid.id, "draft", { sealedTechnical, sealedPrice });
  return {
    ...fields,
    lot: `Lot ${lot.number} ${lot.title}`,
    submittedAt: instantOf(bid.submittedAt),
    currency: rfp.currency,
    termMonths: rfp.termMonths,
    content,
    asked,
    problems: completenessOf(asked, content).problems,
  };
}
export type OwnBidForm = NonNullable<Awaited<ReturnType<typeof findOwnBid>>>;

const receiptFields = {
  bidId: true,
  number: true,
  receiptNumber: true,
  receiptHash: true,
  submittedAt: true,
  withdrawnAt: true,
  submittedBy: { select: { name: true } },
} as const;

export async function findReceipts(actor: VendorActor, bidId: string) {
  const rows = await db.bidSubmission.findMany({
    where: { organizationId: actor.organizationId, bid: { id: bidId, vendorId: actor.vendorId } },
    orderBy: { number: "desc" },
    select: receiptFields,
  });
  return rows.map(({ submittedBy, ...receipt }) => ({
    ...receipt,
    submittedBy: submittedBy.name,
    submittedAt: instantOf(receipt.submittedAt),
    withdrawnAt: instantOf(receipt.withdrawnAt),
  }));
}
export type ReceiptRow = Awaited<ReturnType<typeof findReceipts>>[number];

/** The text that the receipt's hash was made from, for the bidder to keep and to check. */
export async function findReceiptText(actor: VendorActor, bidId: string, number: number): Promise<string | null> {
  const submission = await db.bidSubmission.findFirst({
    where: { organizationId: actor.organizationId, number, bid: { id: bidId, vendorId: actor.vendorId } },
    select: {
      number: true,
      receiptHash: true,
      submittedAt: true,
      sealedTechnical: true,
      sealedPrice: true,
      bid: { select: { id: true, rfpId: true, lotId: true, vendorId: true, rfp: { select: { currency: true } } } },
    },
  });
  if (!submission) return null;
  const { bid } = submission;
  return openSubmission({ ...bid, currency: bid.rfp.currency }, submission)?.canonical ?? null;
}
