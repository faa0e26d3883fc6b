import "server-only";
import type { Transaction } from "@/lib/server/database";
import { findAsked } from "./asked";
import type { OpeningFinding } from "./chain-check";
import type { MinutesBid } from "./minutes";
import type { OpeningRfp } from "./opening-rfp";
import { openSubmission } from "./verified-submission";

const submissionFields = {
  number: true,
  receiptNumber: true,
  receiptHash: true,
  submittedAt: true,
  sealedTechnical: true,
  sealedPrice: true,
} as const;

/** The submitted bids of an RFP in the order of lots and submission; drafts and withdrawn bids are never looked at. */
export function findSubmitted(
  tx: Transaction,
  rfpId: string,
  states: ("submitted" | "valid" | "opened" | "rejected")[],
) {
  return tx.bid.findMany({
    where: { rfpId, state: { in: states } },
    orderBy: [{ lot: { number: "asc" } }, { submittedAt: "asc" }, { id: "asc" }],
    select: {
      id: true,
      rfpId: true,
      lotId: true,
      vendorId: true,
      state: true,
      technicalScore: true,
      rejectionReason: true,
      lot: { select: { number: true } },
      vendor: { select: { legalName: true } },
      bidSubmissions: {
        where: { withdrawnAt: null },
        orderBy: { number: "desc" },
        take: 1,
        select: submissionFields,
      },
    },
  });
}

export const BROKEN_SEAL = "is sealed, and does not match its receipt";

/** What an opening brought to light: the lines of its minutes, and the bids that stay closed because they do not fit. */
export type Opened = { lines: MinutesBid[]; misfits: OpeningFinding[] };

type SubmittedBid = Awaited<ReturnType<typeof findSubmitted>>[number];

export function misfitOf(bid: SubmittedBid, problem: string): OpeningFinding {
  return { bidId: bid.id, vendorId: bid.vendorId, bidder: bid.vendor.legalName, problem };
}

/**
 * Unseals the technical envelopes into answers. A bid that does not fit its receipt or the audit chain (`barred`, by id)
 * stays sealed and does not hold up the others.
 */
export async function openTechnicalEnvelopes(
  tx: Transaction,
  rfp: OpeningRfp,
  now: Date,
  barred: ReadonlySet<string | null>,
): Promise<Opened> {
  const lines: MinutesBid[] = [];
  const misfits: OpeningFinding[] = [];
  for (const bid of await findSubmitted(tx, rfp.id, ["submitted"])) {
    if (barred.has(bid.id)) continue;
    const asked = await findAsked(rfp.id, bid.lotId, tx);
    const submission = bid.bidSubmissions[0];
    const opened = submission && openSubmission({ ...bid, currency: rfp.currency }, submission);
    if (!opened) {
      misfits.push(misfitOf(bid, BROKEN_SEAL));
      continue;
    }
    const answers = new Map(opened.content.answers.map(({ questionId, text }) => [questionId, text]));
    await tx.bidAnswer.createMany({
      data: asked.questions.map(({ id, kind, requirement }) => {
        const answer = answers.get(id) ?? "";
        const isDecided = requirement?.priority === "mandatory" && kind === "yesNo" && answer !== "";
        return { bidId: bid.id, questionId: id, answer, isMet: isDecided ? answer === "yes" : null };
      }),
    });
    const { exceptions, valueAdded } = opened.content;
    await tx.bid.update({
      where: { id: bid.id },
      data: { state: "opened", openedAt: now, setAsideReason: null, exceptions, valueAdded, version: { increment: 1 } },
    });
    lines.push({
      lot: bid.lot.number,
      vendor: bid.vendor.legalName,
      submittedAt: submission.submittedAt.toISOString(),
      receiptNumber: submission.receiptNumber,
      receiptHash: submission.receiptHash,
    });
  }
  return { lines, misfits };
}

/** Writes down at the bids themselves why they stayed closed. */
export async function setAside(tx: Transaction, misfits: OpeningFinding[], reason: string): Promise<void> {
  for (const { bidId } of misfits) {
    if (bidId === null) continue;
    await tx.bid.updateMany({
      where: { id: bidId, state: "submitted" },
      data: { setAsideReason: reason, version: { increment: 1 } },
    });
  }
}
