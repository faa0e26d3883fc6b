import { writeCanonical } from "@/lib/shared/canonical-json";

export type BidContent = {
  rfp: string;
  lot: string;
  vendor: string;
  /** Counts the submissions of this bid, so that two equal contents still have different receipts. */
  submission: number;
  submittedAt: string;
  currency: string;
  answers: { question: string; text: string; attachments: { name: string; sha256: string }[] }[];
  offers: string[];
  exceptions: string[];
  prices: { line: string; quantity: string; unitPrice: string }[];
  /** Random text known to the bidder alone: without it a price could be guessed from the hash, which is no secret. */
  nonce?: string;
};

/** Brings rows into an order of their own, so that the order in which the database returned them does not matter. */
function ordered<T>(rows: T[]): T[] {
  return [...rows].sort((a, b) => (writeCanonical(a) < writeCanonical(b) ? -1 : 1));
}

/**
 * The text of a submitted bid that is hashed for its seal and its receipt. The same content gives the same text on
 * every machine and in any order of rows; any change of content, instant or submission number gives another. The
 * first line names the format, so that a later one can live beside it.
 */
export function canonicalBid(bid: BidContent): string {
  const content = {
    ...bid,
    answers: ordered(bid.answers.map((answer) => ({ ...answer, attachments: ordered(answer.attachments) }))),
    offers: ordered(bid.offers),
    exceptions: ordered(bid.exceptions),
    prices: ordered(bid.prices),
  };
  return `steward-bid-1\n${writeCanonical(content)}`;
}
