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

export function LinePlot({ points, series, look, levels }: LinePlotProps) {
  const rows = points.map((point) => ({ label: point.label, ...point.values }));
  const isGoodAbove = levels?.direction === "higher";
  return (
    <ResponsiveContainer width="100%" height="100%">
      <Lines data={rows} margin={MARGIN} accessibilityLayer={false}>
        {levels?.expected === undefined ? null : (
          <ReferenceArea
            {...(isGoodAbove ? { y1: levels.expected } : { y2: levels.expected })}
            fill="var(--good-soft)"
            fillOpacity={1}
            ifOverflow="extendDomain"
          />
        )}
        <CartesianGrid {...GRID} />
        <XAxis dataKey="label" {...AXIS} />
        <YAxis
          {...VALUE_AXIS}
          domain={["auto", "auto"]}
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
          <ReferenceLine y={levels.expected} stroke="var(--good)" strokeDasharray="4 3" ifOverflow="extendDomain" />
        )}
        {levels?.minimum === undefined ? null : (
          <ReferenceLine y={levels.minimum} stroke="var(--bad)" strokeDasharray="4 3" ifOverflow="extendDomain" />
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
