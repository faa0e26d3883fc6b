export type Tone = "good" | "warn" | "bad" | "neutral" | "accent";

export const TONE_TEXT: Record<Tone, string> = {
  good: "text-good",
  warn: "text-warn",
  bad: "text-bad",
  neutral: "text-ink-2",
  accent: "text-accent",
};

export const TONE_SOFT: Record<Tone, string> = {
  good: "bg-good-soft text-good",
  warn: "bg-warn-soft text-warn",
  bad: "bg-bad-soft text-bad",
  neutral: "border border-line-strong bg-sunken text-ink-2",
  accent: "bg-accent-soft text-accent",
};
