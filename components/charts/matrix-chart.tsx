"use client";

import dynamic from "next/dynamic";
import type { ReactNode } from "react";
import { DataTable } from "@/components/ui/data-table";
import { ChartFrame } from "./chart-frame";
import { type ChartHeight, ChartLoading, heightClass } from "./chart-loading";
import type { MatrixPlotProps } from "./matrix-plot";

const MatrixPlot = dynamic(() => import("./matrix-plot").then((module) => module.MatrixPlot), {
  ssr: false,
  loading: ChartLoading,
});

type MatrixChartProps = MatrixPlotProps & { title: string; sub?: ReactNode; height?: ChartHeight };

/** Things between two scales, such as benefit against difficulty. */
export function MatrixChart({ title, sub, height = "lg", ...plot }: MatrixChartProps) {
  return (
    <ChartFrame
      title={title}
      sub={sub}
      table={
        <DataTable
          caption={title}
          rows={plot.points}
          rowKey={(point) => point.key}
          rowHref={(point) => point.href}
          columns={[
            { key: "label", header: "Name", cell: (point) => point.label },
            { key: "x", header: plot.xLabel, align: "right", cell: (point) => point.x },
            { key: "y", header: plot.yLabel, align: "right", cell: (point) => point.y },
          ]}
        />
      }
    >
      <div className={heightClass(height)}>
        <MatrixPlot {...plot} />
      </div>
    </ChartFrame>
  );
}
