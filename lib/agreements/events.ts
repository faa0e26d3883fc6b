/** What agreements say has happened. */
export const agreementEvents = {
  signed: (of: { contractId: string; side: "client" | "vendor" }) => ({ kind: "agreement.signed", ...of }) as const,
  /** The text is another one: names that stood under the earlier one count no more. */
  signaturesVoided: (of: { contractId: string; reason: string }) =>
    ({ kind: "agreement.signaturesVoided", ...of }) as const,
  amendmentProposed: (of: { contractId: string; amendmentId: string }) =>
    ({ kind: "agreement.amendmentProposed", ...of }) as const,
  amendmentEnded: (of: { contractId: string; amendmentId: string }) =>
    ({ kind: "agreement.amendmentEnded", ...of }) as const,
};
