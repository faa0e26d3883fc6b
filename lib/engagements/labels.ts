import type { Role } from "@/lib/access/rights";
import type { ApproverRole } from "./rules/gate-approval";
import type { Health } from "./rules/health";
import type { Outcome, Stage } from "./rules/stages";

export const stageLabels: Record<Stage, string> = {
  assess: "Assess",
  scope: "Scope",
  source: "Source",
  contract: "Contract",
  transition: "Transition",
  operate: "Operate",
  exit: "Exit",
  closed: "Closed",
  cancelled: "Cancelled",
};

export const healthLabels: Record<Health, string> = {
  green: "Green",
  amber: "Amber",
  red: "Red",
  grey: "No data",
};

export const outcomeLabels: Record<Outcome, string> = {
  renewedElsewhere: "Renewed elsewhere",
  switchedVendor: "Switched vendor",
  takenBackInHouse: "Taken back in-house",
  noLongerNeeded: "No longer needed",
};

export const OBJECTIVE_KINDS = [
  "costReduction",
  "standardisedProcesses",
  "focus",
  "expertise",
  "scalability",
  "digitalAgenda",
  "lessRisk",
  "serviceQuality",
] as const;
export type ObjectiveKind = (typeof OBJECTIVE_KINDS)[number];

export const objectiveLabels: Record<ObjectiveKind, string> = {
  costReduction: "Cost reduction",
  standardisedProcesses: "Standardised processes",
  focus: "Focus of own people",
  expertise: "Access to expertise",
  scalability: "Scalability",
  digitalAgenda: "Faster digital agenda",
  lessRisk: "Less risk",
  serviceQuality: "Better service quality",
};

export const directionLabels = { higher: "Higher is better", lower: "Lower is better" } as const;

export const checklistLabels = { open: "Open", met: "Done", waived: "Waived" } as const;

export const approverLabels: Record<ApproverRole, string> = {
  executive: "an executive",
  operations: "an operations manager",
  procurement: "procurement",
};

export const roleLabels: Record<Role, string> = {
  administrator: "administrator",
  operations: "operations",
  procurement: "procurement",
  executive: "executive",
  finance: "finance",
  auditor: "auditor",
};

export const approvalKindLabels = {
  gate: "Gate",
  businessCase: "Business case",
  award: "Award",
  contract: "Contract",
} as const;

export const approvalStateLabels = {
  pending: "Waiting",
  approved: "Approved",
  rejected: "Rejected",
  withdrawn: "Withdrawn",
} as const;
