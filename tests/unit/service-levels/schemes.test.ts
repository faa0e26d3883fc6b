import { describe, expect, test } from "vitest";
import { findBandOutOfOrder } from "@/lib/service-levels/rules/bands";
import { findOverAllocated } from "@/lib/service-levels/rules/period-credits";
import { d } from "@/lib/shared/decimal";
import { creditsOf, gap, level, linesOf, points, pool, request, simulate, tiers } from "./simulations";

const uncapped = { atRiskPercent: "100" };

describe("pool", () => {
  test.each([
    ["below the minimum", "89.99", "2000.00", "belowMinimum"],
    ["at the minimum: the first miss of the expected level", "90", "0.00", "belowExpected"],
    ["at the expected level", "95", "0.00", "met"],
    ["no data", null, "0.00", "missing"],
  ])("%s", (_, value, credit, status) => {
    expect(linesOf(pool, [value])).toMatchObject([
      { status, credit: { amount: credit, currency: "USD" }, points: null, multiplier: "1" },
    ]);
  });

  test("misses of the expected level are credited from the fourth within twelve periods on", () => {
    expect(creditsOf(pool, ["94", "94", "94", "94", "94"])).toEqual(["0.00", "0.00", "0.00", "2000.00", "2000.00"]);
    const miss = "94";
    const met = Array<string>(8).fill("96");
    expect(creditsOf(pool, [miss, miss, miss, ...met, miss]).at(-1)).toBe("2000.00"); // The 12th period: the first still counts.
    expect(creditsOf(pool, [miss, miss, miss, ...met, "96", miss]).at(-1)).toBe("0.00"); // The 13th: it does not any more.
  });

  test("a value below the minimum is a miss of the expected level too; no data is none", () => {
    expect(creditsOf(pool, ["80", "94", "94", "94"]).at(-1)).toBe("2000.00");
    expect(creditsOf(pool, [null, "94", "94", "94"]).at(-1)).toBe("0.00");
  });

  test("every miss, by contract", () => {
    expect(creditsOf({ ...pool, expectedMisses: 1 }, ["94", "95"])).toEqual(["2000.00", "0.00"]);
  });

  test("multipliers by the length of the run; the last for longer ones; anything else ends it", () => {
    const scheme = { ...pool, multipliers: ["1", "1.5", "2"] };
    const lines = linesOf(scheme, ["89", "89", "89", "89", "96", "89", null, "89"], {}, uncapped);
    expect(lines.map((line) => line.multiplier)).toEqual(["1", "1.5", "2", "2", "1", "1", "1", "1"]);
    expect(lines.map((line) => line.credit.amount)).toEqual([
      "20000.00",
      "30000.00",
      "40000.00",
      "40000.00",
      "0.00",
      "20000.00",
      "0.00",
      "20000.00",
    ]);
  });

  test("a miss that is not credited yet does not begin a run", () => {
    const scheme = { ...pool, expectedMisses: 2, multipliers: ["1", "3"] };
    expect(linesOf(scheme, ["94", "94", "94"], {}, uncapped).map((line) => line.multiplier)).toEqual(["1", "1", "3"]);
  });

  test("allocations of a category sum to at most 100", () => {
    const allocation = (category: string, percent: string) => ({ category, allocationPercent: d(percent) });
    expect(findOverAllocated([allocation("a", "60"), allocation("b", "60"), allocation("a", "40")])).toEqual([]);
    expect(findOverAllocated([allocation("a", "60"), allocation("b", "60"), allocation("a", "40.01")])).toEqual(["a"]);
  });
});

