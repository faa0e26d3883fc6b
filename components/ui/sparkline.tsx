import type { Tone } from "./tone";

type SparklineProps = {
  /** Oldest first; null where nothing was reported. */
  values: readonly (number | null)[];
  direction: "higher" | "lower";
  expected?: number;
  minimum?: number;
  /** Says in words what the line shows. */
  label: string;
  size?: "row" | "tile";
  lastTone?: Tone;
};

const DOT: Record<Tone, string> = {
  good: "stroke-good",
  warn: "stroke-warn",
  bad: "stroke-bad",
  neutral: "stroke-ink-3",
  accent: "stroke-accent",
};
const BOX = { row: { width: 164, height: 24 }, tile: { width: 252, height: 52 } };
const PADDING = 4;

/** Small and honest: the good band, expected and minimum dashed, a dot for the last value and for each miss. */
export function Sparkline({ values, direction, expected, minimum, label, size = "row", lastTone }: SparklineProps) {
  const { width, height } = BOX[size];
  const known = values.filter((value) => value !== null);
  const all = [...known, ...(expected === undefined ? [] : [expected]), ...(minimum === undefined ? [] : [minimum])];
  if (all.length === 0) return null;
  const low = Math.min(...all);
  const span = Math.max(...all) - low || 1;
  const x = (index: number) => PADDING + (index * (width - 2 * PADDING)) / Math.max(values.length - 1, 1);
  const y = (value: number) => height - PADDING - ((value - low) / span) * (height - 2 * PADDING);
  const misses = (value: number, level: number | undefined) =>
    level !== undefined && (direction === "higher" ? value < level : value > level);
  const toneOf = (value: number): Tone => (misses(value, minimum) ? "bad" : misses(value, expected) ? "warn" : "good");

  let path = "";
  values.forEach((value, index) => {
    if (value === null) return;
    const isNewPart = index === 0 || values[index - 1] === null;
    path += `${isNewPart ? "M" : "L"}${x(index).toFixed(1)} ${y(value).toFixed(1)}`;
  });
  const lastIndex = values.findLastIndex((value) => value !== null);
  const band = expected === undefined ? null : y(expected);
  return (
    <svg
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={label}
      className={size === "tile" ? "block h-13 w-full" : "block h-6 w-41"}
      preserveAspectRatio="none"
    >
      {band === null ? null : (
        <>
          <rect
            x={0}
            width={width}
            y={direction === "higher" ? 0 : band}
            height={direction === "higher" ? band : height - band}
            className="fill-good-soft"
          />
          <line
            x1={0}
            x2={width}
            y1={band}
            y2={band}
            className="stroke-good"
            strokeDasharray="3 2"
            vectorEffect="non-scaling-stroke"
          />
        </>
      )}
      {minimum === undefined ? null : (
        <line
          x1={0}
          x2={width}
          y1={y(minimum)}
          y2={y(minimum)}
          className="stroke-bad"
          strokeDasharray="3 2"
          vectorEffect="non-scaling-stroke"
        />
      )}
      <path
        d={path}
        fill="none"
        className="stroke-ink-2"
        strokeWidth={1.25}
        strokeLinejoin="round"
        vectorEffect="non-scaling-stroke"
      />
      {values.map((value, index) =>
        value !== null && (index === lastIndex || misses(value, minimum)) ? (
          // A stroke without length is a dot that stays round when the picture is stretched.
          <path
            // biome-ignore lint/suspicious/noArrayIndexKey: the place in time is the key
            key={index}
            d={`M${x(index)} ${y(value)}h0.001`}
            strokeWidth={index === lastIndex ? 6 : 4}
            strokeLinecap="round"
            vectorEffect="non-scaling-stroke"
            className={DOT[index === lastIndex && lastTone ? lastTone : toneOf(value)]}
          />
        ) : null,
      )}
    </svg>
  );
}
