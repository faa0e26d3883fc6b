"use client";

import { Plus, Search, X } from "lucide-react";
import { startTransition, useActionState, useContext, useEffect, useRef, useState } from "react";
import { FieldContext } from "@/components/ui/form-context";
import { Spinner } from "@/components/ui/spinner";
import { searchProcesses } from "@/lib/engagements/actions";
import { IDLE } from "@/lib/shared/action-state";

export type PickedProcess = { id: string; code: string; name: string };

const WAIT_MS = 250;

function isProcess(value: unknown): value is PickedProcess {
  return typeof value === "object" && value !== null && "id" in value && "code" in value && "name" in value;
}

/** Finds processes by name or code and keeps the chosen ones as `processIds[]`. Inside `<Field group>`. */
export function ProcessPicker({ initial }: { initial: readonly PickedProcess[] }) {
  const field = useContext(FieldContext);
  const [picked, setPicked] = useState<readonly PickedProcess[]>(initial);
  const [text, setText] = useState("");
  const [state, search, pending] = useActionState(searchProcesses, IDLE);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);

  const found = state.status === "done" && Array.isArray(state.value) ? state.value.filter(isProcess) : [];
  const offered = text === "" ? [] : found.filter((one) => !picked.some((other) => other.id === one.id)).slice(0, 8);

  function type(next: string) {
    setText(next);
    clearTimeout(timer.current);
    if (next.trim() === "") return;
    timer.current = setTimeout(() => {
      const form = new FormData();
      form.set("text", next);
      startTransition(() => search(form));
    }, WAIT_MS);
  }

  function add(process: PickedProcess) {
    setPicked([...picked, process]);
    setText("");
  }

  return (
    <div className="grid gap-2">
      {picked.map((process) => (
        <input key={process.id} type="hidden" name="processIds[]" value={process.id} />
      ))}
      {picked.length > 0 ? (
        <ul className="flex flex-wrap gap-2" aria-label="Chosen processes">
          {picked.map((process) => (
            <li
              key={process.id}
              className="inline-flex min-h-7 items-center gap-1.5 rounded-md border border-line-strong bg-surface pl-2.5 text-sm"
            >
              <span>
                {process.name} <span className="text-ink-3">{process.code}</span>
              </span>
              <button
                type="button"
                aria-label={`Leave out ${process.name}`}
                onClick={() => setPicked(picked.filter((one) => one.id !== process.id))}
                className="grid size-7 place-items-center rounded-md text-ink-2 hover:bg-sunken hover:text-ink"
              >
                <X aria-hidden />
              </button>
            </li>
          ))}
        </ul>
      ) : null}
      <span className="relative block">
        <Search aria-hidden className="pointer-events-none absolute top-2 left-2.5 text-ink-3" />
        <input
          id={field?.id}
          type="search"
          value={text}
          aria-labelledby={field?.labelId}
          aria-describedby={field?.describedBy}
          placeholder="Name or code of a process"
          autoComplete="off"
          onChange={(event) => type(event.target.value)}
          onKeyDown={(event) => {
            if (event.key !== "Enter") return;
            event.preventDefault();
            const [first] = offered;
            if (first) add(first);
          }}
          className="h-8 w-full rounded-md border border-line-strong bg-surface pr-2.5 pl-8 shadow-card hover:border-line-control"
        />
      </span>
      <div role="status" className="text-ink-3 text-sm empty:hidden">
        {pending ? (
          <Spinner />
        ) : text.trim() !== "" && state.status === "done" && offered.length === 0 ? (
          "Nothing found."
        ) : null}
      </div>
      {offered.length > 0 ? (
        <ul className="grid overflow-hidden rounded-md border border-line bg-surface" aria-label="Found processes">
          {offered.map((process) => (
            <li key={process.id} className="not-first:border-line not-first:border-t">
              <button
                type="button"
                onClick={() => add(process)}
                className="flex min-h-8 w-full items-center gap-2 px-2.5 py-1 text-left text-sm hover:bg-sunken"
              >
                <Plus aria-hidden className="text-ink-3" />
                <span className="min-w-0 flex-1 truncate">{process.name}</span>
                <span className="text-ink-3">{process.code}</span>
              </button>
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  );
}
