"use client";

import clsx from "clsx";
import { ChevronRight } from "lucide-react";
import Link from "next/link";
import { type ReactNode, useState } from "react";

export type TreeRow = {
  key: string;
  /** Null for a row at the top. Parents stand before their children. */
  parent: string | null;
  cells: readonly ReactNode[];
  href?: string;
};

type TreeTableProps = {
  caption: string;
  columns: readonly { header: ReactNode; align?: "left" | "right" }[];
  rows: readonly TreeRow[];
  /** Keys that are closed at first; by default all are open. */
  closed?: readonly string[];
};

const INDENT = ["pl-4", "pl-9", "pl-14", "pl-19", "pl-24", "pl-29"];

/** A table whose rows open and close. */
export function TreeTable({ caption, columns, rows, closed = [] }: TreeTableProps) {
  const [isClosed, setIsClosed] = useState<ReadonlySet<string>>(() => new Set(closed));
  const parents = new Map(rows.map((row) => [row.key, row.parent]));
  const withChildren = new Set(rows.map((row) => row.parent));

  function ancestors(key: string): string[] {
    const list: string[] = [];
    for (let parent = parents.get(key); parent; parent = parents.get(parent)) list.push(parent);
    return list;
  }

  function toggle(key: string) {
    setIsClosed((before) => {
      const after = new Set(before);
      if (!after.delete(key)) after.add(key);
      return after;
    });
  }

  return (
    <section
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
      tabIndex={0}
      aria-label={caption}
      className="scroll-box -outline-offset-2 relative overflow-x-auto rounded-b-lg"
    >
      <table className="w-full text-sm">
        <caption className="sr-only">{caption}</caption>
        <thead className="text-ink-2 text-xs">
          <tr className="border-line border-b">
            {columns.map((column, index) => (
              <th
                // biome-ignore lint/suspicious/noArrayIndexKey: columns do not move
                key={index}
                scope="col"
                className={clsx(
                  "whitespace-nowrap px-3 py-2 font-medium first:pl-4 last:pr-4",
                  column.align === "right" ? "text-right" : "text-left",
                )}
              >
                {column.header}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => {
            const above = ancestors(row.key);
            const [first, ...others] = row.cells;
            const isOpen = !isClosed.has(row.key);
            return (
              <tr
                key={row.key}
                hidden={above.some((key) => isClosed.has(key))}
                className={clsx("border-line not-last:border-b", row.href && "hover:bg-sunken")}
              >
                <th
                  scope="row"
                  className={clsx("py-2 pr-3 text-left font-medium", INDENT[Math.min(above.length, INDENT.length - 1)])}
                >
                  <span className="flex items-center gap-1">
                    {withChildren.has(row.key) ? (
                      <button
                        type="button"
                        aria-expanded={isOpen}
                        aria-label={isOpen ? "Close" : "Open"}
                        onClick={() => toggle(row.key)}
                        className="-ml-1.5 grid size-6 shrink-0 place-items-center rounded text-ink-2 hover:bg-line"
                      >
                        <ChevronRight aria-hidden className={clsx("transition-transform", isOpen && "rotate-90")} />
                      </button>
                    ) : (
                      <span aria-hidden className="w-4.5 shrink-0" />
                    )}
                    {row.href ? (
                      <Link href={row.href} className="row-link hover:text-accent">
                        {first}
                      </Link>
                    ) : (
                      first
                    )}
                  </span>
                </th>
                {others.map((cell, index) => (
                  <td
                    // biome-ignore lint/suspicious/noArrayIndexKey: columns do not move
                    key={index}
                    className={clsx(
                      "px-3 py-2 last:pr-4",
                      columns[index + 1]?.align === "right" && "whitespace-nowrap text-right",
                    )}
                  >
                    {cell}
                  </td>
                ))}
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}
