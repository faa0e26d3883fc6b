import "server-only";
import { createHash, randomBytes } from "node:crypto";
import { type Seal, sealText, unsealText } from "@/lib/server/sealing";
import { type BidContent, canonicalBid } from "../rules/canonical-bid";
import type { DraftContent } from "./schema";

type Technical = Pick<DraftContent, "answers" | "exceptions" | "valueAdded">;
/** Quantities are those of the moment: an amendment may change them later, and the receipt must still be right. */
type Price = Pick<DraftContent, "prices"> & { quantities: Record<string, string>; nonce: string };
export type SealedContent = { sealedTechnical: Uint8Array<ArrayBuffer>; sealedPrice: Uint8Array<ArrayBuffer> };
export type SubmittedContent = Technical & Price;

const EMPTY: DraftContent = { answers: [], exceptions: "", valueAdded: "", prices: [] };

type Sealed = { sealedTechnical: Uint8Array | null; sealedPrice: Uint8Array | null };

export function sealContent(bidId: string, submission: Seal["submission"], content: SubmittedContent): SealedContent {
  const { answers, exceptions, valueAdded, prices, quantities, nonce } = content;
  const technical: Technical = { answers, exceptions, valueAdded };
  const price: Price = { prices, quantities, nonce };
  return {
    sealedTechnical: sealText(JSON.stringify(technical), { bidId, envelope: "technical", submission }),
    sealedPrice: sealText(JSON.stringify(price), { bidId, envelope: "price", submission }),
  };
}

export function sealDraft(bidId: string, content: DraftContent): SealedContent {
  return sealContent(bidId, "draft", { ...content, quantities: {}, nonce: "" });
}

export function unsealContent(bidId: string, submission: Seal["submission"], sealed: Sealed): SubmittedContent {
  if (!sealed.sealedTechnical || !sealed.sealedPrice) return { ...EMPTY, quantities: {}, nonce: "" };
  const technical = unsealText(sealed.sealedTechnical, { bidId, envelope: "technical", submission });
  const price = unsealText(sealed.sealedPrice, { bidId, envelope: "price", submission });
  // Sealed by us and authenticated: the shape is the one that was written.
  return { ...(JSON.parse(technical) as Technical), ...(JSON.parse(price) as Price) };
}

export function makeNonce(): string {
  return randomBytes(16).toString("hex");
}

export type Submission = {
  rfp: string;
  lot: string;
  vendor: string;
  number: number;
  submittedAt: Date;
  currency: string;
};

/** The text whose SHA-256 stands on the receipt. */
export function writeCanonicalText(content: SubmittedContent, submission: Submission): string {
  const bid: BidContent = {
    rfp: submission.rfp,
    lot: submission.lot,
    vendor: submission.vendor,
    submission: submission.number,
    submittedAt: submission.submittedAt.toISOString(),
    currency: submission.currency,
    answers: content.answers.map(({ questionId, text }) => ({ question: questionId, text, attachments: [] })),
    offers: content.valueAdded === "" ? [] : [content.valueAdded],
    exceptions: content.exceptions === "" ? [] : [content.exceptions],
    prices: content.prices.map(({ itemId, unitPrice }) => ({
      line: itemId,
      quantity: content.quantities[itemId] ?? "",
      unitPrice,
    })),
    nonce: content.nonce,
  };
  return canonicalBid(bid);
}

export function hashText(text: string): string {
  return createHash("sha256").update(text, "utf8").digest("hex");
}
