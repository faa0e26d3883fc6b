export const AMENDMENT_STATES = ["draft", "proposed", "inForce", "rejected", "declined", "withdrawn"] as const;
export type AmendmentState = (typeof AMENDMENT_STATES)[number];

type Shown = { label: string; tone: "good" | "warn" | "bad" | "neutral" | "accent" };

export const AMENDMENT_STATE: Record<AmendmentState, Shown> = {
  draft: { label: "Draft", tone: "neutral" },
  proposed: { label: "Proposed", tone: "accent" },
  inForce: { label: "In force", tone: "good" },
  rejected: { label: "Rejected", tone: "bad" },
  declined: { label: "Declined by the vendor", tone: "bad" },
  withdrawn: { label: "Withdrawn", tone: "neutral" },
};
