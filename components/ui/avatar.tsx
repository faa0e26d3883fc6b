import clsx from "clsx";

/** First letters of the first and last word. */
function initials(name: string): string {
  const words = name.trim().split(/\s+/);
  const letters = words.length > 1 ? [words[0], words.at(-1)] : [words[0]];
  return letters
    .map((word) => [...(word ?? "")][0] ?? "")
    .join("")
    .toUpperCase();
}

/** The letters repeat the name beside it, so a screen reader skips them. */
export function Avatar({ name, square = false, accent = false }: { name: string; square?: boolean; accent?: boolean }) {
  const letters = square ? initials(name).slice(0, 1) : initials(name);
  return (
    <span
      aria-hidden
      className={clsx(
        "grid size-6 shrink-0 place-items-center font-semibold text-[0.6875rem]",
        square ? "rounded-md" : "rounded-full",
        accent ? "bg-accent text-on-accent" : "border border-line-strong bg-sunken text-ink-2",
      )}
    >
      {letters}
    </span>
  );
}
