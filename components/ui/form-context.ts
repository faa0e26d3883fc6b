"use client";

import { type ComponentProps, createContext, useContext } from "react";

type FormState = {
  /** Prefix of the fields' ids, so that two forms on a page do not collide. */
  formId: string;
  fieldErrors: Record<string, string[]>;
  pending: boolean;
  /** `name=value` of the button that was pressed, while the action runs. */
  pressed: string | null;
};

const NO_FORM: FormState = { formId: "field", fieldErrors: {}, pending: false, pressed: null };

export const FormContext = createContext<FormState>(NO_FORM);

export function useFormState(): FormState {
  return useContext(FormContext);
}

/** Names may have dots and brackets (`lines.0.amount`); ids that are linked to had better not. */
export function fieldId(formId: string, name: string): string {
  return `${formId}-${name.replace(/[^\w-]/g, "_")}`;
}

export type FieldState = {
  id: string;
  name: string;
  labelId: string;
  required: boolean;
  invalid: boolean;
  describedBy: string | undefined;
};

export const FieldContext = createContext<FieldState | null>(null);

export type ControlProps = Pick<ComponentProps<"input">, "id" | "name" | "aria-describedby" | "aria-invalid">;

/** What a control takes from the `Field` around it; what it is given itself goes first. */
export function useControl(own: ControlProps) {
  const field = useContext(FieldContext);
  return {
    id: own.id ?? field?.id,
    name: own.name ?? field?.name,
    "aria-describedby": own["aria-describedby"] ?? field?.describedBy,
    "aria-invalid": own["aria-invalid"] ?? (field?.invalid || undefined),
    "aria-required": field?.required || undefined,
  };
}
