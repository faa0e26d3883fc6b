/** What charges say has happened. */
export const chargeEvents = {
  lineChanged: (of: { contractId: string }) => ({ kind: "charge.lineChanged", ...of }) as const,
  recorded: (of: { contractId: string; fromMonth: string }) => ({ kind: "charge.recorded", ...of }) as const,
};
