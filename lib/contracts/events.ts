/** What contracts say has happened. */
export const contractEvents = {
  /** Other terms hold from a month on. */
  amended: (of: { contractId: string; fromMonth: string }) => ({ kind: "contract.amended", ...of }) as const,
  /** What both sides sign, or what signing waits for, may be different now. */
  changed: (of: { contractId: string }) => ({ kind: "contract.changed", ...of }) as const,
  /** It left the drawer: both sides read it from now on. */
  submitted: (of: { contractId: string }) => ({ kind: "contract.submitted", ...of }) as const,
  activated: (of: { contractId: string }) => ({ kind: "contract.activated", ...of }) as const,
  terminated: (of: { contractId: string }) => ({ kind: "contract.terminated", ...of }) as const,
  /** Time has passed: it is expiring, has renewed by itself, or has expired. */
  termMoved: (of: { contractId: string; to: "active" | "expiring" | "expired" }) =>
    ({ kind: "contract.termMoved", ...of }) as const,
  noticeGiven: (of: { contractId: string }) => ({ kind: "contract.noticeGiven", ...of }) as const,
};
