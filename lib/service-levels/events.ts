/** What service levels say has happened. */
export const serviceLevelEvents = {
  /** A KPI or a service level was defined or changed. */
  defined: (of: { contractId: string }) => ({ kind: "serviceLevel.defined", ...of }) as const,
  /** Results of months of a contract were computed anew. */
  computed: (of: { contractId: string }) => ({ kind: "serviceLevel.computed", ...of }) as const,
};
