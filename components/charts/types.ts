export type SeriesTone =
  | "series-1"
  | "series-2"
  | "series-3"
  | "series-4"
  | "series-5"
  | "good"
  | "warn"
  | "bad"
  | "neutral";

export type Series = { key: string; label: string; tone?: SeriesTone };

/** One place on the category axis; `href` leads to the records behind it. Numbers are for drawing only. */
export type ChartPoint = { label: string; href?: string; values: Record<string, number | null> };

/** How numbers are written on axis and in the box that follows the pointer. */
export type NumberLook = {
  locale: string;
  style?: "decimal" | "currency" | "percent";
  currency?: string;
  compact?: boolean;
  digits?: number;
};

const AUTOMATIC: readonly SeriesTone[] = ["series-1", "series-2", "series-3", "series-4", "series-5"];

export function colourOf(series: Series, index: number): string {
  const tone = series.tone ?? AUTOMATIC[index % AUTOMATIC.length] ?? "series-1";
  return tone === "neutral" ? "var(--ink-3)" : `var(--${tone})`;
}

/** `percent` takes 12.5 for 12.5 %, as everywhere in the product. */
export function formatNumber(value: number, look: NumberLook): string {
  const { locale, style = "decimal", currency, compact = false, digits } = look;
  const text = new Intl.NumberFormat(locale, {
    notation: compact ? "compact" : "standard",
    maximumFractionDigits: digits ?? (compact ? 1 : 0),
    ...(style === "currency" && currency ? { style, currency, currencyDisplay: "narrowSymbol" } : {}),
  }).format(value);
  return (style === "percent" ? `${text} %` : text).replace("-", "−");
}
