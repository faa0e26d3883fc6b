/** What charges say has happened. */
export const chargeEvents = {
  lineChanged: (of: { contractId: string }) => ({ kind: "charge.lineChanged", ...of }) as const,
  /** Proposed at the month's end; it counts for nothing until a person records it. */
  proposed: (of: { contractId: string; month: string; proposals: number; amount: string; currency: string }) =>
    ({ kind: "charge.proposed", ...of }) as const,
  recorded: (of: { contractId: string; fromMonth: string }) => ({ kind: "charge.recorded", ...of }) as const,
};
