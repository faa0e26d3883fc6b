import { describe, expect, test } from "vitest";
import { assess, compareWithLevel } from "@/lib/service-levels/rules/attainment";
import { errorBudget } from "@/lib/service-levels/rules/error-budget";
import { d } from "@/lib/shared/decimal";

const level = (direction: "higher" | "lower", decimals: number | null = null) => ({
  direction,
  expected: d("95"),
  minimum: d(direction === "higher" ? "90" : "99"),
  decimals,
});

test.each([
  ["higher", "95.01", "met"],
  ["higher", "95", "met"],
  ["higher", "94.99", "belowExpected"],
  ["higher", "90", "belowExpected"],
  ["higher", "89.99", "belowMinimum"],
  ["lower", "94.99", "met"],
  ["lower", "95", "met"],
  ["lower", "95.01", "belowExpected"],
  ["lower", "99", "belowExpected"],
  ["lower", "99.01", "belowMinimum"],
] as const)("%s is better, measured %s: %s", (direction, value, state) => {
  expect(compareWithLevel(level(direction), d(value))).toBe(state);
});

describe("judging a period", () => {
  test.each([
    ["rounded up to the level", 1, "94.95", "met", "95"],
    ["rounded down, just missed", 1, "94.949", "belowExpected", "94.9"],
    ["not rounded", null, "94.95", "belowExpected", "94.95"],
    ["rounded up to the minimum", 0, "89.5", "belowExpected", "90"],
  ] as const)("%s", (_, decimals, value, state, compared) => {
    const assessment = assess(level("higher", decimals), { value: d(value) });
    expect([assessment.state, assessment.value?.toString()]).toEqual([state, compared]);
  });

  const low = d("10");
  test.each([
    ["no data is missing, not zero", { value: null }, "missing"],
    ["too few cases", { value: low, volume: d(29), minimumVolume: d(30) }, "insufficientVolume"],
    ["just enough cases", { value: low, volume: d(30), minimumVolume: d(30) }, "belowMinimum"],
    ["no minimum volume", { value: low, volume: d(1), minimumVolume: null }, "belowMinimum"],
    ["missing before volume", { value: null, volume: d(0), minimumVolume: d(30) }, "missing"],
    ["an approved exclusion", { value: low, isExcused: true }, "excused"],
    ["excused without data", { value: null, isExcused: true }, "excused"],
    ["before it counts", { value: low, isInGrace: true, isExcused: true }, "grace"],
  ] as const)("%s", (_, observation, state) => {
    expect(assess(level("higher"), observation).state).toBe(state);
  });

  test("the steps can be read aloud", () => {
    const { steps } = assess(level("higher", 1), { value: d("94.949") });
    expect(steps.map((step) => `${step.label}: ${step.value}`)).toEqual([
      "Value: 94.949",
      "Rounded to 1 decimal: 94.9",
      "Expected, minimum: 95, 90 (higher is better)",
      "Attainment: worse than expected, not worse than the minimum",
    ]);
  });
});

describe("error budget", () => {
  const input = { volume: d(500), failing: d(40), forecast: d(1000) };
  test.each([
    ["higher", null, 100, 60, 50, 10],
    ["higher", 0, 105, 65, 55, 15],
    ["lower", null, 990, 950, 950, 910],
    ["lower", 0, 994, 954, 954, 914],
  ] as const)("%s is better, rounded to %s", (direction, decimals, minimumAllowed, minimumLeft, allowed, left) => {
    const { result } = errorBudget({ level: level(direction, decimals), ...input });
    expect([result.minimum.allowed, result.minimum.left].map(Number)).toEqual([minimumAllowed, minimumLeft]);
    expect([result.expected.allowed, result.expected.left].map(Number)).toEqual([allowed, left]);
  });

  test.each([
    ["higher", 2],
    ["lower", 2],
    ["higher", null],
    ["lower", null],
  ] as const)("one failure more than allowed misses the level: %s, %s decimals", (direction, decimals) => {
    const units = 777;
    const terms = level(direction, decimals);
    const { result } = errorBudget({ level: terms, volume: d(units), failing: d(0), forecast: d(units) });
    const stateWith = (failing: number) => {
      const part = direction === "higher" ? units - failing : failing;
      return assess(terms, { value: d(part).times(100).dividedBy(units) }).state;
    };
    const allowed = result.expected.allowed.toNumber();
    expect([stateWith(allowed), stateWith(allowed + 1)]).toEqual(["met", "belowExpected"]);
  });

  test("a budget that is used up is negative, and a forecast below the volume is the volume", () => {
    const { result } = errorBudget({ level: level("higher"), volume: d(1000), failing: d(101), forecast: d(10) });
    expect(result.minimum.left.toNumber()).toBe(-1);
  });
});
