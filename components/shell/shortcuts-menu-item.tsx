"use client";

import { Keyboard } from "lucide-react";
import { Kbd } from "@/components/ui/kbd";
import { askShell } from "./shell-events";

export function ShortcutsMenuItem() {
  return (
    <button
      type="button"
      role="menuitem"
      onClick={() => askShell("shell:shortcuts")}
      className="-outline-offset-2 flex min-h-8 w-full items-center gap-2.5 rounded-md px-2.5 text-left hover:bg-sunken focus-visible:bg-sunken [&_svg]:text-ink-2"
    >
      <Keyboard aria-hidden />
      <span className="flex-1">Keyboard shortcuts</span>
      <Kbd>?</Kbd>
    </button>
  );
}
