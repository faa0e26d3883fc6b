import type { Tone } from "@/components/ui/tone";
import type { Health } from "@/lib/engagements/rules/health";
import type { RiskRating } from "@/lib/engagements/rules/risk-rating";

export const healthTones: Record<Health, Tone> = { green: "good", amber: "warn", red: "bad", grey: "neutral" };

export const approvalTones = {
  pending: "accent",
  approved: "good",
  rejected: "bad",
  withdrawn: "neutral",
} as const satisfies Record<string, Tone>;

export const ratingTones: Record<RiskRating, Tone> = { low: "good", medium: "warn", high: "bad" };
