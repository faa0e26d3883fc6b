/** What service levels say has happened. */
export const serviceLevelEvents = {
  /** Results of months of a contract were computed anew. */
  computed: (of: { contractId: string }) => ({ kind: "serviceLevel.computed", ...of }) as const,
};
