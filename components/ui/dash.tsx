/** Stands for a value that is not there; never a zero. */
export function Dash({ label = "not available" }: { label?: string }) {
  return (
    <span title={label}>
      <span aria-hidden className="text-ink-3">
        —
      </span>
      <span className="sr-only">{label}</span>
    </span>
  );
}
