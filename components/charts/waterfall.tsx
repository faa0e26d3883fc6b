"use client";

import dynamic from "next/dynamic";
import type { ReactNode } from "react";
import { DataTable } from "@/components/ui/data-table";
import { ChartFrame } from "./chart-frame";
import { type ChartHeight, ChartLoading, heightClass } from "./chart-loading";
import { formatNumber } from "./types";
import type { WaterfallPlotProps } from "./waterfall-plot";

const WaterfallPlot = dynamic(() => import("./waterfall-plot").then((module) => module.WaterfallPlot), {
  ssr: false,
  loading: ChartLoading,
});

type WaterfallProps = WaterfallPlotProps & { title: string; sub?: ReactNode; axis: string; height?: ChartHeight };

/** From one total to another, change by change. */
export function Waterfall({ title, sub, axis, height = "md", ...plot }: WaterfallProps) {
  const look = { ...plot.look, compact: false };
  return (
    <ChartFrame
      title={title}
      sub={sub}
      table={
        <DataTable
          caption={title}
          rows={plot.steps}
          rowKey={(step) => step.label}
          columns={[
            { key: "label", header: axis, cell: (step) => step.label },
            { key: "value", header: "Amount", align: "right", cell: (step) => formatNumber(step.value, look) },
          ]}
        />
      }
    >
      <div className={heightClass(height)}>
        <WaterfallPlot {...plot} />
      </div>
    </ChartFrame>
  );
}
