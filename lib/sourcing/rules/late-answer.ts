const ANSWERABLE = ["published", "closed", "evaluation", "awarded"];

/** Whether a question can still be answered: from the publication until the RFP is over, its deadlines or not. */
export function canBeAnswered(rfpState: string): boolean {
  return ANSWERABLE.includes(rfpState);
}

/** An answer is late after the time that was given for answers, and in any case once no bid is taken any more. */
export function isLateAnswer(rfp: { state: string; answersUntil: string | null }, now: string): boolean {
  return rfp.state !== "published" || (rfp.answersUntil !== null && Date.parse(now) > Date.parse(rfp.answersUntil));
}
