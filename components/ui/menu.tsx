"use client";

import clsx from "clsx";
import { type KeyboardEvent, type ReactNode, type ToggleEvent, useId, useRef, useState } from "react";

type MenuProps = {
  /** What stands on the button. */
  trigger: ReactNode;
  /** Names the list. */
  label: string;
  /** The button has no words of its own, so it takes the name too. */
  iconOnly?: boolean;
  triggerClassName?: string;
  side?: "start" | "end" | "top";
  /** `MenuLink`, `MenuAction`, `MenuLabel`, `MenuSeparator`. */
  children: ReactNode;
};

const MOVES: Record<string, (index: number, count: number) => number> = {
  ArrowDown: (index, count) => (index + 1) % count,
  ArrowUp: (index, count) => (index - 1 + count) % count,
  Home: () => 0,
  End: (_, count) => count - 1,
};

/** A list of things to do on the browser's own popover: closes on Escape and on a click outside. */
export function Menu({ trigger, label, iconOnly = false, triggerClassName, side = "start", children }: MenuProps) {
  const id = useId();
  const list = useRef<HTMLDivElement>(null);
  const [isOpen, setIsOpen] = useState(false);

  function items(): HTMLElement[] {
    return [...(list.current?.querySelectorAll<HTMLElement>('[role^="menuitem"]:not([aria-disabled="true"])') ?? [])];
  }

  function follow(event: ToggleEvent<HTMLDivElement>) {
    const opens = event.newState === "open";
    setIsOpen(opens);
    if (opens) items()[0]?.focus();
  }

  function move(event: KeyboardEvent<HTMLDivElement>) {
    const all = items();
    const index = document.activeElement instanceof HTMLElement ? all.indexOf(document.activeElement) : -1;
    const target = MOVES[event.key]?.(index, all.length);
    const byLetter =
      event.key.length === 1 && event.key !== " " && !event.ctrlKey && !event.metaKey
        ? [...all.slice(index + 1), ...all.slice(0, index + 1)].find((item) =>
            item.textContent?.trim().toLowerCase().startsWith(event.key.toLowerCase()),
          )
        : undefined;
    if (event.key === "Tab") list.current?.hidePopover();
    if (target === undefined && !byLetter) return;
    event.preventDefault();
    (byLetter ?? (target === undefined ? undefined : all[target]))?.focus();
  }

  return (
    <>
      <button
        type="button"
        popoverTarget={id}
        aria-haspopup="menu"
        aria-expanded={isOpen}
        aria-label={iconOnly ? label : undefined}
        className={triggerClassName}
      >
        {trigger}
      </button>
      <div
        ref={list}
        id={id}
        popover="auto"
        role="menu"
        tabIndex={-1}
        aria-label={label}
        onToggle={follow}
        onKeyDown={move}
        onClick={(event) => {
          if (event.target instanceof Element && event.target.closest('[role^="menuitem"]'))
            list.current?.hidePopover();
        }}
        className={clsx("float fade-in min-w-48 p-1", side === "end" && "float-end", side === "top" && "float-top")}
      >
        {children}
      </div>
    </>
  );
}
