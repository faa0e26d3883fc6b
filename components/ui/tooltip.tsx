"use client";

import { type ReactNode, useEffect, useRef } from "react";

const WAIT_MS = 400;

/**
 * Shows the name of an icon button to the eye; the button inside carries the same words as `aria-label`.
 * Stays while the pointer is on it, goes with Escape.
 */
export function Tooltip({ text, children }: { text: string; children: ReactNode }) {
  const anchor = useRef<HTMLSpanElement>(null);
  const tip = useRef<HTMLSpanElement>(null);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);

  useEffect(() => () => clearTimeout(timer.current), []);

  function show(wait: number) {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => {
      if (anchor.current && tip.current && !tip.current.matches(":popover-open")) {
        tip.current.showPopover({ source: anchor.current });
      }
    }, wait);
  }

  function hide() {
    clearTimeout(timer.current);
    if (tip.current?.matches(":popover-open")) tip.current.hidePopover();
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: listens for the control inside, is none itself
    <span
      ref={anchor}
      className="inline-flex"
      onPointerEnter={() => show(WAIT_MS)}
      onPointerLeave={hide}
      onFocus={() => show(0)}
      onBlur={hide}
      onKeyDown={(event) => {
        if (event.key === "Escape") hide();
      }}
    >
      {children}
      <span ref={tip} popover="manual" aria-hidden className="float fade-in px-2 py-1 text-xs">
        {text}
      </span>
    </span>
  );
}
