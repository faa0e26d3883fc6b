"use client";

import { useEffect, useState } from "react";

export type PaletteGroup = { label: string; items: { label: string; hint?: string; href: string }[] };

type Search = { state: "idle" | "loading" | "found" | "failed"; groups: PaletteGroup[] };

const WAIT_MS = 180;
const NOTHING: Search = { state: "idle", groups: [] };

function hasGroups(answer: unknown): answer is { groups: PaletteGroup[] } {
  return typeof answer === "object" && answer !== null && "groups" in answer && Array.isArray(answer.groups);
}

/** Asks a moment after the last key; an answer that comes late is dropped. */
export function usePaletteSearch(searchUrl: string, text: string): Search {
  const [search, setSearch] = useState<Search>(NOTHING);

  useEffect(() => {
    const query = text.trim();
    if (query === "") {
      setSearch(NOTHING);
      return;
    }
    const stop = new AbortController();
    const timer = setTimeout(async () => {
      setSearch((before) => ({ state: "loading", groups: before.groups }));
      try {
        const response = await fetch(`${searchUrl}?q=${encodeURIComponent(query)}`, { signal: stop.signal });
        const answer: unknown = response.ok ? await response.json() : null;
        setSearch(hasGroups(answer) ? { state: "found", groups: answer.groups } : { state: "failed", groups: [] });
      } catch {
        if (!stop.signal.aborted) setSearch({ state: "failed", groups: [] });
      }
    }, WAIT_MS);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [searchUrl, text]);

  return search;
}
