import type { Recommendation } from "./rules/suitability";

type Tone = "good" | "warn" | "bad" | "neutral" | "accent";

export const processFunctions = ["backOffice", "frontOffice"] as const;
export type ProcessFunction = (typeof processFunctions)[number];
export const functionLabels: Record<ProcessFunction, string> = {
  backOffice: "Back office",
  frontOffice: "Front office",
};

export const processCategories = [
  "financeAndAccounting",
  "humanResources",
  "itServices",
  "customerSupport",
  "technicalSupport",
  "procurement",
  "paymentProcessing",
  "qualityAssurance",
  "dataEntry",
  "marketing",
  "sales",
  "telemarketing",
  "logistics",
  "legal",
  "research",
  "analytics",
  "other",
] as const;
export type ProcessCategory = (typeof processCategories)[number];
export const categoryLabels: Record<ProcessCategory, string> = {
  financeAndAccounting: "Finance and accounting",
  humanResources: "Human resources",
  itServices: "IT services",
  customerSupport: "Customer support",
  technicalSupport: "Technical support",
  procurement: "Procurement",
  paymentProcessing: "Payment processing",
  qualityAssurance: "Quality assurance",
  dataEntry: "Data entry",
  marketing: "Marketing",
  sales: "Sales",
  telemarketing: "Telemarketing",
  logistics: "Logistics",
  legal: "Legal",
  research: "Research",
  analytics: "Analytics",
  other: "Other",
};

export const dataCategories = ["none", "personal", "payment", "health", "financial", "confidential"] as const;
export type DataCategory = (typeof dataCategories)[number];
export const dataCategoryLabels: Record<DataCategory, string> = {
  none: "None of these",
  personal: "Personal",
  payment: "Payment",
  health: "Health",
  financial: "Financial",
  confidential: "Confidential",
};

export const processStates = ["active", "retired"] as const;
export type ProcessState = (typeof processStates)[number];
export const processStateLabels: Record<ProcessState, string> = { active: "Active", retired: "Retired" };
export const processStateTones: Record<ProcessState, Tone> = { active: "good", retired: "neutral" };

export const recommendations = ["outsource", "outsourceInPart", "improveFirst", "keep"] as const;
export const recommendationLabels: Record<Recommendation, string> = {
  outsource: "Outsource",
  outsourceInPart: "Outsource in part",
  improveFirst: "Improve first",
  keep: "Keep",
};
export const recommendationTones: Record<Recommendation, Tone> = {
  outsource: "good",
  outsourceInPart: "accent",
  improveFirst: "warn",
  keep: "neutral",
};

export const assessmentStates = ["draft", "complete", "superseded"] as const;
export type AssessmentState = (typeof assessmentStates)[number];
export const assessmentStateLabels: Record<AssessmentState, string> = {
  draft: "Draft",
  complete: "Complete",
  superseded: "Superseded",
};
export const assessmentStateTones: Record<AssessmentState, Tone> = {
  draft: "accent",
  complete: "good",
  superseded: "neutral",
};

export const gradeLabels: Record<string, string> = {
  "1": "1, very low",
  "2": "2, low",
  "3": "3, medium",
  "4": "4, high",
  "5": "5, very high",
};
