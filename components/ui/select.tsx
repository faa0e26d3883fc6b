"use client";

import clsx from "clsx";
import { ChevronsUpDown } from "lucide-react";
import type { ComponentProps } from "react";
import { CONTROL } from "./control-style";
import { useControl } from "./form-context";

export type Option = { value: string; label: string; disabled?: boolean };

type SelectProps = ComponentProps<"select"> & {
  options: readonly Option[];
  /** Shown for the empty value, for example "Choose…" or "Any state". */
  placeholder?: string;
};

/** The browser's own select: works everywhere, also on a phone and with a keyboard. */
export function Select({ options, placeholder, className, ...rest }: SelectProps) {
  return (
    <span className={clsx("relative block min-w-0", className)}>
      <select {...rest} {...useControl(rest)} className={clsx(CONTROL, "h-8 appearance-none truncate pr-8!")}>
        {placeholder === undefined ? null : <option value="">{placeholder}</option>}
        {options.map((option) => (
          <option key={option.value} value={option.value} disabled={option.disabled}>
            {option.label}
          </option>
        ))}
      </select>
      <ChevronsUpDown aria-hidden className="pointer-events-none absolute top-2 right-2.5 text-ink-3" />
    </span>
  );
}
