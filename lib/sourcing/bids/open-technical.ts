import "server-only";
import type { Transaction } from "@/lib/server/database";
import { done, type Outcome, refuse } from "@/lib/shared/outcome";
import { findAsked } from "./asked";
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

export function refuseBroken(vendor: string): Outcome<never> {
  return refuse(
    `The sealed bid of ${vendor} does not match its receipt. Nothing was opened. Have it restored from a backup first.`,
  );
}

/** Unseals the technical envelopes into answers. All of them or none. */
export async function openTechnicalEnvelopes(
  tx: Transaction,
  rfp: OpeningRfp,
  now: Date,
): Promise<Outcome<MinutesBid[]>> {
  const minutes: MinutesBid[] = [];
  for (const bid of await findSubmitted(tx, rfp.id, ["submitted"])) {
    const asked = await findAsked(rfp.id, bid.lotId, tx);
    const submission = bid.bidSubmissions[0];
    const opened = submission && openSubmission({ ...bid, currency: rfp.currency }, submission);
    if (!opened) return refuseBroken(bid.vendor.legalName);
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
      data: { state: "opened", openedAt: now, exceptions, valueAdded, version: { increment: 1 } },
    });
    minutes.push({
      lot: bid.lot.number,
      vendor: bid.vendor.legalName,
      submittedAt: submission.submittedAt.toISOString(),
      receiptNumber: submission.receiptNumber,
      receiptHash: submission.receiptHash,
    });
  }
  return done(minutes);
}
