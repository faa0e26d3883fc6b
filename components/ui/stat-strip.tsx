import clsx from "clsx";
import Link from "next/link";
import type { ReactNode } from "react";
import { TONE_TEXT, type Tone } from "./tone";

export type Stat = {
  label: ReactNode;
  value: ReactNode;
  /** Smaller, behind the value: "of 9 met". */
  unit?: ReactNode;
  sub?: ReactNode;
  tone?: Tone;
  href?: string;
};

const COLUMNS: Record<number, string> = {
  2: "lg:grid-cols-2",
  3: "lg:grid-cols-3",
  4: "lg:grid-cols-4",
  5: "lg:grid-cols-5",
  6: "lg:grid-cols-6",
};

/** The few figures that answer "so what?", in one row; two by two on a phone. */
export function StatStrip({ stats, label = "Key figures" }: { stats: readonly Stat[]; label?: string }) {
  return (
    <section aria-label={label} className="overflow-hidden rounded-lg border border-line bg-line shadow-card">
      <dl className={clsx("grid grid-cols-2 gap-px", COLUMNS[stats.length] ?? "lg:grid-cols-4")}>
        {stats.map((stat, index) => (
          <div
            // biome-ignore lint/suspicious/noArrayIndexKey: a fixed row of figures
            key={index}
            className={clsx(
              "relative bg-surface px-4 py-3.5 last:odd:col-span-2 lg:last:odd:col-span-1",
              stat.href && "hover:bg-sunken",
            )}
          >
            <dt className="text-ink-3 text-xs leading-5">
              {stat.href ? (
                <Link href={stat.href} className="after:absolute after:inset-0">
                  {stat.label}
                </Link>
              ) : (
                stat.label
              )}
            </dt>
            <dd>
              <span className="tabular font-semibold text-figure tracking-tight">{stat.value}</span>
              {stat.unit ? <span className="ml-1.5 font-medium text-ink-2">{stat.unit}</span> : null}
            </dd>
            {stat.sub ? (
              <dd className={clsx("text-sm", stat.tone ? TONE_TEXT[stat.tone] : "text-ink-2")}>{stat.sub}</dd>
            ) : null}
          </div>
        ))}
      </dl>
    </section>
  );
}
