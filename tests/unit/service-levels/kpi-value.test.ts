import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { mean, median, percentile, ratioOverPeriods, share, total } from "@/lib/service-levels/rules/kpi-value";
import { d, toDecimalText } from "@/lib/shared/decimal";

const values = (...numbers: number[]) => numbers.map((number) => d(number));

test("a value over periods is the sum of the numerators by that of the denominators, not a mean of percentages", () => {
  const parts = [
    { numerator: d(9), denominator: d(10) },
    { numerator: d(500), denominator: d(1000) },
  ];
  const { result, steps } = ratioOverPeriods(parts);
  expect(result && toDecimalText(result)).toBe("50.396039603960396039603960396");
  expect(steps.map((step) => step.value)).toEqual(["509", "1010", "50.396039603960396039603960396 %"]);
  expect(ratioOverPeriods(parts, d(1)).result?.toFixed(4)).toBe("0.5040");
  expect(ratioOverPeriods([]).result).toBeNull();
  expect(ratioOverPeriods([{ numerator: d(0), denominator: d(0) }]).result).toBeNull();
});

test("share, sum, mean and median; nothing of nothing is missing", () => {
  expect(share(1, 8).result?.toString()).toBe("12.5");
  expect(total(values(1, 2.5)).result?.toString()).toBe("3.5");
  expect(mean(values(1, 2, 6)).result?.toString()).toBe("3");
  expect(median(values(9, 1, 5)).result?.toString()).toBe("5");
  expect(median(values(9, 1, 5, 6)).result?.toString()).toBe("5.5");
  for (const rule of [total, mean, median]) expect(rule([]).result).toBeNull();
  expect(share(0, 0).result).toBeNull();
});

describe("percentile", () => {
  // The worked example of the nearest-rank method: 15, 20, 35, 40, 50.
  test.each([
    [5, "nearestRank", "15"],
    [30, "nearestRank", "20"],
    [40, "nearestRank", "20"],
    [40.01, "nearestRank", "35"],
    [50, "nearestRank", "35"],
    [100, "nearestRank", "50"],
    [0, "nearestRank", "15"],
    [40, "linear", "29"],
    [0, "linear", "15"],
    [100, "linear", "50"],
    [75, "linear", "40"],
    [90, "linear", "46"],
  ] as const)("%s by %s is %s", (percent, method, expected) => {
    expect(percentile(values(50, 15, 40, 20, 35), d(percent), method).result?.toString()).toBe(expected);
  });

  test("none of none; the only one of one", () => {
    for (const method of ["nearestRank", "linear"] as const) {
      expect(percentile([], d(90), method).result).toBeNull();
      expect(percentile(values(7), d(90), method).result?.toString()).toBe("7");
    }
  });

  test("lies between the smallest and the largest, and never falls as the percentage rises", () => {
    const percent = fc.integer({ min: 0, max: 100 });
    const list = fc.array(fc.integer({ min: -1000, max: 1000 }), { minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(list, percent, percent, fc.constantFrom("nearestRank", "linear"), (numbers, a, b, method) => {
        const at = (p: number) => percentile(values(...numbers), d(p), method).result?.toNumber() ?? Number.NaN;
        expect(at(Math.min(a, b))).toBeLessThanOrEqual(at(Math.max(a, b)));
        expect(at(a)).toBeGreaterThanOrEqual(Math.min(...numbers));
        expect(at(a)).toBeLessThanOrEqual(Math.max(...numbers));
      }),
    );
  });
});
