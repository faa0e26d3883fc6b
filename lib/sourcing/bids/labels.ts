import type { BidState } from "../rules/states";

export const bidStateLabels: Record<BidState, string> = {
  draft: "Draft",
  submitted: "Submitted",
  withdrawn: "Withdrawn",
  opened: "Opened",
  valid: "Admitted",
  rejected: "Rejected",
};

export const bidStateTones = {
  draft: "neutral",
  submitted: "good",
  withdrawn: "warn",
  opened: "accent",
  valid: "good",
  rejected: "bad",
} as const satisfies Record<BidState, string>;

export const envelopeLabels = { technical: "Technical", price: "Price" } as const;
