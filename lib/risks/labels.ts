import type { RiskRating } from "@/lib/engagements/rules/risk-rating";

export const RISK_CATEGORIES = [
  "security",
  "compliance",
  "hiddenCost",
  "relationship",
  "vendorDependence",
  "disruption",
  "lossOfControl",
  "continuity",
] as const;
export type RiskCategory = (typeof RISK_CATEGORIES)[number];

export const riskCategoryLabels: Record<RiskCategory, string> = {
  security: "Security",
  compliance: "Compliance",
  hiddenCost: "Hidden cost",
  relationship: "Relationship and culture",
  vendorDependence: "Dependence on one vendor",
  disruption: "Disruption",
  lossOfControl: "Loss of control",
  continuity: "Continuity",
};

export const RISK_STATES = ["open", "mitigated", "accepted", "closed"] as const;
export type RiskState = (typeof RISK_STATES)[number];

export const riskStateLabels: Record<RiskState, string> = {
  open: "Open",
  mitigated: "Mitigated",
  accepted: "Accepted",
  closed: "Closed",
};

export const riskRatingLabels: Record<RiskRating, string> = { low: "Low", medium: "Medium", high: "High" };

export const PROBABILITY_WORDS = ["rare", "unlikely", "possible", "likely", "almost certain"] as const;
export const IMPACT_WORDS = ["negligible", "minor", "moderate", "major", "severe"] as const;
