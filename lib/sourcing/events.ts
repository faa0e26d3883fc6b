type OfRfp = { rfpId: string };
type OfVendor = OfRfp & { vendorId: string };
type OfAward = OfRfp & { awardId: string };

/** What sourcing says has happened. */
export const sourcingEvents = {
  rfpPublished: (of: OfRfp) => ({ kind: "rfp.published", ...of }) as const,
  rfpAmended: (of: OfRfp & { number: number }) => ({ kind: "rfp.amended", ...of }) as const,
  /** The time for bids is over: they can be opened. */
  rfpClosed: (of: OfRfp) => ({ kind: "rfp.closed", ...of }) as const,
  rfpEnded: (of: OfRfp) => ({ kind: "rfp.ended", ...of }) as const,
  questionAsked: (of: OfRfp & { question: string }) => ({ kind: "question.asked", ...of }) as const,
  questionAnswered: (of: OfRfp & { clarificationId: string }) => ({ kind: "question.answered", ...of }) as const,
  envelopesOpened: (of: OfRfp & { envelope: "technical" | "price"; bids: number }) =>
    ({ kind: "bid.opened", ...of }) as const,
  awardProposed: (of: OfAward) => ({ kind: "award.proposed", ...of }) as const,
  awardDecided: (of: OfAward & { isApproved: boolean }) => ({ kind: "award.decided", ...of }) as const,
  awardMoved: (of: OfAward & { to: "standstill" | "final" | "cancelled" }) => ({ kind: "award.moved", ...of }) as const,
  /** A submitted bid could not be opened with the others. */
  bidSetAside: (of: OfVendor) => ({ kind: "bid.setAside", ...of }) as const,
  conflictDeclared: (of: OfRfp & { vendorIds: string[] }) => ({ kind: "conflict.declared", ...of }) as const,
  explanationAsked: (of: OfVendor & { explanationId: string }) => ({ kind: "explanation.asked", ...of }) as const,
  explanationAnswered: (of: OfVendor & { explanationId: string }) => ({ kind: "explanation.answered", ...of }) as const,
  explanationDecided: (of: OfVendor & { explanationId: string }) => ({ kind: "explanation.decided", ...of }) as const,
  /** Letters about an award went to all bidders of its lot. */
  lettersSent: (of: OfAward) => ({ kind: "award.lettersSent", ...of }) as const,
};
