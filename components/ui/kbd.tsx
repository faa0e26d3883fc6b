import type { ReactNode } from "react";

export function Kbd({ children }: { children: ReactNode }) {
  return (
    <kbd className="rounded border border-line-strong bg-surface px-1.5 py-px font-sans text-ink-2 text-xs">
      {children}
    </kbd>
  );
}

/** Keys that are pressed one after the other, such as `g e`. */
export function Keys({ keys }: { keys: string }) {
  return (
    <span className="flex gap-1">
      {keys.split(" ").map((key, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the place is what tells two equal keys apart
        <Kbd key={index}>{key}</Kbd>
      ))}
    </span>
  );
}
