import type { ExplanationState } from "../rules/lot-evaluation";

/** What to say of an abnormally low price; `open` while nobody has asked. */
export const lowPriceLabels: Record<ExplanationState | "open", string> = {
  open: "Abnormally low: ask for an explanation",
  requested: "Abnormally low: explanation asked for",
  answered: "Abnormally low: explanation to be decided",
  accepted: "Abnormally low: explained",
  rejected: "Abnormally low: not explained",
};
