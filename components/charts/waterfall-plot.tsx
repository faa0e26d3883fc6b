"use client";

import { Bar, BarChart, CartesianGrid, Cell, LabelList, ResponsiveContainer, XAxis, YAxis } from "recharts";
import { AXIS, GRID, MARGIN, VALUE_AXIS } from "./plot-style";
import { formatNumber, type NumberLook } from "./types";

/** `total` stands on the ground; `change` starts where the last one ended. */
export type WaterfallStep = { label: string; value: number; kind: "total" | "change" };

export type WaterfallPlotProps = { steps: readonly WaterfallStep[]; look: NumberLook; goodWhen: "lower" | "higher" };

function colourOfStep(step: WaterfallStep, goodWhen: "lower" | "higher"): string {
  if (step.kind === "total") return "var(--series-1)";
  return step.value < 0 === (goodWhen === "lower") ? "var(--good)" : "var(--bad)";
}

export function WaterfallPlot({ steps, look, goodWhen }: WaterfallPlotProps) {
  let level = 0;
  const rows = steps.map((step) => {
    const from = step.kind === "total" ? 0 : level;
    level = step.kind === "total" ? step.value : level + step.value;
    return {
      ...step,
      range: [Math.min(from, level), Math.max(from, level)],
      text: formatNumber(step.value, { ...look, compact: true }),
    };
  });
  return (
    <ResponsiveContainer width="100%" height="100%">
      <BarChart data={rows} margin={{ ...MARGIN, top: 20 }} barCategoryGap="22%" accessibilityLayer={false}>
        <CartesianGrid {...GRID} />
        <XAxis dataKey="label" {...AXIS} interval={0} />
        <YAxis {...VALUE_AXIS} tickFormatter={(value: number) => formatNumber(value, { ...look, compact: true })} />
        <Bar dataKey="range" radius={2} isAnimationActive={false} maxBarSize={64}>
          {rows.map((row) => (
            <Cell key={row.label} fill={colourOfStep(row, goodWhen)} />
          ))}
          <LabelList dataKey="text" position="top" fill="var(--ink-2)" fontSize={12} />
        </Bar>
      </BarChart>
    </ResponsiveContainer>
  );
}
