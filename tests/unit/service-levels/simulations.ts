import { simulateServiceCredits } from "@/lib/service-levels/rules/simulate-service-credits";
import { serviceCreditSimulationSchema } from "@/lib/service-levels/simulation-schema";

export const pool = { type: "pool", poolPercent: "50", allocationPercent: "40", multipliers: ["1"], expectedMisses: 4 };
export const points = {
  type: "points",
  bands: [
    ["99", "0"],
    ["98", "1"],
    ["97", "2"],
    ["96", "3"],
    [null, "4"],
  ],
  repeatMultiplier: "2",
};
export const tiers = {
  type: "tiers",
  bands: [
    ["99.9", "0"],
    ["99", "10"],
    [null, "25"],
  ],
};
export const gap = { type: "gap", step: null, percentPerStep: "1" };

export function level(id: string, scheme: object, terms: object = {}) {
  return { id, direction: "higher", expected: "95", minimum: "90", decimals: null, scheme, ...terms };
}

/** `periods` lists the values by month from January 2026 on. */
export function request(levels: object[], periods: Record<string, string | null>[], terms: object = {}) {
  return {
    currency: "USD",
    charges: "100000",
    atRiskPercent: "10",
    yearlyCapPercent: null,
    serviceLevels: levels,
    pointsTable: [
      ["5", "0"],
      ["10", "2"],
      ["15", "4"],
    ],
    earnBack: null,
    periods: periods.map((values, index) => ({
      period: `${2026 + Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, "0")}`,
      values,
    })),
    ...terms,
  };
}

export function simulate(input: unknown) {
  return simulateServiceCredits(serviceCreditSimulationSchema.parse(input));
}

/** One service level over several months: its lines. */
export function linesOf(scheme: object, values: (string | null)[], terms: object = {}, contract: object = {}) {
  const answer = simulate(
    request(
      [level("a", scheme, terms)],
      values.map((a) => ({ a })),
      contract,
    ),
  );
  return answer.periods.flatMap((period) => period.lines);
}

export function creditsOf(...input: Parameters<typeof linesOf>): string[] {
  return linesOf(...input).map((line) => line.credit.amount);
}
