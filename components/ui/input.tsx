"use client";

import clsx from "clsx";
import type { ComponentProps, ReactNode } from "react";
import { CONTROL } from "./control-style";
import { useControl } from "./form-context";

type InputProps = ComponentProps<"input">;

export function Input({ className, ...rest }: InputProps) {
  return <input {...rest} {...useControl(rest)} className={clsx(CONTROL, "h-8", className)} />;
}

export function Textarea({ className, rows = 4, ...rest }: ComponentProps<"textarea">) {
  return (
    <textarea
      rows={rows}
      {...rest}
      {...useControl(rest)}
      className={clsx(CONTROL, "field-sizing-content min-h-16 py-1.5", className)}
    />
  );
}

/** A calendar day as `YYYY-MM-DD`. Month: `type="month"`; a moment: `type="datetime-local"`. */
export function DateInput({
  className,
  type = "date",
  ...rest
}: Omit<InputProps, "type"> & { type?: "date" | "month" | "datetime-local" | "time" }) {
  return (
    <input type={type} {...rest} {...useControl(rest)} className={clsx(CONTROL, "tabular h-8 w-auto!", className)} />
  );
}

type DecimalInputProps = Omit<InputProps, "type" | "prefix"> & { unit?: ReactNode; prefix?: ReactNode };

/** A number typed as text, so that no digit is lost; `unit` stands behind it ("€", "%", "hours"). */
export function DecimalInput({ unit, prefix, className, ...rest }: DecimalInputProps) {
  return (
    <div
      className={clsx(
        "flex h-8 w-full min-w-0 items-center rounded-md border border-line-strong bg-surface shadow-card hover:border-line-control",
        "focus-within:border-accent focus-within:outline-2 focus-within:outline-accent has-[:disabled]:bg-sunken has-[[aria-invalid]]:border-bad",
        className,
      )}
    >
      {prefix ? <span className="shrink-0 pl-2.5 text-ink-3 text-sm">{prefix}</span> : null}
      <input
        type="text"
        inputMode="decimal"
        autoComplete="off"
        {...rest}
        {...useControl(rest)}
        className="tabular h-full w-full min-w-0 bg-transparent px-2.5 text-right outline-none!"
      />
      {unit ? <span className="shrink-0 pr-2.5 text-ink-3 text-sm">{unit}</span> : null}
    </div>
  );
}

/** `hint` says what is accepted and how large. */
export function FileInput({ className, hint, ...rest }: Omit<InputProps, "type"> & { hint?: ReactNode }) {
  return (
    <div className="grid gap-1">
      <input
        type="file"
        {...rest}
        {...useControl(rest)}
        className={clsx(
          "block w-full rounded-md border border-line-control border-dashed bg-sunken p-2 text-ink-2 text-sm",
          "file:mr-3 file:h-7 file:cursor-pointer file:rounded-md file:border file:border-line-strong file:bg-surface file:px-2.5 file:font-medium file:text-ink file:text-sm",
          className,
        )}
      />
      {hint ? <span className="text-ink-3 text-xs">{hint}</span> : null}
    </div>
  );
}
