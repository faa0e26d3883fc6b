"use client";

import { type RefObject, useCallback, useEffect, useRef, useState } from "react";
import { changedValues, type FormValues, readValues, readVersion, writeValues, writeVersion } from "./form-values";

type Draft = { values: FormValues; version: string | null; savedAt: number };

const KEEP_FOR_MS = 30 * 24 * 60 * 60 * 1000;
const WAIT_MS = 400;

/** The person stands on an element around the form, so that two people at one computer do not see each other's text. */
function storageKey(form: HTMLFormElement, draftKey: string): string {
  const owner = form.closest<HTMLElement>("[data-draft-owner]")?.dataset.draftOwner ?? "";
  return `draft:${owner}:${draftKey}`;
}

function isDraft(value: unknown): value is Draft {
  return typeof value === "object" && value !== null && "values" in value && "savedAt" in value;
}

function loadDraft(key: string): Draft | null {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(key) ?? "null");
    if (isDraft(stored) && Date.now() - stored.savedAt < KEEP_FOR_MS) return stored;
  } catch {
    // Storage may be closed to us or hold something else: then there is no draft.
  }
  return null;
}

function storeDraft(key: string, draft: Draft | null): void {
  try {
    if (draft) localStorage.setItem(key, JSON.stringify(draft));
    else localStorage.removeItem(key);
  } catch {
    // Full or closed storage: typing goes on, only without a draft.
  }
}

/**
 * Keeps what is typed in this browser until the action is done. The version goes with it: text typed against
 * an older state of the record must meet the conflict, not overwrite what came meanwhile.
 */
export function useDraft(formRef: RefObject<HTMLFormElement | null>, draftKey: string | undefined) {
  const [restoredAt, setRestoredAt] = useState<number | null>(null);
  const before = useRef<FormValues>({});
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);

  useEffect(() => {
    const form = formRef.current;
    if (!form || !draftKey) return;
    before.current = readValues(form);
    const draft = loadDraft(storageKey(form, draftKey));
    if (draft && Object.keys(changedValues(before.current, draft.values)).length > 0) {
      writeValues(form, draft.values);
      if (draft.version !== null) writeVersion(form, draft.version);
      setRestoredAt(draft.savedAt);
    }
    return () => clearTimeout(timer.current);
  }, [formRef, draftKey]);

  const keep = useCallback(() => {
    const form = formRef.current;
    if (!form || !draftKey) return;
    clearTimeout(timer.current);
    timer.current = setTimeout(() => {
      const values = changedValues(before.current, readValues(form));
      const isEmpty = Object.keys(values).length === 0;
      storeDraft(
        storageKey(form, draftKey),
        isEmpty ? null : { values, version: readVersion(form), savedAt: Date.now() },
      );
    }, WAIT_MS);
  }, [formRef, draftKey]);

  const clear = useCallback(() => {
    const form = formRef.current;
    clearTimeout(timer.current);
    setRestoredAt(null);
    if (!form || !draftKey) return;
    storeDraft(storageKey(form, draftKey), null);
    before.current = readValues(form);
  }, [formRef, draftKey]);

  const discard = useCallback(() => {
    clear();
    // The values that came from the server are the form's defaults.
    location.reload();
  }, [clear]);

  return { restoredAt, keep, clear, discard };
}
