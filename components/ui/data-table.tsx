import clsx from "clsx";
import { ArrowDown, ArrowUp, ChevronsUpDown } from "lucide-react";
import Link from "next/link";
import type { ReactNode } from "react";

export type Column<Row> = {
  key: string;
  header: ReactNode;
  cell: (row: Row) => ReactNode;
  /** Numbers stand right. */
  align?: "left" | "right";
  /** The name to sort by; leave out where the column cannot be sorted. */
  sort?: string;
  /** The figure that matters in the row. */
  strong?: boolean;
  /** Keeps the cell on one line. */
  nowrap?: boolean;
  className?: string;
};

export type TableSort = {
  by: string;
  direction: "asc" | "desc";
  hrefFor: (by: string, direction: "asc" | "desc") => string;
};

type DataTableProps<Row> = {
  /** What the table lists, for a screen reader. */
  caption: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  /** The first column becomes the link, and the whole row can be clicked. */
  rowHref?: (row: Row) => string | undefined;
  rowClassName?: (row: Row) => string | undefined;
  sort?: TableSort;
  empty?: ReactNode;
  /** Rows for a `tfoot`, as `<tr>`. */
  footer?: ReactNode;
  /** Scrolls inside the card with the header staying. */
  tall?: boolean;
};

function SortableHeader({
  column,
  sort,
}: {
  column: { header: ReactNode; align?: string; sort: string };
  sort: TableSort;
}) {
  const isSorted = sort.by === column.sort;
  const next = isSorted && sort.direction === "asc" ? "desc" : "asc";
  const Icon = isSorted ? (sort.direction === "asc" ? ArrowUp : ArrowDown) : ChevronsUpDown;
  return (
    <Link
      href={sort.hrefFor(column.sort, next)}
      scroll={false}
      className={clsx(
        "group inline-flex min-h-6 items-center gap-1 rounded hover:text-ink",
        column.align === "right" && "flex-row-reverse",
        isSorted && "text-ink",
      )}
    >
      {column.header}
      <Icon
        aria-hidden
        className={clsx("size-3.5!", !isSorted && "opacity-0 group-hover:opacity-100 group-focus-visible:opacity-100")}
      />
    </Link>
  );
}

function cellClass(column: { align?: "left" | "right"; strong?: boolean; nowrap?: boolean; className?: string }) {
  return clsx(
    column.align === "right" && "whitespace-nowrap text-right",
    column.strong && "font-semibold",
    column.nowrap && "whitespace-nowrap",
    column.className,
  );
}

/** A table drawn on the server. Put it into a `Card`; it scrolls sideways in there on a phone. */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const { caption, columns, rows, rowKey, rowHref, rowClassName, sort, empty, footer, tall = false } = props;
  if (rows.length === 0 && empty) return <>{empty}</>;
  return (
    <section
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
      tabIndex={0}
      aria-label={caption}
      className={clsx(
        "scroll-box -outline-offset-2 relative overflow-x-auto rounded-b-lg",
        tall && "max-h-[70dvh] overflow-y-auto",
      )}
    >
      <table className="w-full border-separate border-spacing-0 text-sm">
        <caption className="sr-only">{caption}</caption>
        <thead className="text-ink-2">
          <tr>
            {columns.map((column) => (
              <th
                key={column.key}
                scope="col"
                aria-sort={
                  column.sort && sort?.by === column.sort
                    ? sort.direction === "asc"
                      ? "ascending"
                      : "descending"
                    : undefined
                }
                className={clsx(
                  "sticky top-0 z-2 whitespace-nowrap border-line border-b bg-surface px-3 py-2 font-medium text-xs first:rounded-tl-lg first:pl-4 last:rounded-tr-lg last:pr-4",
                  column.align === "right" ? "text-right" : "text-left",
                )}
              >
                {column.sort && sort ? (
                  <SortableHeader column={{ ...column, sort: column.sort }} sort={sort} />
                ) : (
                  column.header
                )}
              </th>
            ))}
          </tr>
        </thead>
        {/* What all cells share stands here once, not on each of a thousand cells. */}
        <tbody className="text-left [&>tr>*:first-child]:pl-4 [&>tr>*:last-child]:pr-4 [&>tr>*]:px-3 [&>tr>*]:py-2.5 [&>tr:not(:last-child)>*]:border-line [&>tr:not(:last-child)>*]:border-b">
          {rows.map((row) => {
            const href = rowHref?.(row);
            return (
              <tr key={rowKey(row)} className={clsx(href && "hover:bg-sunken", rowClassName?.(row))}>
                {columns.map((column, index) =>
                  index === 0 ? (
                    <th key={column.key} scope="row" className={clsx(cellClass(column), "min-w-32 font-medium")}>
                      {href ? (
                        <Link
                          href={href}
                          prefetch={false}
                          className="row-link after:-outline-offset-2 hover:text-accent focus-visible:outline-none focus-visible:after:outline-2 focus-visible:after:outline-accent"
                        >
                          {column.cell(row)}
                        </Link>
                      ) : (
                        column.cell(row)
                      )}
                    </th>
                  ) : (
                    <td key={column.key} className={cellClass(column)}>
                      {column.cell(row)}
                    </td>
                  ),
                )}
              </tr>
            );
          })}
        </tbody>
        {footer ? (
          <tfoot className="font-semibold [&>tr>*]:border-line [&>tr>*]:border-t [&>tr>*]:px-3 [&>tr>*]:py-2.5 [&>tr>*]:text-left [&>tr>*:first-child]:pl-4 [&>tr>*:last-child]:pr-4">
            {footer}
          </tfoot>
        ) : null}
      </table>
    </section>
  );
}
