/** What contracts say has happened. */
export const contractEvents = {
  /** Other terms hold from a month on. */
  amended: (of: { contractId: string; fromMonth: string }) => ({ kind: "contract.amended", ...of }) as const,
  activated: (of: { contractId: string }) => ({ kind: "contract.activated", ...of }) as const,
  terminated: (of: { contractId: string }) => ({ kind: "contract.terminated", ...of }) as const,
  noticeGiven: (of: { contractId: string }) => ({ kind: "contract.noticeGiven", ...of }) as const,
};
