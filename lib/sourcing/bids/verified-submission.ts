import "server-only";
import { logger } from "@/lib/server/log";
import { BrokenSealError } from "@/lib/server/sealing";
import { hashText, type SubmittedContent, unsealContent, writeCanonicalText } from "./sealed-content";

export type StoredSubmission = {
  number: number;
  receiptHash: string;
  submittedAt: Date;
  sealedTechnical: Uint8Array;
  sealedPrice: Uint8Array;
};

type BidOfSubmission = {
  id: string;
  rfpId: string;
  lotId: string;
  vendorId: string;
  currency: string;
};

/**
 * The content of a submission, and the text that its receipt was made from; null when the seal is broken or the content
 * is not what the receipt says. The price is looked at in memory only: the hash covers both envelopes.
 */
export function openSubmission(
  bid: BidOfSubmission,
  submission: StoredSubmission,
): { content: SubmittedContent; canonical: string } | null {
  try {
    const content = unsealContent(bid.id, submission.number, submission);
    const canonical = writeCanonicalText(content, {
      rfp: bid.rfpId,
      lot: bid.lotId,
      vendor: bid.vendorId,
      number: submission.number,
      submittedAt: submission.submittedAt,
      currency: bid.currency,
    });
    return hashText(canonical) === submission.receiptHash ? { content, canonical } : null;
  } catch (error) {
    if (!(error instanceof BrokenSealError)) throw error;
    logger.error({ bidId: bid.id }, "A sealed bid does not open");
    return null;
  }
}
