const SUBJECTS: Record<string, string> = {
  businessCase: "Business cases",
  serviceLevel: "Service levels",
  audit: "Audit log",
  outbox: "Outbox of e-mails",
  simulation: "Simulators",
  export: "Exports",
  organization: "Organization",
  bid: "Bids",
  gate: "Gates",
  token: "API tokens",
  governance: "Governance",
  portfolio: "Portfolio",
  process: "Processes",
  scope: "Scopes of work",
  rfp: "RFPs",
};

/** The word before the colon, as people say it. */
export function subjectName(right: string): string {
  const subject = right.split(":")[0] ?? right;
  const known = SUBJECTS[subject];
  if (known) return known;
  const spaced = subject.replaceAll(/([A-Z])/g, (letter) => ` ${letter.toLowerCase()}`);
  return `${spaced.charAt(0).toUpperCase()}${spaced.slice(1)}s`;
}

/** The word behind the colon. */
export function verbName(right: string): string {
  return right.split(":")[1] ?? right;
}
