import type { AwardState } from "../rules/states";

export const awardStateLabels: Record<AwardState, string> = {
  proposed: "Proposed",
  approved: "Approved",
  standstill: "Standstill",
  final: "Final",
  cancelled: "Cancelled",
  rejected: "Rejected",
};

export const awardStateTones = {
  proposed: "warn",
  approved: "accent",
  standstill: "accent",
  final: "good",
  cancelled: "neutral",
  rejected: "bad",
} as const satisfies Record<AwardState, string>;
