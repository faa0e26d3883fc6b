import type { DriverKey } from "./rules/drivers";
import type { LineCategory, OptionKind } from "./rules/options";

export const caseStateLabels = {
  draft: "Draft",
  submitted: "Waiting for approval",
  approved: "Approved",
  rejected: "Rejected",
  superseded: "Superseded",
} as const;
export type CaseState = keyof typeof caseStateLabels;

export const optionKindLabels: Record<OptionKind, string> = {
  keep: "Keep as it is",
  improve: "Improve in-house",
  outsourceOnshore: "Outsource onshore",
  outsourceNearshore: "Outsource nearshore",
  outsourceOffshore: "Outsource offshore",
};

export const VENDOR_MODELS = ["none", "single", "several"] as const;
export const vendorModelLabels = { none: "No vendor", single: "One vendor", several: "Several vendors" } as const;

export const OUTSOURCING_TYPES = ["business", "knowledge", "legal", "research"] as const;
export const outsourcingTypeLabels = {
  business: "Business process",
  knowledge: "Knowledge process",
  legal: "Legal process",
  research: "Research process",
} as const;

export const categoryLabels: Record<LineCategory, string> = {
  currentCost: "Current cost",
  vendorCharges: "Vendor charges",
  retainedOrganization: "Retained organization",
  transition: "Transition",
  technology: "Technology",
  taxes: "Taxes",
  indexation: "Indexation",
  exit: "Exit",
  benefit: "Benefit",
};

export const conventionLabels = {
  t0: "First year not discounted",
  allDiscounted: "All years discounted (as spreadsheets do)",
} as const;

export const driverLabels: Record<DriverKey, string> = {
  volume: "Volume",
  vendorPrice: "Vendor charges",
  transitionCost: "Transition cost",
  attrition: "Attrition",
  exchangeRate: "Exchange rate",
  discountRate: "Discount rate",
};
