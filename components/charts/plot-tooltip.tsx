"use client";

import { formatNumber, type NumberLook } from "./types";

type Entry = { name?: unknown; value?: unknown; color?: string };

type PlotTooltipProps = { active?: boolean; label?: unknown; payload?: readonly Entry[]; look: NumberLook };

/** The small box that follows the pointer. */
export function PlotTooltip({ active, label, payload = [], look }: PlotTooltipProps) {
  const entries = payload.filter((entry) => typeof entry.value === "number");
  if (!active || entries.length === 0) return null;
  return (
    <div className="rounded-md border border-line bg-raised px-2.5 py-1.5 text-xs shadow-float">
      <p className="font-medium">{String(label ?? "")}</p>
      {entries.map((entry) => (
        <p key={String(entry.name)} className="flex justify-between gap-4">
          <span className="flex items-center gap-1.5 text-ink-2">
            <svg aria-hidden width="8" height="8">
              <rect width="8" height="8" rx="2" fill={entry.color} />
            </svg>
            {String(entry.name)}
          </span>
          <span className="tabular">{formatNumber(Number(entry.value), look)}</span>
        </p>
      ))}
    </div>
  );
}
