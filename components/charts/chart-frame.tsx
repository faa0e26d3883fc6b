"use client";

import { ChartColumn, Table2 } from "lucide-react";
import { type ReactNode, useState } from "react";
import { Card, CardHeader } from "@/components/ui/card";

type ChartFrameProps = {
  title: string;
  /** What the chart says, in a sentence with the figure. */
  sub?: ReactNode;
  legend?: readonly { label: string; colour: string; line?: "solid" | "dashed" }[];
  action?: ReactNode;
  /** The data behind the picture; links in it reach the records by keyboard. */
  table: ReactNode;
  children: ReactNode;
};

/** Title, legend and the table behind every chart. */
export function ChartFrame({ title, sub, legend = [], action, table, children }: ChartFrameProps) {
  const [isTable, setIsTable] = useState(false);
  return (
    <Card>
      <CardHeader
        title={title}
        sub={sub}
        action={
          <>
            {action}
            <button
              type="button"
              aria-pressed={isTable}
              onClick={() => setIsTable(!isTable)}
              className="print-hidden flex min-h-6 items-center gap-1.5 rounded text-ink-2 hover:text-ink"
            >
              {isTable ? <ChartColumn aria-hidden /> : <Table2 aria-hidden />}
              {isTable ? "Chart" : "Table"}
              <span className="sr-only">of {title}</span>
            </button>
          </>
        }
      />
      {isTable ? (
        table
      ) : (
        <figure aria-label={title} className="px-4 py-3.5">
          {legend.length > 0 ? (
            <figcaption className="mb-3 flex flex-wrap gap-x-4 gap-y-1 text-ink-2 text-xs">
              {legend.map((entry) => (
                <span key={entry.label} className="flex items-center gap-1.5">
                  <svg aria-hidden width="14" height="8" className="flex-none">
                    {entry.line ? (
                      <line
                        x1="0"
                        x2="14"
                        y1="4"
                        y2="4"
                        stroke={entry.colour}
                        strokeWidth="1.5"
                        strokeDasharray={entry.line === "dashed" ? "3 2" : undefined}
                      />
                    ) : (
                      <rect width="10" height="8" rx="2" fill={entry.colour} />
                    )}
                  </svg>
                  {entry.label}
                </span>
              ))}
            </figcaption>
          ) : null}
          {children}
        </figure>
      )}
    </Card>
  );
}
