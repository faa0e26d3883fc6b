"use client";

import {
  CartesianGrid,
  Line,
  LineChart as Lines,
  ReferenceArea,
  ReferenceLine,
  ResponsiveContainer,
  Tooltip,
  XAxis,
  YAxis,
} from "recharts";
import { AXIS, GRID, MARGIN, VALUE_AXIS } from "./plot-style";
import { PlotTooltip } from "./plot-tooltip";
import { type ChartPoint, colourOf, formatNumber, type NumberLook, type Series } from "./types";

export type LinePlotProps = {
  points: readonly ChartPoint[];
  series: readonly Series[];
  look: NumberLook;
  /** Levels that the line is measured against; with `direction` the good side gets a band. */
  levels?: { direction: "higher" | "lower"; expected?: number; minimum?: number };
};

/** From below the lowest to above the highest, levels included, so that the good side has room. */
function findDomain(
  points: readonly ChartPoint[],
  series: readonly Series[],
  levels: LinePlotProps["levels"],
): [number, number] {
  const values = points.flatMap((point) => series.map((each) => point.values[each.key]));
  const known = [...values, levels?.expected, levels?.minimum].filter((value) => typeof value === "number");
  if (known.length === 0) return [0, 1];
  const low = Math.min(...known);
  const high = Math.max(...known);
  const room = (high - low || Math.abs(high) || 1) * 0.12;
  const unit = 10 ** Math.floor(Math.log10(room * 4));
  const bottom = Math.floor((low - room) / unit) * unit;
  return [low >= 0 ? Math.max(bottom, 0) : bottom, Math.ceil((high + room) / unit) * unit];
}

export function LinePlot({ points, series, look, levels }: LinePlotProps) {
  const rows = points.map((point) => ({ label: point.label, ...point.values }));
  const [low, high] = findDomain(points, series, levels);
  return (
    <ResponsiveContainer width="100%" height="100%">
      <Lines data={rows} margin={MARGIN} accessibilityLayer={false}>
        {levels?.expected === undefined ? null : (
          <ReferenceArea
            y1={levels.direction === "higher" ? levels.expected : low}
            y2={levels.direction === "higher" ? high : levels.expected}
            fill="var(--good-soft)"
            fillOpacity={1}
          />
        )}
        <CartesianGrid {...GRID} />
        <XAxis dataKey="label" {...AXIS} />
        <YAxis
          {...VALUE_AXIS}
          domain={[low, high]}
          tickFormatter={(value: number) => formatNumber(value, { ...look, compact: true })}
        />
        <Tooltip
          isAnimationActive={false}
          cursor={{ stroke: "var(--line-strong)" }}
          content={(props) => (
            <PlotTooltip active={props.active} label={props.label} payload={props.payload} look={look} />
          )}
        />
        {levels?.expected === undefined ? null : (
          <ReferenceLine y={levels.expected} stroke="var(--good)" strokeDasharray="4 3" />
        )}
        {levels?.minimum === undefined ? null : (
          <ReferenceLine y={levels.minimum} stroke="var(--bad)" strokeDasharray="4 3" />
        )}
        {series.map((each, index) => (
          <Line
            key={each.key}
            dataKey={each.key}
            name={each.label}
            stroke={colourOf(each, index)}
            strokeWidth={1.75}
            dot={false}
            activeDot={{ r: 3.5 }}
            isAnimationActive={false}
          />
        ))}
      </Lines>
    </ResponsiveContainer>
  );
}
