import { formatInstant } from "@/lib/shared/format";

export type MinutesBid = {
  lot: number;
  vendor: string;
  submittedAt: string;
  receiptNumber: string;
  receiptHash: string;
  price?: string | null;
  closedBecause?: string | null;
};

export type MinutesFacts = {
  rfp: { code: string; title: string; timeZone: string; bidsUntil: string | null };
  envelope: "technical" | "price";
  /** Of bids that were set aside when the others were opened. */
  isLate: boolean;
  openedAt: string;
  firstOpener: string;
  secondOpener: string;
  bids: MinutesBid[];
  /** What did not fit, each in a sentence, and what was decided about it. */
  findings: string[];
  decision: string | null;
};

/** The minutes of an opening: plain text, in the RFP's time zone. */
export function writeMinutes(facts: MinutesFacts): string {
  const { rfp, envelope, bids } = facts;
  const reader = { locale: "en-GB", timeZone: rfp.timeZone };
  const at = (instant: string) => `${formatInstant(instant, reader)} (${instant})`;
  const lines = [
    `Minutes of the ${facts.isLate ? "later " : ""}opening of the ${envelope} envelopes`,
    `${rfp.code} ${rfp.title}`,
    "",
    `Deadline: ${rfp.bidsUntil ? at(rfp.bidsUntil) : "none"}`,
    `Opened: ${at(facts.openedAt)}, times in ${rfp.timeZone}`,
    `Opened together by ${facts.firstOpener} and ${facts.secondOpener}.`,
    "",
  ];
  const opened = bids.filter((bid) => !bid.closedBecause);
  lines.push(opened.length === 1 ? "1 envelope was opened." : `${opened.length} envelopes were opened.`);
  lines.push(
    facts.findings.length === 0
      ? "Compared with the audit chain: every bid that was submitted and not withdrawn is here, and no other."
      : "Compared with the audit chain and the receipts, this did not fit:",
    ...facts.findings.map((finding) => `  ${finding}`),
  );
  if (facts.decision) lines.push(`Decision: ${facts.decision}`);
  for (const bid of bids) {
    lines.push("", `Lot ${bid.lot}: ${bid.vendor}`);
    if (bid.closedBecause) {
      lines.push(`  Not opened: ${bid.closedBecause}`);
      continue;
    }
    lines.push(`  Submitted ${at(bid.submittedAt)}, receipt ${bid.receiptNumber}`);
    lines.push(`  SHA-256 ${bid.receiptHash}: computed anew from the content, equal.`);
    if (bid.price) lines.push(`  Evaluated price ${bid.price}`);
  }
  return lines.join("\n");
}
