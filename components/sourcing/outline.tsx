"use client";

import { type KeyboardEvent, type ReactNode, useEffect, useRef } from "react";

export type OutlineSection = { title: string; rows: readonly { key: string; content: ReactNode }[] };

/**
 * Rows under section headings. Alt with an arrow key presses the row's own "Move up" or "Move down" button, and the
 * focus stays with the row that moved.
 */
export function Outline({ label, sections }: { label: string; sections: readonly OutlineSection[] }) {
  const box = useRef<HTMLDivElement>(null);
  const moved = useRef<{ key: string; way: string } | null>(null);

  useEffect(() => {
    const last = moved.current;
    if (!last) return;
    const row = box.current?.querySelector(`[data-row="${last.key}"]`);
    const button = row?.querySelector<HTMLButtonElement>(`button[aria-label^="${last.way}"]`);
    if (button && document.activeElement === document.body) button.focus();
  });

  function onKeyDown(event: KeyboardEvent) {
    if (!event.altKey || (event.key !== "ArrowUp" && event.key !== "ArrowDown")) return;
    const row = event.target instanceof Element ? event.target.closest<HTMLElement>("[data-row]") : null;
    const way = event.key === "ArrowUp" ? "Move up" : "Move down";
    const button = row?.querySelector<HTMLButtonElement>(`button[aria-label^="${way}"]`);
    if (!row || !button) return;
    event.preventDefault();
    moved.current = { key: row.dataset.row ?? "", way };
    button.click();
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys act on the buttons inside
    <div ref={box} onKeyDown={onKeyDown}>
      {sections.map((section) => (
        <section key={section.title} aria-label={`${label}: ${section.title}`}>
          <h3 className="border-line border-b bg-sunken px-4 py-1.5 font-semibold text-ink-2 text-sm">
            {section.title}
          </h3>
          <ol>
            {section.rows.map((row) => (
              <li key={row.key} data-row={row.key} className="border-line border-b last:border-b-0">
                {row.content}
              </li>
            ))}
          </ol>
        </section>
      ))}
    </div>
  );
}
