"use client";

import { useEffect, useState } from "react";

export type Line<T> = { key: string; value: T | null };

let made = 0;

/** Lines of a form that can be added, removed and moved; taken over anew when the record was saved (`version`). */
export function useLines<T extends { id: string }>(values: readonly T[], version: number) {
  const [lines, setLines] = useState<Line<T>[]>(() => toLines(values));
  // biome-ignore lint/correctness/useExhaustiveDependencies: the values are new objects at every render
  useEffect(() => setLines(toLines(values)), [version]);

  function move(index: number, by: number) {
    setLines((before) => {
      const after = [...before];
      const [line] = after.splice(index, 1);
      if (line) after.splice(Math.max(0, index + by), 0, line);
      return after;
    });
  }

  function add() {
    made += 1;
    const key = `new-${made}`;
    setLines((before) => [...before, { key, value: null }]);
  }

  const remove = (key: string) => setLines((before) => before.filter((line) => line.key !== key));
  return { lines, add, remove, move };
}

function toLines<T extends { id: string }>(values: readonly T[]): Line<T>[] {
  return values.map((value) => ({ key: value.id, value }));
}
