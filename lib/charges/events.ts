/** What charges say has happened. */
export const chargeEvents = {
  recorded: (of: { contractId: string; fromMonth: string }) => ({ kind: "charge.recorded", ...of }) as const,
};
