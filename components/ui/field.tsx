"use client";

import clsx from "clsx";
import { CircleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { FieldContext, fieldId, useFormState } from "./form-context";

type FieldProps = {
  name: string;
  label: ReactNode;
  help?: ReactNode;
  /** Only to show a message that does not come from the form's action. */
  error?: string;
  required?: boolean;
  /** For several controls under one label (`RadioGroup`, a list of `Checkbox`). */
  group?: boolean;
  hideLabel?: boolean;
  className?: string;
  children: ReactNode;
};

/** Label above, help, message; ids and aria wired to the one control inside. */
export function Field({
  name,
  label,
  help,
  error,
  required = false,
  group = false,
  hideLabel,
  className,
  children,
}: FieldProps) {
  const { formId, fieldErrors } = useFormState();
  const id = fieldId(formId, name);
  const messages = error ? [error] : (fieldErrors[name] ?? []);
  const invalid = messages.length > 0;
  const describedBy = clsx(help && `${id}-help`, invalid && `${id}-error`) || undefined;
  const labelClass = clsx("font-medium text-sm", hideLabel && "sr-only");
  const labelText = (
    <>
      {label}
      {required ? null : <span className="font-normal text-ink-3"> (optional)</span>}
    </>
  );
  return (
    <FieldContext value={{ id, name, labelId: `${id}-label`, required, invalid, describedBy }}>
      <div className={clsx("grid min-w-0 content-start gap-1", className)} data-field={name}>
        {group ? (
          <span id={`${id}-label`} className={labelClass}>
            {labelText}
          </span>
        ) : (
          <label id={`${id}-label`} htmlFor={id} className={labelClass}>
            {labelText}
          </label>
        )}
        {children}
        {invalid ? (
          <p id={`${id}-error`} className="flex gap-1.5 text-bad text-sm">
            <CircleAlert aria-hidden className="mt-0.5 size-3.5!" />
            {messages.join(" ")}
          </p>
        ) : null}
        {help ? (
          <p id={`${id}-help`} className="text-ink-3 text-xs">
            {help}
          </p>
        ) : null}
      </div>
    </FieldContext>
  );
}

/** Fields side by side on a wide screen, one below the other on a phone. */
export function FieldRow({ children, columns = 2 }: { children: ReactNode; columns?: 2 | 3 | 4 }) {
  const grid = { 2: "sm:grid-cols-2", 3: "sm:grid-cols-3", 4: "sm:grid-cols-2 lg:grid-cols-4" }[columns];
  return <div className={clsx("grid gap-4", grid)}>{children}</div>;
}

/** A group of fields with a heading, as a fieldset. */
export function FieldSet({ legend, help, children }: { legend: ReactNode; help?: ReactNode; children: ReactNode }) {
  return (
    <fieldset className="grid min-w-0 gap-4">
      <legend className="mb-3 font-semibold">
        {legend}
        {help ? <span className="block font-normal text-ink-3 text-sm">{help}</span> : null}
      </legend>
      {children}
    </fieldset>
  );
}
