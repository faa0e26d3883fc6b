type Tone = "good" | "warn" | "bad" | "neutral" | "accent";

export const SCOPE_STATES = ["draft", "issued", "superseded"] as const;
export type ScopeState = (typeof SCOPE_STATES)[number];
export const SCOPE_STATE: Record<ScopeState, { label: string; tone: Tone }> = {
  draft: { label: "Draft", tone: "neutral" },
  issued: { label: "Issued, frozen", tone: "good" },
  superseded: { label: "Superseded", tone: "neutral" },
};

export const REQUIREMENT_KINDS = [
  "functional",
  "quality",
  "compliance",
  "security",
  "technicalIntegration",
  "staffing",
] as const;
export type RequirementKind = (typeof REQUIREMENT_KINDS)[number];
export const REQUIREMENT_KIND: Record<RequirementKind, string> = {
  functional: "Functional",
  quality: "Quality",
  compliance: "Compliance",
  security: "Security",
  technicalIntegration: "Technical integration",
  staffing: "Staffing",
};

export const REQUIREMENT_PRIORITIES = ["mandatory", "scored", "information"] as const;
export type RequirementPriority = (typeof REQUIREMENT_PRIORITIES)[number];
export const REQUIREMENT_PRIORITY: Record<RequirementPriority, { label: string; tone: Tone }> = {
  mandatory: { label: "Mandatory", tone: "bad" },
  scored: { label: "Scored", tone: "accent" },
  information: { label: "Information", tone: "neutral" },
};

export const DIRECTIONS = ["higher", "lower"] as const;
export const DIRECTION_LABEL = { higher: "Higher is better", lower: "Lower is better" } as const;

/** Letters of a RACI matrix; one side may carry several. */
export const RACI_LETTERS = ["R", "A", "C", "I"] as const;
export const RACI_HELP = "R responsible, A accountable, C consulted, I informed. Several letters may stand together.";
