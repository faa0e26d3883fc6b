"use client";

import { useRouter } from "next/navigation";
import { Bar, BarChart, CartesianGrid, ReferenceLine, ResponsiveContainer, Tooltip, XAxis, YAxis } from "recharts";
import { AXIS, GRID, MARGIN, VALUE_AXIS } from "./plot-style";
import { PlotTooltip } from "./plot-tooltip";
import { type ChartPoint, colourOf, formatNumber, type NumberLook, type Series } from "./types";

export type BarsPlotProps = {
  points: readonly ChartPoint[];
  series: readonly Series[];
  look: NumberLook;
  stacked?: boolean;
  target?: { value: number; label: string };
};

export function BarsPlot({ points, series, look, stacked = false, target }: BarsPlotProps) {
  const router = useRouter();
  const rows = points.map((point) => ({ label: point.label, ...point.values }));
  return (
    <ResponsiveContainer width="100%" height="100%">
      <BarChart data={rows} margin={MARGIN} barCategoryGap="28%" barGap={2} accessibilityLayer={false}>
        <CartesianGrid {...GRID} />
        <XAxis dataKey="label" {...AXIS} />
        <YAxis {...VALUE_AXIS} tickFormatter={(value: number) => formatNumber(value, { ...look, compact: true })} />
        <Tooltip
          cursor={{ fill: "var(--sunken)" }}
          isAnimationActive={false}
          content={(props) => (
            <PlotTooltip active={props.active} label={props.label} payload={props.payload} look={look} />
          )}
        />
        {target ? (
          <ReferenceLine
            y={target.value}
            stroke="var(--good)"
            strokeDasharray="4 3"
            label={{ value: target.label, position: "insideTopRight", fill: "var(--good)", fontSize: 12 }}
          />
        ) : null}
        {series.map((each, index) => (
          <Bar
            key={each.key}
            dataKey={each.key}
            name={each.label}
            fill={colourOf(each, index)}
            stackId={stacked ? "all" : undefined}
            radius={stacked && index < series.length - 1 ? 0 : [2, 2, 0, 0]}
            maxBarSize={44}
            isAnimationActive={false}
            cursor={points.some((point) => point.href) ? "pointer" : undefined}
            onClick={(_, place) => {
              const href = points[place]?.href;
              if (href) router.push(href);
            }}
          />
        ))}
      </BarChart>
    </ResponsiveContainer>
  );
}
