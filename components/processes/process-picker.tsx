"use client";

import { useEffect, useId, useRef, useState } from "react";
import { Input } from "@/components/ui/input";

type Suggestion = { id: string; code: string; name: string };
const WAIT_MS = 200;

/** A field for the code of a process that suggests while one types; inside a `Field`. Its value is the code. */
export function ProcessPicker({ defaultValue, placeholder }: { defaultValue?: string; placeholder?: string }) {
  const listId = useId();
  const [suggestions, setSuggestions] = useState<Suggestion[]>([]);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);

  function suggest(text: string) {
    clearTimeout(timer.current);
    timer.current = setTimeout(async () => {
      try {
        const answer = await fetch(`/processes/suggest?q=${encodeURIComponent(text)}`);
        if (answer.ok) setSuggestions((await answer.json()) as Suggestion[]);
      } catch {
        // Without suggestions the code can still be typed; the server checks it.
        setSuggestions([]);
      }
    }, WAIT_MS);
  }

  return (
    <>
      <Input
        list={listId}
        autoComplete="off"
        defaultValue={defaultValue}
        placeholder={placeholder}
        onFocus={(event) => suggest(event.currentTarget.value)}
        onChange={(event) => suggest(event.currentTarget.value)}
      />
      <datalist id={listId}>
        {suggestions.map((each) => (
          <option key={each.id} value={each.code}>
            {each.name}
          </option>
        ))}
      </datalist>
    </>
  );
}
