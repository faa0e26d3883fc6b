import { expect, test } from "vitest";
import { compareWithLevel } from "@/lib/service-levels/rules/attainment";
import { bonusFor } from "@/lib/service-levels/rules/bonus";
import { ratchetExpected } from "@/lib/service-levels/rules/ratchet";
import { d } from "@/lib/shared/decimal";

const level = { direction: "higher", expected: d(95), minimum: d(90) } as const;
const history = (...values: (number | null)[]) =>
  values.map((value) =>
    value === null
      ? { state: "missing" as const, value: null }
      : { state: compareWithLevel(level, d(value)), value: d(value) },
  );

test.each([
  ["three in a row at the target", [98, 98, 98], 0, "1000"],
  ["one just below it", [98, 97.99, 98], 0, "0"],
  ["too short a history", [98, 98], 0, "0"],
  ["one without data", [98, null, 98], 0, "0"],
  ["only the last ones count", [90, 98, 99, 100], 0, "1000"],
  ["held to what the cap leaves", [98, 98, 98], 1500, "500"],
  ["nothing left", [98, 98, 98], 2500, "0"],
] as const)("bonus: %s", (_, values, granted, expected) => {
  const terms = { periods: 3, target: d(98), percent: d(1), capPercent: d(2) };
  const base = { charges: d(100_000), currency: "EUR", granted: d(granted) };
  expect(bonusFor(terms, "higher", history(...values), base).result.toString()).toBe(expected);
});

test.each([
  ["the mean of the best three", "higher", 95, 100, [96, 90, 97, 96.5], 50, "96.5"],
  ["at most a share of the distance", "higher", 95, 100, [99, 99, 99], 50, "97.5"],
  ["never loosened", "higher", 95, 100, [94, 94, 94], 50, "95"],
  ["too few values", "higher", 95, 100, [99, 99], 50, "95"],
  ["lower is better", "lower", 5, 0, [4, 4.5, 3.5, 9], 50, "4"],
  ["lower is better, held", "lower", 5, 0, [1, 1, 1], 20, "4"],
  ["lower is better, never loosened", "lower", 5, 0, [6, 6, 6], 20, "5"],
  ["only the last twelve", "higher", 95, 100, [99, 99, 99, ...Array<number>(12).fill(95.5)], 50, "95.5"],
] as const)("ratchet: %s", (_, direction, expected, perfect, values, mostPercent, result) => {
  const terms = { direction, expected: d(expected), perfect: d(perfect), best: 3, mostPercent: d(mostPercent) };
  expect(
    ratchetExpected(
      terms,
      values.map((value) => d(value)),
    ).result.toString(),
  ).toBe(result);
});
