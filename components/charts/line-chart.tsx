"use client";

import dynamic from "next/dynamic";
import type { ReactNode } from "react";
import { ChartFrame } from "./chart-frame";
import { type ChartHeight, ChartLoading, heightClass } from "./chart-loading";
import { ChartTable } from "./chart-table";
import type { LinePlotProps } from "./line-plot";
import { colourOf, formatNumber } from "./types";

const LinePlot = dynamic(() => import("./line-plot").then((module) => module.LinePlot), {
  ssr: false,
  loading: ChartLoading,
});

type LineChartProps = LinePlotProps & {
  title: string;
  sub?: ReactNode;
  axis: string;
  action?: ReactNode;
  height?: ChartHeight;
};

/** A course over time, with the good band and dashed levels where it is measured against them. */
export function LineChart({ title, sub, axis, action, height = "md", ...plot }: LineChartProps) {
  const { expected, minimum } = plot.levels ?? {};
  return (
    <ChartFrame
      title={title}
      sub={sub}
      action={action}
      legend={[
        ...plot.series.map((each, index) => ({
          label: each.label,
          colour: colourOf(each, index),
          line: "solid" as const,
        })),
        ...(expected === undefined
          ? []
          : [
              {
                label: `Expected ${formatNumber(expected, plot.look)}`,
                colour: "var(--good)",
                line: "dashed" as const,
              },
            ]),
        ...(minimum === undefined
          ? []
          : [{ label: `Minimum ${formatNumber(minimum, plot.look)}`, colour: "var(--bad)", line: "dashed" as const }]),
      ]}
      table={<ChartTable title={title} axis={axis} points={plot.points} series={plot.series} look={plot.look} />}
    >
      <div className={heightClass(height)}>
        <LinePlot {...plot} />
      </div>
    </ChartFrame>
  );
}
