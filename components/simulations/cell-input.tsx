"use client";

import clsx from "clsx";
import { CONTROL } from "@/components/ui/control-style";

type CellInputProps = {
  label: string;
  value: string;
  onChange: (value: string) => void;
  error?: string | undefined;
  isText?: boolean;
  type?: "text" | "date" | "month" | "time";
  className?: string;
};

/** A field in a cell of a table: its name is for those who do not see the row and the column. */
export function CellInput({ label, value, onChange, error, isText = false, type = "text", className }: CellInputProps) {
  return (
    <input
      type={type}
      aria-label={label}
      aria-invalid={error ? true : undefined}
      title={error}
      inputMode={isText || type !== "text" ? undefined : "decimal"}
      autoComplete="off"
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
      className={clsx(CONTROL, "tabular h-8 px-2!", !isText && type === "text" && "text-right", className)}
    />
  );
}
