"use client";

import dynamic from "next/dynamic";
import { useRouter } from "next/navigation";
import { useEffect, useRef, useState } from "react";
import type { ShellEvent } from "./shell-events";
import { areLettersOn } from "./shortcut-setting";
import type { Command } from "./types";

// Neither is needed to see a page, so both come when first asked for.
const CommandPalette = dynamic(() => import("./command-palette").then((module) => module.CommandPalette), {
  ssr: false,
});
const ShortcutsDialog = dynamic(() => import("./shortcuts-dialog").then((module) => module.ShortcutsDialog), {
  ssr: false,
});

const SECOND_KEY_WITHIN_MS = 1200;

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
  );
}

/** Listens for Ctrl/⌘ K, `?` and `g` then a letter. */
export function CommandCenter({ commands, searchUrl }: { commands: readonly Command[]; searchUrl: string }) {
  const router = useRouter();
  const [open, setOpen] = useState<"palette" | "shortcuts" | null>(null);
  const firstKey = useRef<{ key: string; at: number }>({ key: "", at: 0 });

  useEffect(() => {
    const showPalette = () => setOpen("palette");
    const showShortcuts = () => setOpen("shortcuts");
    const palette: ShellEvent = "shell:palette";
    const shortcuts: ShellEvent = "shell:shortcuts";
    window.addEventListener(palette, showPalette);
    window.addEventListener(shortcuts, showShortcuts);
    return () => {
      window.removeEventListener(palette, showPalette);
      window.removeEventListener(shortcuts, showShortcuts);
    };
  }, []);

  useEffect(() => {
    function listen(event: KeyboardEvent) {
      if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "k") {
        event.preventDefault();
        setOpen((before) => (before === "palette" ? null : "palette"));
        return;
      }
      const isPlain = !event.ctrlKey && !event.metaKey && !event.altKey;
      if (!isPlain || isTyping(event.target) || document.querySelector("dialog[open]") || !areLettersOn()) return;
      if (event.key === "?") {
        event.preventDefault();
        setOpen("shortcuts");
        return;
      }
      const before = firstKey.current;
      const pair = event.timeStamp - before.at < SECOND_KEY_WITHIN_MS ? `${before.key} ${event.key}` : event.key;
      firstKey.current = { key: event.key, at: event.timeStamp };
      const command = commands.find((each) => each.shortcut === pair);
      if (command) router.push(command.href);
    }
    window.addEventListener("keydown", listen);
    return () => window.removeEventListener("keydown", listen);
  }, [commands, router]);

  if (open === "palette")
    return <CommandPalette commands={commands} searchUrl={searchUrl} onClose={() => setOpen(null)} />;
  if (open === "shortcuts") return <ShortcutsDialog commands={commands} onClose={() => setOpen(null)} />;
  return null;
}