describe("points", () => {
  test("the published run: 99.2, 97.0, 95.0 give 0, 2, 8", () => {
    const lines = linesOf(points, ["99.2", "97.0", "95.0"]);
    expect(lines.map((line) => line.points)).toEqual(["0", "2", "8"]);
    expect(lines.map((line) => line.multiplier)).toEqual(["1", "1", "2"]);
  });

  test.each([
    ["99", "0"],
    ["98.99", "1"],
    ["98", "1"],
    ["97.99", "2"],
    ["96", "3"],
    ["95.99", "4"],
    [null, null],
  ])("%s gives %s", (value, expected) => {
    expect(linesOf(points, [value])[0]?.points).toBe(expected);
  });

  test("lower is better: a bound is the upper one", () => {
    const scheme = {
      ...points,
      bands: [
        ["4", "0"],
        ["8", "1"],
        [null, "3"],
      ],
    };
    const terms = { direction: "lower", expected: "4", minimum: "8" };
    const given = ["4", "4.01", "4", "8", "4", "8.01"];
    expect(linesOf(scheme, given, terms).map((line) => line.points)).toEqual(["0", "1", "0", "1", "0", "3"]);
  });

  test("the second and every later failure of a run is multiplied; without data the run ends", () => {
    const given = ["98", "98", "98", "99", "98", null, "98"];
    expect(linesOf(points, given).map((line) => line.points)).toEqual(["1", "2", "2", "0", "1", null, "1"]);
  });

  test.each([
    [["4"], "4", "0.00"],
    [["4", "1"], "5", "0.00"],
    [["4", "4", "1"], "9", "0.00"],
    [["4", "4", "2"], "10", "2000.00"],
    [["4", "4", "4", "2"], "14", "2000.00"],
    [["4", "4", "4", "3"], "15", "4000.00"],
    [["4", "4", "4", "4", "4", "4", "4"], "28", "4000.00"],
  ])("points %s sum to %s: %s", (given, sum, credit) => {
    const valueFor: Record<string, string> = { "1": "98", "2": "97", "3": "96", "4": "95" };
    const levels = given.map((_, index) => level(`s${index}`, points));
    const values = Object.fromEntries(given.map((each, index) => [`s${index}`, valueFor[each] ?? null]));
    const [period] = simulate(request(levels, [values])).periods;
    expect(period).toMatchObject({ points: sum, pointsCredit: { amount: credit }, total: { amount: credit } });
  });
});

describe("tiers", () => {
  test.each([
    ["99.9", "0.00"],
    ["99.8999", "10000.00"],
    ["99", "10000.00"],
    ["98.9999", "25000.00"],
    [null, "0.00"],
  ])("%s: %s", (value, credit) => {
    expect(creditsOf(tiers, [value], {}, uncapped)).toEqual([credit]);
  });

  test("the contract's rounding comes first", () => {
    expect(creditsOf(tiers, ["99.85", "99.849"], { decimals: 1 }, uncapped)).toEqual(["0.00", "10000.00"]);
  });
});

describe("gap", () => {
  test.each([
    ["in proportion", gap, "93.5", "1500.00"],
    ["met", gap, "95", "0.00"],
    ["better", gap, "99", "0.00"],
    ["just short of a step", { ...gap, step: "0.5" }, "94.51", "0.00"],
    ["exactly a step", { ...gap, step: "0.5" }, "94.5", "1000.00"],
    ["three steps and a bit", { ...gap, step: "0.5" }, "93.3", "3000.00"],
    ["no data", gap, null, "0.00"],
  ])("%s", (_, scheme, value, credit) => {
    expect(creditsOf(scheme, [value])).toEqual([credit]);
  });

  test("lower is better: the distance is counted upwards", () => {
    expect(creditsOf(gap, ["6.5", "4"], { direction: "lower", expected: "5", minimum: "9" })).toEqual([
      "1500.00",
      "0.00",
    ]);
  });
});

test("bands are out of order at the first bound that is not worse, or open too early or never", () => {
  expect(findBandOutOfOrder(["99", "98", null], "higher")).toBeNull();
  expect(findBandOutOfOrder(["98", "99", null], "lower")).toBeNull();
  expect(findBandOutOfOrder(["98", "99", null], "higher")).toBe(1);
  expect(findBandOutOfOrder(["98", "98", null], "higher")).toBe(1);
  expect(findBandOutOfOrder([null, "98"], "higher")).toBe(0);
  expect(findBandOutOfOrder(["99", "98"], "higher")).toBe(1);
});

test("each line is rounded to the minor unit of its currency, half away from zero", () => {
  const third = { ...gap, percentPerStep: "0.0005" };
  expect(creditsOf(third, ["94"], {}, { charges: "1000" })).toEqual(["0.01"]);
  expect(creditsOf(third, ["94"], {}, { charges: "999" })).toEqual(["0.00"]);
  expect(creditsOf(third, ["94"], {}, { charges: "100000", currency: "JPY" })).toEqual(["1"]);
  expect(creditsOf(third, ["94"], {}, { charges: "100", currency: "KWD" })).toEqual(["0.001"]);
});
