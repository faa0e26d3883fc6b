"use client";

import { Search } from "lucide-react";
import { Kbd } from "@/components/ui/kbd";
import { askShell } from "./shell-events";

export function FindButton({ compact = false }: { compact?: boolean }) {
  if (compact) {
    return (
      <button
        type="button"
        aria-label="Find or run"
        onClick={() => askShell("shell:palette")}
        className="grid size-9 place-items-center rounded-md text-ink-2 hover:bg-line/60"
      >
        <Search aria-hidden />
      </button>
    );
  }
  return (
    <button
      type="button"
      aria-keyshortcuts="Control+K Meta+K"
      onClick={() => askShell("shell:palette")}
      className="flex h-8 w-full items-center gap-2.5 rounded-md border border-line-strong bg-surface px-2.5 text-ink-2 shadow-card hover:border-line-control"
    >
      <Search aria-hidden />
      <span className="flex-1 text-left">Find or run</span>
      <Kbd>Ctrl K</Kbd>
    </button>
  );
}
