"use client";

import { CircleAlert } from "lucide-react";
import { type RefObject, useEffect, useRef, useState } from "react";
import type { ActionState } from "@/lib/shared/action-state";
import { fieldId, useFormState } from "./form-context";
import { focusField, labelOf } from "./form-values";

type Refused = Extract<ActionState, { status: "refused" }>;

type ErrorSummaryProps = {
  state: Refused;
  /** The messages whose fields were not written in since. */
  fields: Record<string, string[]>;
  formRef: RefObject<HTMLFormElement | null>;
  title?: string;
  busy: boolean;
};

/** All messages in one place, above the form; takes the focus, and each line leads to its field. */
export function ErrorSummary({ state, fields, formRef, title = "Not saved", busy }: ErrorSummaryProps) {
  const { formId } = useFormState();
  const box = useRef<HTMLDivElement>(null);
  const [labels, setLabels] = useState<Record<string, string>>({});
  const names = Object.keys(fields);

  useEffect(() => {
    const form = formRef.current;
    if (busy || !form) return;
    setLabels(Object.fromEntries(Object.keys(state.fields ?? {}).map((name) => [name, labelOf(form, name)])));
    box.current?.focus();
  }, [state, busy, formRef]);

  return (
    <div
      ref={box}
      tabIndex={-1}
      role="alert"
      className="flex gap-3 rounded-md border border-bad bg-bad-soft px-3 py-2.5"
    >
      <CircleAlert aria-hidden className="mt-0.5 text-bad" />
      <div className="min-w-0">
        <p className="font-semibold">{title}</p>
        <p className="text-pretty">{state.message}</p>
        {names.length > 0 ? (
          <ul className="mt-1">
            {names.map((name) => (
              <li key={name}>
                <a
                  href={`#${fieldId(formId, name)}`}
                  className="inline-block min-h-6 underline underline-offset-3"
                  onClick={(event) => {
                    if (formRef.current && focusField(formRef.current, name)) event.preventDefault();
                  }}
                >
                  {labels[name] ?? name} — {fields[name]?.join(" ")}
                </a>
              </li>
            ))}
          </ul>
        ) : null}
      </div>
    </div>
  );
}
