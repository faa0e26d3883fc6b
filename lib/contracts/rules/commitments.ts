/** What a vendor promised, or set apart, in the bid that won: a term of the contract with its source. */
export type Commitment = {
  kind: "requirement" | "exception" | "offer";
  /** Of the requirement; empty for what stands for the bid as a whole. */
  code: string;
  title: string;
  /** The vendor's own words. */
  text: string;
  requirementId: string | null;
  questionId: string | null;
  bidId: string;
};

export type WonBid = {
  bidId: string;
  answers: {
    questionId: string;
    question: string;
    answer: string;
    requirement: { id: string; code: string; title: string } | null;
  }[];
  exceptions: string;
  valueAdded: string;
};

/** Answers in the order of the questions, then exceptions and offers; what was left empty promises nothing. */
export function listCommitments(bid: WonBid): Commitment[] {
  const whole = (kind: "exception" | "offer", title: string, text: string): Commitment[] =>
    text.trim() === ""
      ? []
      : [{ kind, code: "", title, text: text.trim(), requirementId: null, questionId: null, bidId: bid.bidId }];
  return [
    ...bid.answers
      .filter(({ answer }) => answer.trim() !== "")
      .map(
        ({ questionId, question, answer, requirement }): Commitment => ({
          kind: "requirement",
          code: requirement?.code ?? "",
          title: requirement?.title ?? question,
          text: answer.trim(),
          requirementId: requirement?.id ?? null,
          questionId,
          bidId: bid.bidId,
        }),
      ),
    ...whole("exception", "Exceptions to the terms", bid.exceptions),
    ...whole("offer", "Offered beyond what was asked", bid.valueAdded),
  ];
}
