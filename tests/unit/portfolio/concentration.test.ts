import fc from "fast-check";
import { expect, test } from "vitest";
import { measureConcentration, rateConcentration } from "@/lib/portfolio/rules/concentration";
import { d } from "@/lib/shared/decimal";

const charge = (node: string, engagement: string, amount: number) => ({ node, engagement, amount: d(amount) });

test("shares, index and the engagements behind each node, by hand", () => {
  const { result, steps } = measureConcentration([
    charge("Nordlicht", "E2", 30),
    charge("Nordlicht", "E1", 20),
    charge("Brisa", "E3", 30),
    charge("Kite", "E1", 20),
  ]);
  expect(result.shares.map((one) => [one.node, one.share.toFixed(), one.engagements])).toEqual([
    ["Nordlicht", "50", ["E1", "E2"]],
    ["Brisa", "30", ["E3"]],
    ["Kite", "20", ["E1"]],
  ]);
  expect(result.herfindahl?.toFixed()).toBe("3800");
  expect(result.level).toBe("high");
  expect(steps.at(-1)?.value).toBe("3800");
});

test("nothing spent has no index", () => {
  expect(measureConcentration([]).result).toMatchObject({ herfindahl: null, level: null, shares: [] });
  expect(measureConcentration([charge("A", "E1", 0)]).result.herfindahl).toBeNull();
});

test.each([
  ["1000", "low"],
  ["1000.01", "moderate"],
  ["1800", "moderate"],
  ["1800.01", "high"],
])("an index of %s is %s", (index, level) => {
  expect(rateConcentration(d(index))).toBe(level);
});

test("shares sum to 100, the index lies between 10,000 ÷ n and 10,000, and neither order nor currency unit matters", () => {
  const charges = fc.array(
    fc.record({
      node: fc.constantFrom("A", "B", "C", "D"),
      engagement: fc.constantFrom("E1", "E2"),
      amount: fc.integer({ min: 1, max: 1_000_000 }).map((amount) => d(amount)),
    }),
    { minLength: 1, maxLength: 20 },
  );
  fc.assert(
    fc.property(charges, fc.integer({ min: 2, max: 50 }), (rows, factor) => {
      const { shares, herfindahl } = measureConcentration(rows).result;
      expect(shares.reduce((total, one) => total.plus(one.share), d(0)).toFixed(20)).toBe(d(100).toFixed(20));
      expect(herfindahl?.toNumber()).toBeGreaterThanOrEqual(10_000 / shares.length - 1e-9);
      expect(herfindahl?.toNumber()).toBeLessThanOrEqual(10_000 + 1e-9);
      const scaled = [...rows].reverse().map((row) => ({ ...row, amount: row.amount.times(factor) }));
      expect(measureConcentration(scaled).result.herfindahl?.toFixed(20)).toBe(herfindahl?.toFixed(20));
    }),
  );
});
