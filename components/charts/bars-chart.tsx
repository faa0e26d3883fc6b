"use client";

import dynamic from "next/dynamic";
import type { ReactNode } from "react";
import type { BarsPlotProps } from "./bars-plot";
import { ChartFrame } from "./chart-frame";
import { type ChartHeight, ChartLoading, heightClass } from "./chart-loading";
import { ChartTable } from "./chart-table";
import { colourOf } from "./types";

const BarsPlot = dynamic(() => import("./bars-plot").then((module) => module.BarsPlot), {
  ssr: false,
  loading: ChartLoading,
});

type BarsChartProps = BarsPlotProps & {
  title: string;
  sub?: ReactNode;
  axis: string;
  action?: ReactNode;
  height?: ChartHeight;
};

/** Bars side by side or stacked; a click leads to what is behind them. */
export function BarsChart({ title, sub, axis, action, height = "md", ...plot }: BarsChartProps) {
  return (
    <ChartFrame
      title={title}
      sub={sub}
      action={action}
      legend={
        plot.series.length > 1
          ? plot.series.map((each, index) => ({ label: each.label, colour: colourOf(each, index) }))
          : []
      }
      table={<ChartTable title={title} axis={axis} points={plot.points} series={plot.series} look={plot.look} />}
    >
      <div className={heightClass(height)}>
        <BarsPlot {...plot} />
      </div>
    </ChartFrame>
  );
}
