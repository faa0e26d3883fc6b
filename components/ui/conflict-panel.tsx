"use client";

import { GitCompareArrows } from "lucide-react";
import { type RefObject, useEffect, useId, useRef, useState } from "react";
import type { ActionState, Conflict } from "@/lib/shared/action-state";
import { Button } from "./button";
import { labelOf, readValues } from "./form-values";

type Difference = { name: string; label: string; theirs: string; yours: string };

type ConflictPanelProps = {
  state: Extract<ActionState, { status: "refused" }>;
  conflict: Conflict;
  formRef: RefObject<HTMLFormElement | null>;
  pending: boolean;
  onResolve: (values: Record<string, string>, version: string | undefined) => void;
};

/** What the browser shows for a value: an option's words, not its code. */
function readable(form: HTMLFormElement, name: string, value: string): string {
  const field = form.elements.namedItem(name);
  if (field instanceof HTMLSelectElement) {
    return [...field.options].find((option) => option.value === value)?.text ?? value;
  }
  return value === "" ? "—" : value;
}

function findDifferences(form: HTMLFormElement, current: Record<string, string>): Difference[] {
  const mine = readValues(form);
  return Object.entries(current).flatMap(([name, theirs]) => {
    const yours = mine[name]?.join(", ");
    if (name === "version" || yours === undefined || yours === theirs) return [];
    return [{ name, label: labelOf(form, name), theirs, yours }];
  });
}

/** Their value beside yours, field by field; nothing is overwritten before a person has chosen. */
export function ConflictPanel({ state, conflict, formRef, pending, onResolve }: ConflictPanelProps) {
  const box = useRef<HTMLDivElement>(null);
  const id = useId();
  const [differences, setDifferences] = useState<Difference[]>([]);
  const [taken, setTaken] = useState<Record<string, boolean>>({});

  useEffect(() => {
    if (formRef.current) setDifferences(findDifferences(formRef.current, conflict.current));
    setTaken({});
    box.current?.focus();
  }, [conflict, formRef]);

  function save() {
    const values = differences.filter((difference) => taken[difference.name]);
    onResolve(Object.fromEntries(values.map(({ name, theirs }) => [name, theirs])), conflict.current.version);
  }

  return (
    <div ref={box} tabIndex={-1} role="alert" className="rounded-md border border-warn bg-warn-soft px-3 py-2.5">
      <p className="flex items-center gap-2 font-semibold">
        <GitCompareArrows aria-hidden className="text-warn" />
        Changed by {conflict.by} at {new Date(conflict.at).toLocaleString()} meanwhile
      </p>
      <p className="mt-1">{state.message}</p>
      {differences.length > 0 ? (
        <div className="scroll-box mt-3 relative overflow-x-auto rounded-md border border-line bg-surface">
          <table className="w-full text-sm">
            <thead className="text-left text-ink-2 text-xs">
              <tr>
                <th className="px-3 py-2 font-medium">Field</th>
                <th className="px-3 py-2 font-medium">Yours</th>
                <th className="px-3 py-2 font-medium">Theirs</th>
              </tr>
            </thead>
            <tbody>
              {differences.map(({ name, label, theirs, yours }) => (
                <tr key={name} className="border-line border-t align-top">
                  <th scope="row" className="px-3 py-2 text-left font-medium">
                    {label}
                  </th>
                  {[false, true].map((isTheirs) => (
                    <td key={String(isTheirs)} className="px-3 py-2">
                      {/* Without a name: these choices are not part of what is sent. */}
                      <label className="flex min-h-6 gap-2">
                        <input
                          type="radio"
                          className="mt-0.5 size-4 accent-accent"
                          aria-label={`${isTheirs ? "Take theirs" : "Keep yours"}: ${label}`}
                          aria-describedby={`${id}-${name}-${isTheirs}`}
                          checked={(taken[name] ?? false) === isTheirs}
                          onChange={() => setTaken((before) => ({ ...before, [name]: isTheirs }))}
                        />
                        <span id={`${id}-${name}-${isTheirs}`} className="whitespace-pre-wrap break-words">
                          {formRef.current ? readable(formRef.current, name, isTheirs ? theirs : yours) : null}
                        </span>
                      </label>
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      ) : null}
      <div className="mt-3 flex flex-wrap gap-2">
        <Button variant="primary" pending={pending} onClick={save}>
          {differences.length > 0 ? "Save this selection" : "Save again"}
        </Button>
      </div>
    </div>
  );
}
