"use client";

import { useRouter } from "next/navigation";
import {
  CartesianGrid,
  LabelList,
  ReferenceLine,
  ResponsiveContainer,
  Scatter,
  ScatterChart,
  Tooltip,
  XAxis,
  YAxis,
  ZAxis,
} from "recharts";
import { AXIS, MARGIN, VALUE_AXIS } from "./plot-style";

export type MatrixPoint = {
  key: string;
  label: string;
  x: number;
  y: number;
  href?: string;
  tone?: "good" | "warn" | "bad" | "neutral";
};

export type MatrixPlotProps = {
  points: readonly MatrixPoint[];
  xLabel: string;
  yLabel: string;
  domain?: [number, number];
};

const FILL = { good: "var(--good)", warn: "var(--warn)", bad: "var(--bad)", neutral: "var(--series-1)" };

export function MatrixPlot({ points, xLabel, yLabel, domain = [0, 100] }: MatrixPlotProps) {
  const router = useRouter();
  const middle = (domain[0] + domain[1]) / 2;
  const rows = points.map((point) => ({ ...point, fill: FILL[point.tone ?? "neutral"] }));
  const caption = { fill: "var(--ink-3)", fontSize: 12 };
  return (
    <ResponsiveContainer width="100%" height="100%">
      <ScatterChart margin={{ ...MARGIN, bottom: 18, left: 4 }} accessibilityLayer={false}>
        <CartesianGrid stroke="var(--line)" />
        <XAxis
          type="number"
          dataKey="x"
          domain={domain}
          {...AXIS}
          label={{ value: xLabel, position: "insideBottom", offset: -12, ...caption }}
        />
        <YAxis
          type="number"
          dataKey="y"
          domain={domain}
          {...VALUE_AXIS}
          label={{ value: yLabel, angle: -90, position: "insideLeft", ...caption }}
        />
        <ZAxis range={[70, 70]} />
        <ReferenceLine x={middle} stroke="var(--line-strong)" />
        <ReferenceLine y={middle} stroke="var(--line-strong)" />
        <Tooltip
          cursor={false}
          isAnimationActive={false}
          content={({ active, payload }) => {
            const point = points.find((each) => each.key === (payload?.[0]?.payload as MatrixPoint | undefined)?.key);
            if (!active || !point) return null;
            return (
              <div className="rounded-md border border-line bg-raised px-2.5 py-1.5 text-xs shadow-float">
                <p className="font-medium">{point.label}</p>
                <p className="tabular text-ink-2">
                  {xLabel} {point.x} · {yLabel} {point.y}
                </p>
              </div>
            );
          }}
        />
        <Scatter
          data={rows}
          isAnimationActive={false}
          cursor="pointer"
          onClick={(_, place) => {
            const href = points[place]?.href;
            if (href) router.push(href);
          }}
        >
          <LabelList dataKey="label" position="right" fill="var(--ink-2)" fontSize={12} />
        </Scatter>
      </ScatterChart>
    </ResponsiveContainer>
  );
}
