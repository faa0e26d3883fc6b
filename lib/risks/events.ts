/** What risks say has happened. */
export const riskEvents = {
  /** Written for the first time or anew; `wasHigh`: as it stood before. */
  rated: (of: { riskId: string; engagementId: string | null; score: number; wasHigh: boolean }) =>
    ({ kind: "risk.rated", ...of }) as const,
  mitigationChanged: (of: { riskId: string }) => ({ kind: "risk.mitigationChanged", ...of }) as const,
};
