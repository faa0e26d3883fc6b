"use client";

import clsx from "clsx";
import { type ComponentProps, type ReactNode, useContext, useId } from "react";
import { FieldContext, useFormState } from "./form-context";

const BOX = "size-4 shrink-0 accent-accent";

type CheckboxProps = Omit<ComponentProps<"input">, "type"> & { label: ReactNode; help?: ReactNode };

/** One box with its text. Alone it needs no `Field`; several of one name go into `<Field group>`. */
export function Checkbox({ label, help, className, ...rest }: CheckboxProps) {
  const helpId = useId();
  const { fieldErrors } = useFormState();
  const inField = useContext(FieldContext) !== null;
  const messages = inField || !rest.name ? [] : (fieldErrors[rest.name] ?? []);
  return (
    <label className={clsx("flex min-h-6 items-start gap-2.5", className)}>
      <span className="flex h-5 items-center">
        <input
          type="checkbox"
          aria-describedby={help || messages.length > 0 ? helpId : undefined}
          aria-invalid={messages.length > 0 || undefined}
          {...rest}
          className={BOX}
        />
      </span>
      <span className="min-w-0">
        {label}
        <span id={helpId} className="block text-ink-3 text-xs empty:hidden">
          {help}
          {messages.length > 0 ? <span className="block text-bad text-sm">{messages.join(" ")}</span> : null}
        </span>
      </span>
    </label>
  );
}

export type RadioOption = { value: string; label: ReactNode; help?: ReactNode; disabled?: boolean };

type RadioGroupProps = {
  options: readonly RadioOption[];
  defaultValue?: string;
  value?: string;
  onValueChange?: (value: string) => void;
  /** `row` is for short answers such as a scale from 1 to 5. */
  layout?: "column" | "row";
};

/** Inside `<Field group>`. */
export function RadioGroup({ options, defaultValue, value, onValueChange, layout = "column" }: RadioGroupProps) {
  const field = useContext(FieldContext);
  const ownName = useId();
  const name = field?.name ?? ownName;
  return (
    <div
      role="radiogroup"
      id={field?.id}
      tabIndex={-1}
      aria-labelledby={field?.labelId}
      aria-describedby={field?.describedBy}
      aria-required={field?.required || undefined}
      className={clsx("rounded-md", layout === "row" ? "flex flex-wrap gap-x-5 gap-y-1" : "grid gap-1.5")}
    >
      {options.map((option) => (
        <label key={option.value} className="flex min-h-6 items-start gap-2.5">
          <span className="flex h-5 items-center">
            <input
              type="radio"
              name={name}
              value={option.value}
              disabled={option.disabled}
              className={BOX}
              {...(value === undefined
                ? { defaultChecked: option.value === defaultValue }
                : { checked: option.value === value, onChange: () => onValueChange?.(option.value) })}
            />
          </span>
          <span className="min-w-0">
            {option.label}
            {option.help ? <span className="block text-ink-3 text-xs">{option.help}</span> : null}
          </span>
        </label>
      ))}
    </div>
  );
}
