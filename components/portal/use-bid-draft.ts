"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import { IDLE } from "@/lib/shared/action-state";
import { saveDraftAction } from "@/lib/sourcing/bids/actions";
import type { DraftContent } from "@/lib/sourcing/bids/schema";
import { type DraftValues, mergeValues, toForm, toValues } from "./draft-values";

export type SaveState = { kind: "saved" | "waiting" | "saving" } | { kind: "failed"; message: string };

const WAIT_MS = 700;
const RETRY_MS = 5000;
const OFFLINE = "No connection. Your text is kept in this browser and saved when the connection is back.";

type Kept = { base: DraftValues; values: DraftValues };

function readKept(key: string): Kept | null {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(key) ?? "null");
    return typeof kept === "object" && kept !== null && "base" in kept && "values" in kept ? (kept as Kept) : null;
  } catch {
    return null; // Storage closed to us, or not ours: then nothing was kept.
  }
}

function keep(key: string, kept: Kept | null): void {
  try {
    if (kept) localStorage.setItem(key, JSON.stringify(kept));
    else localStorage.removeItem(key);
  } catch {
    // Full or closed storage: the server has every save, only the last moment is without a net.
  }
}

/** Autosave of a bid: typing is kept in the browser at once and on the server, sealed, a moment later. */
export function useBidDraft(bid: { id: string; version: number; owner: string; initial: DraftValues }) {
  const key = `bid-draft:${bid.owner}:${bid.id}`;
  const [values, setValues] = useState(bid.initial);
  const [theirs, setTheirs] = useState<DraftValues>({});
  const [state, setState] = useState<SaveState>({ kind: "saved" });
  const [version, setVersion] = useState(bid.version);
  const now = useRef({ values: bid.initial, base: bid.initial, version: bid.version, isSaving: false });
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);

  const save = useCallback(async () => {
    const at = now.current;
    if (at.isSaving) return;
    at.isSaving = true;
    setState({ kind: "saving" });
    const sent = at.values;
    const answer = await saveDraftAction(IDLE, toForm(sent, bid.id, at.version)).catch(() => null);
    at.isSaving = false;
    const again = (wait: number) => {
      clearTimeout(timer.current);
      timer.current = setTimeout(save, wait);
    };
    if (answer === null) {
      setState({ kind: "failed", message: OFFLINE });
      return again(RETRY_MS);
    }
    if (answer.status === "refused" && answer.conflict) {
      // Written by our own server a moment ago; a schema would only make the page heavier.
      const current = JSON.parse(answer.conflict.current.content ?? "{}") as DraftContent;
      const other = toValues(current);
      const merged = mergeValues(at.base, at.values, other);
      at.base = other;
      at.values = merged.values;
      at.version = Number(answer.conflict.current.version);
      setValues(merged.values);
      setTheirs((known) => ({ ...known, ...merged.theirs }));
      return again(0);
    }
    if (answer.status !== "done") {
      setState({ kind: "failed", message: answer.status === "refused" ? answer.message : OFFLINE });
      return;
    }
    const saved = answer.value as { version: number };
    at.base = sent;
    at.version = saved.version;
    setVersion(saved.version);
    if (at.values !== sent) return again(WAIT_MS);
    keep(key, null);
    setState({ kind: "saved" });
  }, [bid.id, key]);

  const set = useCallback(
    (field: string, value: string) => {
      const at = now.current;
      at.values = { ...at.values, [field]: value };
      setValues(at.values);
      setState((known) => (known.kind === "failed" ? known : { kind: "waiting" }));
      keep(key, { base: at.base, values: at.values });
      clearTimeout(timer.current);
      timer.current = setTimeout(save, WAIT_MS);
    },
    [key, save],
  );

  const dismiss = useCallback((field: string) => {
    setTheirs(({ [field]: _, ...others }) => others);
  }, []);

  useEffect(() => {
    const kept = readKept(key);
    if (kept) {
      const merged = mergeValues(kept.base, kept.values, now.current.base);
      now.current.values = merged.values;
      setValues(merged.values);
      setTheirs(merged.theirs);
      void save();
    }
    const flush = () => {
      if (document.visibilityState === "hidden" && now.current.values !== now.current.base) void save();
    };
    document.addEventListener("visibilitychange", flush);
    return () => {
      document.removeEventListener("visibilitychange", flush);
      clearTimeout(timer.current);
    };
  }, [key, save]);

  return { values, theirs, state, version, set, dismiss };
}
