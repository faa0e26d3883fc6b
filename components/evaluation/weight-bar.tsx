import clsx from "clsx";
import type { WeightRange } from "@/lib/sourcing/rules/lot-evaluation";

type WeightBarProps = { ranges: WeightRange[]; names: Record<string, string>; weight: string; winner: string | null };

/** How far around the set weight the bar looks. */
const REACH = 20;

/** Who wins at which technical weight, around the weight that is set; the mark is where the RFP stands. */
export function WeightBar({ ranges, names, weight, winner }: WeightBarProps) {
  const set = Number(weight);
  const [from, to] = [Math.max(0, set - REACH), Math.min(100, set + REACH)];
  const place = (at: number) => ((at - from) / (to - from)) * 100;
  const shown = ranges
    .map((range) => ({ ...range, start: Math.max(from, Number(range.from)), end: Math.min(to, Number(range.to)) }))
    .filter((range) => range.end > range.start);
  return (
    <figure
      className="grid min-w-0 grid-cols-[minmax(0,1fr)] gap-1.5"
      aria-label={`Winner by technical weight from ${from} to ${to}`}
    >
      <div className="flex h-5 min-w-0 text-xs" aria-hidden>
        {shown.map((range) => (
          <span
            key={range.from}
            style={{ width: `${place(range.end) - place(range.start)}%` }}
            className={clsx(
              "truncate px-0.5 text-center",
              range.winner === winner ? "font-semibold text-ink" : "text-ink-3",
            )}
          >
            {range.winner === null ? "tie" : names[range.winner]}
          </span>
        ))}
      </div>
      <div className="relative h-4">
        <div className="absolute inset-0 flex">
          {shown.map((range) => (
            <span
              key={range.from}
              style={{ width: `${place(range.end) - place(range.start)}%` }}
              className={clsx(
                "h-full border-surface border-r last:border-r-0",
                range.winner === winner ? "bg-accent" : "bg-accent-soft",
              )}
            />
          ))}
        </div>
        <span className="-top-1 -bottom-1.5 absolute w-0.5 bg-ink" style={{ left: `calc(${place(set)}% - 1px)` }} />
      </div>
      <div className="tabular relative h-5 text-ink-2 text-xs">
        <span className="absolute left-0">{from}</span>
        <span
          className="-translate-x-1/2 absolute whitespace-nowrap"
          style={{ left: `${Math.min(80, Math.max(20, place(set)))}%` }}
        >
          {weight} (set)
        </span>
        <span className="absolute right-0">{to}</span>
      </div>
      <figcaption className="sr-only">
        {shown.map(
          (range) =>
            `${range.start.toFixed(1)} to ${range.end.toFixed(1)}: ${range.winner === null ? "tie" : names[range.winner]}. `,
        )}
      </figcaption>
    </figure>
  );
}
