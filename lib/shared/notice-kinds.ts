/**
 * What people are told of, as they choose it in their profile. `mail`: also by e-mail until somebody chooses otherwise.
 * A vendor's people see only those that can reach them.
 */
export const noticeKinds = {
  approval: { label: "Decisions", help: "You are asked to decide, or what you asked for is decided", mail: true },
  signature: { label: "Signatures", help: "A contract or an amendment waits for your side", mail: true },
  contract: { label: "Contracts", help: "Signed, active, amended, ending, expired", mail: true },
  renewal: { label: "Renewals", help: "Last safe days and last days for notice", mail: true },
  month: { label: "Months", help: "Due, reported, verified, disputed, locked, exclusions", mail: true },
  restatement: { label: "Restatements", help: "Proposed, accepted, disputed", mail: true },
  breach: { label: "Breaches", help: "A service level is below its minimum", mail: true },
  charge: { label: "Charges", help: "Charges due or proposed at the month's end", mail: true },
  rfp: { label: "RFPs", help: "Published, amended, closed, answered, questions", mail: false },
  opening: { label: "Openings", help: "Envelopes can be opened; a second person is needed", mail: true },
  award: { label: "Awards", help: "Proposed, decided, letters", mail: false },
  work: { label: "Your work", help: "Actions, tasks and mitigations whose day has passed", mail: true },
  transition: { label: "Transitions", help: "Go or no go", mail: false },
  health: { label: "Health", help: "An engagement that you own has turned worse", mail: true },
  review: { label: "Reviews", help: "Certificates that run out, reviews of vendors and risks", mail: false },
  account: { label: "Your account", help: "Your roles were changed", mail: true },
} as const satisfies Record<string, { label: string; help: string; mail: boolean }>;

export type NoticeKind = keyof typeof noticeKinds;
export const NOTICE_KINDS = Object.keys(noticeKinds) as [NoticeKind, ...NoticeKind[]];

/** Those that a vendor's contact can be told of. */
export const VENDOR_NOTICE_KINDS: readonly NoticeKind[] = [
  ...(["signature", "contract", "month", "restatement", "breach"] as const),
  ...(["rfp", "award", "work", "review"] as const),
];

export type NoticeChoice = { inApp: boolean; byMail: boolean };

/** In the app until it is turned off; by e-mail as the kind says. */
export function standardChoice(kind: NoticeKind): NoticeChoice {
  return { inApp: true, byMail: noticeKinds[kind].mail };
}
