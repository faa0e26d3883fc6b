import clsx from "clsx";
import Link from "next/link";
import type { ReactNode } from "react";
import { ToneIcon } from "@/components/ui/status";
import type { Tone } from "@/components/ui/tone";

export type TimeMark = {
  key: string;
  label: string /** `YYYY-MM-DD` */;
  day: string;
  when: ReactNode;
  sub?: ReactNode;
  tone: Tone;
  href?: string;
};

type TimeAxisProps = {
  label: string;
  from: string;
  to: string;
  marks: readonly TimeMark[];
  ticks: readonly { day: string; label: string }[];
};

const DAY_MS = 86_400_000;

function dayNumber(day: string): number {
  return Date.parse(`${day.slice(0, 10)}T00:00:00Z`) / DAY_MS;
}

const FILL: Record<Tone, string> = {
  good: "fill-good",
  warn: "fill-warn",
  bad: "fill-bad",
  neutral: "fill-ink-3",
  accent: "fill-accent",
};

/** Dates between two days: the picture above, the same dates as a list of links below. */
export function TimeAxis({ label, from, to, marks, ticks }: TimeAxisProps) {
  const start = dayNumber(from);
  const span = dayNumber(to) - start || 1;
  const share = (day: string) => Math.min(Math.max(((dayNumber(day) - start) / span) * 100, 1), 99);
  const x = (day: string) => `${share(day).toFixed(2)}%`;
  return (
    <div>
      <div className="px-4 pt-4">
        <svg aria-hidden className="block h-14 w-full">
          <line x1={0} x2="100%" y1={24} y2={24} className="stroke-line-strong" />
          {ticks.map((tick) => (
            <g key={tick.day}>
              <line x1={x(tick.day)} x2={x(tick.day)} y1={20} y2={28} className="stroke-line-strong" />
              <text
                x={x(tick.day)}
                y={46}
                textAnchor={share(tick.day) < 6 ? "start" : share(tick.day) > 94 ? "end" : "middle"}
                className="fill-ink-3 text-[12px]"
              >
                {tick.label}
              </text>
            </g>
          ))}
          {marks.map((mark) => (
            <circle
              key={mark.key}
              cx={x(mark.day)}
              cy={24}
              r={6}
              className={clsx("stroke-2 stroke-surface", FILL[mark.tone])}
            >
              <title>{mark.label}</title>
            </circle>
          ))}
        </svg>
      </div>
      <ol aria-label={label} className="pt-1">
        {marks.map((mark) => (
          <li
            key={mark.key}
            className={clsx(
              "relative flex items-baseline gap-3 border-line border-t px-4 py-2",
              mark.href && "hover:bg-sunken",
            )}
          >
            <ToneIcon tone={mark.tone} className="self-center" />
            <span className="min-w-0 flex-1">
              {mark.href ? (
                <Link href={mark.href} className="-outline-offset-2 font-medium after:absolute after:inset-0">
                  {mark.label}
                </Link>
              ) : (
                <span className="font-medium">{mark.label}</span>
              )}
              {mark.sub ? <span className="ml-2 text-ink-3 text-sm">{mark.sub}</span> : null}
            </span>
            <span className="tabular shrink-0 text-ink-2 text-sm">{mark.when}</span>
          </li>
        ))}
      </ol>
    </div>
  );
}
