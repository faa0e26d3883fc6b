import clsx from "clsx";
import { Check } from "lucide-react";
import Link from "next/link";
import type { ReactNode } from "react";

export type Stage = {
  key: string;
  label: string;
  state: "done" | "current" | "upcoming";
  sub?: ReactNode;
  href?: string;
};

const WORDS = { done: "done", current: "now", upcoming: "to come" };

/** Where a thing is on its way. A row on a wide screen, a list on a phone. */
export function StageRail({ stages, label = "Stages" }: { stages: readonly Stage[]; label?: string }) {
  return (
    <nav aria-label={label} className="rounded-lg border border-line bg-surface shadow-card">
      <ol className="flex flex-col overflow-hidden rounded-[7px] lg:flex-row">
        {stages.map((stage) => (
          <li
            key={stage.key}
            aria-current={stage.state === "current" ? "step" : undefined}
            className={clsx(
              "relative flex items-center justify-between gap-3 border-line px-4 py-3 lg:flex-1 lg:flex-col lg:items-start lg:justify-start lg:gap-0.5",
              "not-first:border-t lg:not-first:border-t-0 lg:not-first:border-l",
              stage.state === "current" && "bg-accent-soft",
              stage.href && "hover:bg-sunken",
            )}
          >
            <span
              className={clsx(
                "flex items-center gap-2 font-medium",
                stage.state === "current" ? "font-semibold text-accent" : "text-ink-2",
              )}
            >
              {stage.state === "done" ? <Check aria-hidden className="text-good" /> : null}
              {stage.href ? (
                <Link href={stage.href} className="-outline-offset-2 after:absolute after:inset-0">
                  {stage.label}
                </Link>
              ) : (
                stage.label
              )}
              <span className="sr-only">({WORDS[stage.state]})</span>
            </span>
            {stage.sub ? (
              <span
                className={clsx(
                  "text-right text-sm lg:text-left",
                  stage.state === "current" ? "text-ink-2" : "text-ink-3",
                )}
              >
                {stage.sub}
              </span>
            ) : null}
          </li>
        ))}
      </ol>
    </nav>
  );
}
