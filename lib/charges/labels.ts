export const CHARGE_KINDS = [
  "fixedFee",
  "milestone",
  "rateCard",
  "unitPrice",
  "baseline",
  "outcome",
  "gainShare",
] as const;
export type ChargeKind = (typeof CHARGE_KINDS)[number];

export const CHARGE_KIND: Record<ChargeKind, { label: string; help: string }> = {
  fixedFee: { label: "Fixed monthly fee", help: "The same each month; a partial month by its days." },
  milestone: { label: "Milestone payment", help: "Owed once, when it is accepted." },
  rateCard: { label: "Rate card", help: "Hours by role at their rates, and materials." },
  unitPrice: { label: "Unit price", help: "Volume at a price that can fall by bands." },
  baseline: { label: "Baseline with dead band", help: "More or less than the baseline moves the charge." },
  outcome: { label: "Outcome price", help: "A price for each verified outcome." },
  gainShare: { label: "Gain share", help: "A share of what is saved against a baseline cost." },
};

/** The type of the terms that a kind of charge line keeps. */
export const TERMS_TYPE = {
  fixedFee: "fixed",
  milestone: "milestone",
  rateCard: "timeAndMaterials",
  unitPrice: "unitPrice",
  baseline: "baseline",
  outcome: "outcome",
  gainShare: "gainShare",
} as const satisfies Record<ChargeKind, string>;

export const CHARGE_KIND_OPTIONS = CHARGE_KINDS.map((value) => ({ value, label: CHARGE_KIND[value].label }));
