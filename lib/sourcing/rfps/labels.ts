import type { InvitationState, RfpState } from "../rules/states";

type Tone = "good" | "warn" | "bad" | "neutral" | "accent";

export const RFP_STATES = [
  "draft",
  "published",
  "closed",
  "evaluation",
  "awarded",
  "complete",
  "unsuccessful",
  "cancelled",
] as const satisfies readonly RfpState[];

export const RFP_STATE: Record<RfpState, { label: string; tone: Tone }> = {
  draft: { label: "Draft", tone: "neutral" },
  published: { label: "Published", tone: "accent" },
  closed: { label: "Closed, to be opened", tone: "warn" },
  evaluation: { label: "Evaluation", tone: "accent" },
  awarded: { label: "Awarded", tone: "good" },
  complete: { label: "Complete", tone: "good" },
  unsuccessful: { label: "Unsuccessful", tone: "bad" },
  cancelled: { label: "Cancelled", tone: "neutral" },
};

export const INVITATION_STATE: Record<InvitationState, { label: string; tone: Tone }> = {
  invited: { label: "Invited", tone: "neutral" },
  viewed: { label: "Viewed", tone: "accent" },
  intendsToBid: { label: "Intends to bid", tone: "good" },
  declined: { label: "Declined", tone: "bad" },
};

export const PRICE_METHODS = ["lowestRatio", "linear", "meanDeviation", "qualityInMoney"] as const;
export type PriceMethod = (typeof PRICE_METHODS)[number];
export const PRICE_METHOD: Record<PriceMethod, { label: string; help: string }> = {
  lowestRatio: { label: "Ratio to the lowest price", help: "100 × lowest price ÷ price." },
  linear: {
    label: "Linear between two limits",
    help: "100 at the lower limit, 0 at the upper one. Without limits: from the bids.",
  },
  meanDeviation: { label: "Deviation from the mean", help: "Compared with the mean of all prices." },
  qualityInMoney: {
    label: "Quality in money",
    help: "Price less the technical score in percent of the value of full quality; the lowest wins.",
  },
};

export const TIE_RULES = ["higherTechnical", "lowerPrice", "draw"] as const;
export const TIE_RULE: Record<(typeof TIE_RULES)[number], string> = {
  higherTechnical: "The higher technical score",
  lowerPrice: "The lower price",
  draw: "A draw, with minutes",
};

export const QUESTION_KINDS = ["text", "yesNo", "number", "choice"] as const;
export type QuestionKind = (typeof QUESTION_KINDS)[number];
export const QUESTION_KIND: Record<QuestionKind, string> = {
  text: "Text",
  yesNo: "Yes or no",
  number: "Number",
  choice: "One of several choices",
};

export const PRICE_ITEM_KINDS = ["recurring", "oneOff"] as const;
export const PRICE_ITEM_KIND: Record<(typeof PRICE_ITEM_KINDS)[number], string> = {
  recurring: "Every month",
  oneOff: "Once",
};

export const MOMENTS = ["questionsUntil", "answersUntil", "bidsUntil", "openingAt"] as const;
export type Moment = (typeof MOMENTS)[number];
export const MOMENT: Record<Moment, string> = {
  questionsUntil: "Questions until",
  answersUntil: "Answers until",
  bidsUntil: "Bids until",
  openingAt: "Opening",
};
