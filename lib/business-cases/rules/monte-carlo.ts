import type { DriverKey, Scenario } from "./drivers";
import { driverEffect } from "./drivers";
import { countYears, type LineCategory } from "./options";

/** A triangular range in percent of the amounts (percentage points for the discount rate): low ≤ likely ≤ high. */
export type DriverTriangle = { driver: DriverKey; low: number; likely: number; high: number };

export type Simulation = { mean: number; p10: number; p50: number; p90: number; chanceOfLoss: number; draws: number };

/** Mulberry32: a small generator with 32 bits of state. The same seed gives the same sequence on every machine. */
export function createRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** The value of a triangular distribution below which a share of `chance` lies. */
export function drawTriangular(low: number, likely: number, high: number, chance: number): number {
  const width = high - low;
  if (width <= 0) return low;
  const turn = (likely - low) / width;
  return chance < turn
    ? low + Math.sqrt(chance * width * (likely - low))
    : high - Math.sqrt((1 - chance) * width * (high - likely));
}

/** One stream of money per year, already signed, and the drivers that stretch it. */
type Stream = { amounts: number[]; movers: number[] };

function buildStreams(scenario: Scenario, triangles: DriverTriangle[]): Stream[] {
  const { option, keep, settings } = scenario;
  const years = countYears(option, keep);
  const kept = 1 - (settings.taxRate?.toNumber() ?? 0);
  const streams: Stream[] = [];
  const addLines = (lines: typeof option.lines, side: "option" | "keep") => {
    for (const line of lines) {
      const isCost = line.category !== "benefit";
      const sign = (side === "keep") === isCost ? kept : -kept;
      const movers = triangles.flatMap((triangle, index) =>
        moves(triangle.driver, side, line.category) ? [index] : [],
      );
      const amounts = Array.from({ length: years }, (_, year) => sign * (line.amounts[year]?.toNumber() ?? 0));
      streams.push({ amounts, movers });
    }
  };
  addLines(option.lines, "option");
  addLines(keep.lines, "keep");
  return streams;
}

function moves(driver: DriverKey, side: "option" | "keep", category: LineCategory): boolean {
  return driver !== "discountRate" && driverEffect(driver)[side].includes(category);
}

/**
 * Draws the net present value many times, each driver from its triangular range and independent of the others. In
 * binary floating point on purpose: the answer is a statistical estimate, far coarser than its 15
 * digits, and decimals would take minutes. Repeatable by its seed. Percentiles are by nearest rank.
 */
export function simulateNpv(scenario: Scenario, triangles: DriverTriangle[], draws: number, seed: number): Simulation {
  if (!Number.isInteger(draws) || draws < 1) throw new RangeError("At least one draw is needed.");
  const random = createRandom(seed);
  const streams = buildStreams(scenario, triangles);
  const years = countYears(scenario.option, scenario.keep);
  const rate = scenario.settings.rate.toNumber();
  const rateIndex = triangles.findIndex((triangle) => triangle.driver === "discountRate");
  const outcomes = new Float64Array(draws);
  const changes = new Float64Array(triangles.length);
  let total = 0;
  let losses = 0;
  for (let draw = 0; draw < draws; draw += 1) {
    triangles.forEach(({ low, likely, high }, index) => {
      changes[index] = drawTriangular(low, likely, high, random()) / 100;
    });
    const growth = 1 + rate + (rateIndex < 0 ? 0 : (changes[rateIndex] ?? 0));
    let value = 0;
    for (const { amounts, movers } of streams) {
      let factor = 1;
      for (const mover of movers) factor *= 1 + (changes[mover] ?? 0);
      // Horner from the last year back: one division per year instead of a power.
      let present = 0;
      for (let year = years - 1; year >= 0; year -= 1) present = present / growth + (amounts[year] ?? 0);
      value += factor * present;
    }
    if (scenario.settings.convention === "allDiscounted") value /= growth;
    outcomes[draw] = value;
    total += value;
    if (value < 0) losses += 1;
  }
  outcomes.sort();
  const percentile = (share: number) => outcomes[Math.max(0, Math.ceil(share * draws) - 1)] ?? 0;
  return {
    mean: total / draws,
    p10: percentile(0.1),
    p50: percentile(0.5),
    p90: percentile(0.9),
    chanceOfLoss: losses / draws,
    draws,
  };
}
