import { type Decimal, d } from "@/lib/shared/decimal";

/**
 * A band of the value and what it brings: points, or percent of the charges. Bands stand best first. `bound` is the
 * worst value that still belongs to the band: the lower bound where higher is better, the upper one where lower is
 * better. The last band has no bound and takes the rest, so there are no holes.
 */
export type Band = { bound: Decimal | null; result: Decimal };

export type PoolScheme = {
  type: "pool";
  poolPercent: Decimal;
  allocationPercent: Decimal;
  /** By length of the run of failures; the last one also for longer runs. */
  multipliers: readonly Decimal[];
  /** How many misses of the expected level within 12 periods make a failure; 1: every one. */
  expectedMisses: number;
};
export type PointsScheme = { type: "points"; bands: readonly Band[]; repeatMultiplier: Decimal };
export type TiersScheme = { type: "tiers"; bands: readonly Band[] };
/** `step` null: proportional to the distance. */
export type GapScheme = { type: "gap"; step: Decimal | null; percentPerStep: Decimal };

export type Scheme = PoolScheme | PointsScheme | TiersScheme | GapScheme;

type BandText = readonly [string | null, string];

/** A scheme as it is stored and sent: decimals as text. */
export type SchemeText =
  | {
      type: "pool";
      poolPercent: string;
      allocationPercent: string;
      multipliers: readonly string[];
      expectedMisses: number;
    }
  | { type: "points"; bands: readonly BandText[]; repeatMultiplier: string }
  | { type: "tiers"; bands: readonly BandText[] }
  | { type: "gap"; step: string | null; percentPerStep: string };

function readBands(bands: readonly BandText[]): Band[] {
  return bands.map(([bound, result]) => ({ bound: bound === null ? null : d(bound), result: d(result) }));
}

export function readScheme(text: SchemeText): Scheme {
  switch (text.type) {
    case "pool":
      return {
        type: "pool",
        poolPercent: d(text.poolPercent),
        allocationPercent: d(text.allocationPercent),
        multipliers: text.multipliers.map(d),
        expectedMisses: text.expectedMisses,
      };
    case "points":
      return { type: "points", bands: readBands(text.bands), repeatMultiplier: d(text.repeatMultiplier) };
    case "tiers":
      return { type: "tiers", bands: readBands(text.bands) };
    case "gap":
      return { type: "gap", step: text.step === null ? null : d(text.step), percentPerStep: d(text.percentPerStep) };
  }
}
