import clsx from "clsx";
import type { Tone } from "./tone";

const BAR: Record<Tone, string> = {
  good: "fill-good",
  warn: "fill-warn",
  bad: "fill-bad",
  neutral: "fill-ink-3",
  accent: "fill-accent",
};

type ProgressProps = { value: number; max?: number; label: string; tone?: Tone; className?: string };

export function Progress({ value, max = 100, label, tone = "accent", className }: ProgressProps) {
  const share = max > 0 ? Math.min(Math.max(value / max, 0), 1) : 0;
  return (
    <div
      role="progressbar"
      aria-label={label}
      aria-valuenow={value}
      aria-valuemin={0}
      aria-valuemax={max}
      className={clsx("h-1.5 min-w-16 overflow-hidden rounded-full bg-line", className)}
    >
      {/* An attribute and not a style, so that the strictest content policy holds. */}
      <svg aria-hidden viewBox="0 0 100 6" preserveAspectRatio="none" className="block h-full w-full">
        <rect width={share * 100} height={6} className={BAR[tone]} />
      </svg>
    </div>
  );
}
