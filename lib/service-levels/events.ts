type Of = { contractId: string };
type Month = Of & { periodId: string; month: string };

/** What service levels say has happened. */
export const serviceLevelEvents = {
  /** A KPI or a service level was defined or changed. */
  defined: (of: { contractId: string }) => ({ kind: "serviceLevel.defined", ...of }) as const,
  /** Results of months of a contract were computed anew. */
  computed: (of: Of) => ({ kind: "serviceLevel.computed", ...of }) as const,
  /** `isAnswer`: it had been disputed. */
  monthReported: (of: Month & { side: "client" | "vendor"; isAnswer: boolean }) =>
    ({ kind: "month.reported", ...of }) as const,
  /** By one file, several months at once. */
  monthsReported: (of: Of & { months: readonly string[]; side: "client" | "vendor" }) =>
    ({ kind: "month.manyReported", ...of }) as const,
  monthVerified: (of: Month) => ({ kind: "month.verified", ...of }) as const,
  monthDisputed: (of: Month & { side: "client" | "vendor"; reason: string }) =>
    ({ kind: "month.disputed", ...of }) as const,
  /** New figures came for a month that had been verified: somebody has to look at it again. */
  monthReopened: (of: Month & { verifiedById: string | null }) => ({ kind: "month.reopened", ...of }) as const,
  monthSigned: (of: Month & { side: "client" | "vendor" }) => ({ kind: "month.signed", ...of }) as const,
  monthLocked: (of: Month) => ({ kind: "month.locked", ...of }) as const,
  restatementProposed: (of: Of & { restatementId: string; side: "client" | "vendor" }) =>
    ({ kind: "restatement.proposed", ...of }) as const,
  restatementAccepted: (of: Of & { restatementId: string; side: "client" | "vendor" }) =>
    ({ kind: "restatement.accepted", ...of }) as const,
  restatementDisputed: (of: Of & { restatementId: string; side: "client" | "vendor" }) =>
    ({ kind: "restatement.disputed", ...of }) as const,
  exclusionRequested: (of: Of & { exclusionId: string; side: "client" | "vendor" }) =>
    ({ kind: "exclusion.requested", ...of }) as const,
  exclusionDecided: (of: Of & { exclusionId: string }) => ({ kind: "exclusion.decided", ...of }) as const,
};
