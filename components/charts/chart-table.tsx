import { Dash } from "@/components/ui/dash";
import { DataTable } from "@/components/ui/data-table";
import { type ChartPoint, formatNumber, type NumberLook, type Series } from "./types";

type ChartTableProps = {
  title: string;
  axis: string;
  points: readonly ChartPoint[];
  series: readonly Series[];
  look: NumberLook;
};

/** The same numbers as the chart, in words and figures. */
export function ChartTable({ title, axis, points, series, look }: ChartTableProps) {
  const exact = { ...look, compact: false };
  return (
    <DataTable
      caption={title}
      rows={points}
      rowKey={(point) => point.label}
      rowHref={(point) => point.href}
      columns={[
        { key: "label", header: axis, cell: (point) => point.label },
        ...series.map((each) => ({
          key: each.key,
          header: each.label,
          align: "right" as const,
          cell: (point: ChartPoint) => {
            const value = point.values[each.key];
            return value === null || value === undefined ? <Dash /> : formatNumber(value, exact);
          },
        })),
      ]}
    />
  );
}
