import clsx from "clsx";
import type { ReactNode } from "react";
import { TONE_TEXT, type Tone } from "./tone";

export type TimelineEvent = {
  key: string;
  icon: ReactNode;
  title: ReactNode;
  when: ReactNode;
  body?: ReactNode;
  tone?: Tone;
};

/** What happened, newest first, with a line through the icons. */
export function Timeline({ events, label = "Activity" }: { events: readonly TimelineEvent[]; label?: string }) {
  return (
    <ol aria-label={label} className="px-4 py-3.5">
      {events.map((event) => (
        <li key={event.key} className="group relative flex gap-3 pb-4 last:pb-0">
          <span
            aria-hidden
            className="-translate-x-px absolute top-7 bottom-0 left-3.5 w-px bg-line group-last:hidden"
          />
          <span
            className={clsx(
              "grid size-7 shrink-0 place-items-center rounded-full border border-line bg-surface",
              TONE_TEXT[event.tone ?? "neutral"],
            )}
          >
            {event.icon}
          </span>
          <div className="min-w-0 flex-1 pt-1">
            <div className="flex flex-wrap justify-between gap-x-4">
              <span className="min-w-0">{event.title}</span>
              <span className="text-ink-3 text-sm">{event.when}</span>
            </div>
            {event.body ? <div className="mt-1 whitespace-pre-wrap break-words text-ink-2">{event.body}</div> : null}
          </div>
        </li>
      ))}
    </ol>
  );
}
