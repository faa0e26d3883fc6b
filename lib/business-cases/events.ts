/** What business cases say has happened. */
export const businessCaseEvents = {
  submitted: (of: { engagementId: string }) => ({ kind: "businessCase.submitted", ...of }) as const,
  /** Approved, it is what charges are compared with from then on. */
  decided: (of: { engagementId: string; isApproved: boolean }) => ({ kind: "businessCase.decided", ...of }) as const,
};
