import clsx from "clsx";
import type { ReactNode } from "react";
import { TONE_SOFT, TONE_TEXT, type Tone } from "./tone";
import { ToneShape } from "./tone-shape";

/** The icon that goes with a tone where no better one is given. */
export function ToneIcon({ tone, className }: { tone: Tone; className?: string }) {
  return <ToneShape tone={tone} className={clsx(TONE_TEXT[tone], className)} />;
}

/** A state in colour, icon and word. */
export function Status({ tone, icon, children }: { tone: Tone; icon?: ReactNode; children: ReactNode }) {
  return (
    <span
      className={clsx(
        "inline-flex h-6 shrink-0 items-center gap-1.5 whitespace-nowrap rounded-full px-2 pr-2.5 font-medium text-xs",
        "[&_svg.lucide]:size-3.5",
        TONE_SOFT[tone],
      )}
    >
      {icon ?? <ToneShape tone={tone} />}
      {children}
    </span>
  );
}

/** A short label without a state: a type, a tag, a count. */
export function Badge({ tone = "neutral", children }: { tone?: Tone; children: ReactNode }) {
  return (
    <span
      className={clsx(
        "inline-flex h-5 shrink-0 items-center gap-1 whitespace-nowrap rounded px-1.5 font-medium text-xs",
        TONE_SOFT[tone],
      )}
    >
      {children}
    </span>
  );
}
