"use client";

import { Plus, Trash2 } from "lucide-react";
import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";

type EditGridProps = {
  caption: string;
  headers: readonly { label: string; align?: "left" | "right" }[];
  /** One list of cells per row, in the order of the headers. */
  rows: readonly { key: string; cells: readonly ReactNode[] }[];
  onRemove?: (index: number) => void;
  onAdd?: () => void;
  addLabel?: string;
};

/** A table to type into, row by row. */
export function EditGrid({ caption, headers, rows, onRemove, onAdd, addLabel = "Add a row" }: EditGridProps) {
  return (
    <div className="grid gap-2">
      <div className="-mx-1 relative overflow-x-auto px-1 pb-1">
        <table className="w-full text-sm">
          <caption className="sr-only">{caption}</caption>
          <thead>
            <tr className="text-ink-2 text-xs">
              {headers.map((header) => (
                <th
                  key={header.label}
                  scope="col"
                  className={`whitespace-nowrap px-1 pb-1 font-medium ${header.align === "right" ? "text-right" : "text-left"}`}
                >
                  {header.label}
                </th>
              ))}
              {onRemove ? (
                <th>
                  <span className="sr-only">Remove</span>
                </th>
              ) : null}
            </tr>
          </thead>
          <tbody>
            {rows.map((row, index) => (
              <tr key={row.key}>
                {row.cells.map((cell, column) => (
                  <td key={headers[column]?.label ?? column} className="min-w-20 p-1">
                    {cell}
                  </td>
                ))}
                {onRemove ? (
                  <td className="w-8 p-1">
                    <Button
                      variant="quiet"
                      size="icon"
                      aria-label={`Remove row ${index + 1}`}
                      icon={<Trash2 aria-hidden />}
                      disabled={rows.length <= 1}
                      onClick={() => onRemove(index)}
                    />
                  </td>
                ) : null}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {onAdd ? (
        <div>
          <Button size="sm" icon={<Plus aria-hidden />} onClick={onAdd}>
            {addLabel}
          </Button>
        </div>
      ) : null}
    </div>
  );
}
