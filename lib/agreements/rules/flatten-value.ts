export type Labelled = { key: string; label: string; value: string };

/** Words of what is stored in schemes, price terms and definitions; another key is shown as it is written. */
const WORDS: Record<string, string> = {
  type: "Type",
  monthly: "A month",
  amount: "Amount",
  rates: "Rates",
  rate: "Rate",
  markupPercent: "Markup on materials, %",
  notToExceed: "Not to exceed a month",
  bands: "Bands",
  mode: "Bands apply",
  baseline: "Baseline",
  deadBandPercent: "Dead band, %",
  additionalRate: "Rate above",
  reducedRate: "Rate below",
  price: "Price",
  sharePercent: "Share, %",
  baselineCost: "Against a cost of",
  poolPercent: "Pool, %",
  allocationPercent: "Allocation, %",
  multipliers: "Multipliers in a row",
  expectedMisses: "Misses of the expected level",
  repeatMultiplier: "Multiplier when repeated",
  step: "Step",
  percentPerStep: "Percent a step",
  pointsTable: "Table of points",
  filter: "Filter",
  aggregate: "Value",
  month: "Month by",
};

const isPlain = (value: unknown): value is string | number | boolean =>
  ["string", "number", "boolean"].includes(typeof value);

function oneLine(value: unknown): string {
  if (value === null || value === undefined) return "–";
  if (isPlain(value)) return String(value);
  if (Array.isArray(value)) return value.map(oneLine).join(" → ");
  return Object.entries(value as object)
    .filter(([, part]) => part !== null && part !== undefined)
    .map(([key, part]) => `${WORDS[key] ?? key} ${oneLine(part)}`)
    .join(", ");
}

/** A stored value as labelled lines: each field of an object its own, a list on one line. */
export function flattenValue(value: unknown, key: string, label: string): Labelled[] {
  if (value === null || value === undefined) return [];
  if (isPlain(value)) return [{ key, label, value: String(value) }];
  if (Array.isArray(value)) return [{ key, label, value: value.map(oneLine).join("; ") }];
  return Object.entries(value as object).flatMap(([name, part]) => {
    const word = WORDS[name] ?? name;
    const own = label === "" ? word : `${label}: ${word.toLowerCase()}`;
    return typeof part === "object" && part !== null && !Array.isArray(part)
      ? [{ key: `${key}.${name}`, label: own, value: oneLine(part) }]
      : flattenValue(part, `${key}.${name}`, own);
  });
}
