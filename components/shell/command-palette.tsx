"use client";

import { Command as List } from "cmdk";
import { Search } from "lucide-react";
import { useRouter } from "next/navigation";
import { useEffect, useRef, useState } from "react";
import { Kbd, Keys } from "@/components/ui/kbd";
import type { Command } from "./types";
import { usePaletteSearch } from "./use-palette-search";

type CommandPaletteProps = { commands: readonly Command[]; searchUrl: string; onClose: () => void };

const ITEM =
  "flex min-h-9 cursor-pointer items-center gap-2.5 rounded-md px-2.5 data-[selected=true]:bg-accent-soft [&_svg]:text-ink-2";
const GROUP =
  "p-1 [&_[cmdk-group-heading]]:px-2.5 [&_[cmdk-group-heading]]:py-1.5 [&_[cmdk-group-heading]]:text-ink-3 [&_[cmdk-group-heading]]:text-xs";

/** Finds any record by name or code and runs commands. */
export function CommandPalette({ commands, searchUrl, onClose }: CommandPaletteProps) {
  const router = useRouter();
  const dialog = useRef<HTMLDialogElement>(null);
  const [text, setText] = useState("");
  const search = usePaletteSearch(searchUrl, text);
  const wanted = text.trim().toLowerCase();
  const matching = commands.filter((command) => command.label.toLowerCase().includes(wanted));

  useEffect(() => {
    if (!dialog.current || dialog.current.open) return;
    dialog.current.showModal();
    // A field that is focused before the dialog stands in the top layer loses the focus to the dialog.
    dialog.current.querySelector("input")?.focus();
  }, []);

  function go(href: string) {
    onClose();
    router.push(href);
  }

  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the keyboard closes it with Escape, through onClose
    <dialog
      ref={dialog}
      onClose={onClose}
      onClick={(event) => {
        if (event.target === event.currentTarget) onClose();
      }}
      aria-label="Find or run"
      className="fade-in mx-auto mt-[12dvh] w-[calc(100vw-2rem)] max-w-xl overflow-hidden rounded-lg border border-line bg-raised p-0 text-ink shadow-float"
    >
      <List shouldFilter={false} label="Find or run" loop>
        <div className="flex items-center gap-2.5 border-line border-b px-3.5">
          <Search aria-hidden className="text-ink-3" />
          <List.Input
            value={text}
            onValueChange={setText}
            placeholder="Name, code or command"
            className="h-12 w-full bg-transparent text-lg outline-none!"
          />
          <Kbd>Esc</Kbd>
        </div>
        <List.List className="max-h-[min(26rem,60dvh)] overflow-y-auto" aria-busy={search.state === "loading"}>
          <List.Empty className="px-4 py-8 text-center text-ink-2">
            {
              {
                idle: "Type a name or a code.",
                loading: "Searching…",
                found: `Nothing found for “${text}”.`,
                failed: "The search did not answer. Check the connection and type again.",
              }[search.state]
            }
          </List.Empty>
          {search.groups.map((group) => (
            <List.Group key={group.label} heading={group.label} className={GROUP}>
              {group.items.map((item) => (
                <List.Item key={item.href} value={item.href} onSelect={() => go(item.href)} className={ITEM}>
                  <span className="min-w-0 flex-1 truncate">{item.label}</span>
                  <span className="shrink-0 text-ink-3 text-sm">{item.hint}</span>
                </List.Item>
              ))}
            </List.Group>
          ))}
          {matching.length > 0 ? (
            <List.Group heading="Go to" className={GROUP}>
              {matching.map((command) => (
                <List.Item
                  key={command.href}
                  value={`command:${command.href}`}
                  onSelect={() => go(command.href)}
                  className={ITEM}
                >
                  {command.icon}
                  <span className="min-w-0 flex-1 truncate">{command.label}</span>
                  {command.shortcut ? <Keys keys={command.shortcut} /> : null}
                </List.Item>
              ))}
            </List.Group>
          ) : null}
        </List.List>
      </List>
      {search.state === "failed" && matching.length > 0 ? (
        <p role="alert" className="border-line border-t px-3.5 py-2 text-bad text-sm">
          Records could not be searched. Check the connection and type again.
        </p>
      ) : null}
    </dialog>
  );
}
