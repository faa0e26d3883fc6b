/** What the audit chain says of a bid, in the order in which it happened. */
export type ChainEvent = {
  bidId: string;
  action: "submit" | "withdraw";
  number: number;
  receiptNumber: string | null;
  receiptHash: string | null;
  bidder: string;
};

/** A bid as it stands in the tables: the submission that is not withdrawn, or null for none. */
export type StoredBid = {
  bidId: string;
  bidder: string;
  isSubmitted: boolean;
  standing: { number: number; receiptHash: string } | null;
};

export type ChainFinding = { bidId: string; bidder: string; problem: string };

/**
 * Compares the bids that are about to be opened with what the chain says was submitted and not withdrawn. Each
 * difference is a bid that somebody hid, deleted, set back, exchanged or put in behind the app's back.
 */
export function compareWithChain(events: readonly ChainEvent[], stored: readonly StoredBid[]): ChainFinding[] {
  const standing = new Map<string, ChainEvent>();
  for (const event of events) {
    if (event.action === "submit") standing.set(event.bidId, event);
    else standing.delete(event.bidId);
  }
  const findings: ChainFinding[] = [];
  for (const [bidId, event] of standing) {
    const bid = stored.find((each) => each.bidId === bidId);
    const receipt = event.receiptNumber ? ` (receipt ${event.receiptNumber})` : "";
    const problem = problemOf(event, bid, receipt);
    if (problem) findings.push({ bidId, bidder: bid?.bidder ?? event.bidder, problem });
  }
  for (const bid of stored) {
    if (bid.isSubmitted && !standing.has(bid.bidId)) {
      const problem = "stands as submitted, and the audit chain knows no submission that was not withdrawn";
      findings.push({ bidId: bid.bidId, bidder: bid.bidder, problem });
    }
  }
  return findings;
}

function problemOf(event: ChainEvent, bid: StoredBid | undefined, receipt: string): string | null {
  if (!bid) return `was submitted and not withdrawn${receipt}, and is not there any more`;
  if (!bid.isSubmitted || bid.standing === null)
    return `was submitted and not withdrawn${receipt}, and does not stand as submitted any more`;
  if (bid.standing.number !== event.number || bid.standing.receiptHash !== event.receiptHash)
    return `is not the submission that the audit chain holds${receipt}`;
  return null;
}
