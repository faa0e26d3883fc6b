import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { scaleToCap } from "@/lib/service-levels/rules/credit-cap";
import { type Decimal, d, percentOf, sum } from "@/lib/shared/decimal";
import { minorUnits, roundMoney } from "@/lib/shared/money";
import { gap, level, points, pool, request, simulate, tiers } from "./simulations";

const lines = (...amounts: string[]) => amounts.map((amount, index) => ({ id: `l${index}`, credit: d(amount) }));
const amounts = (list: readonly { credit: Decimal }[]) => list.map((line) => line.credit.toFixed(2));

describe("scaling to the cap", () => {
  test.each([
    ["below it: nothing changes", ["60.00", "39.99"], "100", ["60.00", "39.99"], false],
    ["exactly at it: not capped", ["60.00", "40.00"], "100", ["60.00", "40.00"], false],
    ["a cent above", ["60.00", "40.01"], "100", ["59.99", "40.01"], true],
    ["the remainder goes to the largest", ["30.00", "30.00", "40.00"], "10", ["3.00", "3.00", "4.00"], true],
    ["thirds", ["50.00", "50.00", "50.00"], "100", ["33.34", "33.33", "33.33"], true],
    ["wherever the largest stands", ["33.33", "33.33", "40.00"], "10", ["3.12", "3.12", "3.76"], true],
    ["a cap of nothing", ["50.00", "0.00"], "0", ["0.00", "0.00"], true],
  ])("%s", (_, given, cap, expected, isCapped) => {
    const scaled = scaleToCap(lines(...given), d(cap), "EUR");
    expect([amounts(scaled.lines), scaled.isCapped]).toEqual([expected, isCapped]);
  });

  test("no line becomes negative when many small ones are rounded up", () => {
    const scaled = scaleToCap(lines(...Array<string>(198).fill("0.01")), d("0.99"), "EUR");
    expect(sum(scaled.lines.map((line) => line.credit)).toFixed(2)).toBe("0.99");
    expect(scaled.lines.every((line) => line.credit.gte(0))).toBe(true);
  });

  const cents = fc.integer({ min: 0, max: 5_000_000 });
  test("sums to the smaller of both exactly, in whole minor units, never negative", () => {
    const currency = fc.constantFrom("EUR", "JPY", "KWD");
    fc.assert(
      fc.property(fc.array(cents, { maxLength: 40 }), cents, currency, (credits, cap, code) => {
        const unit = d(10).pow(-minorUnits(code));
        const given = credits.map((credit, index) => ({ id: `l${index}`, credit: unit.times(credit) }));
        const scaled = scaleToCap(given, unit.times(cap), code).lines.map((line) => line.credit);
        const whole = Math.min(
          credits.reduce((a, b) => a + b, 0),
          cap,
        );
        expect(sum(scaled).toString()).toBe(unit.times(whole).toString());
        for (const credit of scaled) expect(credit.gte(0) && roundMoney(credit, code).eq(credit)).toBe(true);
      }),
    );
  });

  test("the order of lines does not matter", () => {
    fc.assert(
      fc.property(fc.array(cents, { minLength: 2, maxLength: 20 }), cents, (credits, cap) => {
        const given = credits.map((credit, index) => ({ id: `l${index}`, credit: d(credit).dividedBy(100) }));
        const limit = d(cap).dividedBy(100);
        const forwards = scaleToCap(given, limit, "EUR").lines;
        const backwards = scaleToCap([...given].reverse(), limit, "EUR").lines;
        expect(amounts([...backwards].reverse())).toEqual(amounts(forwards));
      }),
    );
  });
});

describe("the cap of a period", () => {
  const two = [level("a", gap), level("b", points, { expected: "99", minimum: "96" })];
  const table = { pointsTable: [["1", "4"]] };

  test("binds on lines and points together", () => {
    const [period] = simulate(request(two, [{ a: "83", b: "95" }], table)).periods;
    // 12 % and 4 % of 100,000 against 10 %: three quarters and one quarter of the cap.
    expect(period).toMatchObject({
      lines: [{ credit: { amount: "7500.00" } }, { credit: { amount: "0.00" } }],
      pointsCredit: { amount: "2500.00" },
      total: { amount: "10000.00" },
      cap: { amount: "10000.00" },
      capped: true,
    });
  });

  test("reached exactly it does not bind", () => {
    const [period] = simulate(request(two, [{ a: "89", b: "95" }], table)).periods;
    expect(period).toMatchObject({ total: { amount: "10000.00" }, capped: false });
  });

  test("a yearly cap is used up month by month and is fresh in the next calendar year", () => {
    const values = Array.from({ length: 13 }, () => ({ a: "80" }));
    const { periods } = simulate(request([level("a", gap)], values, { yearlyCapPercent: "2.5" }));
    // 2.5 % of 12 × 100,000 are 30,000; of the one month of the next year 2,500.
    const totals = periods.map((period) => Number(period.total.amount));
    expect(totals).toEqual([10_000, 10_000, 10_000, ...Array<number>(9).fill(0), 2500]);
    expect(periods.map((period) => period.capped)).toEqual(Array(13).fill(true));
    expect(periods[3]?.cap.amount).toBe("0.00");
  });
});

describe("laws", () => {
  const value = fc.option(fc.integer({ min: 8000, max: 10_000 }).map((hundredths) => (hundredths / 100).toFixed(2)));
  const values = fc.array(fc.record({ a: value, b: value, c: value, d: value }), { minLength: 1, maxLength: 14 });
  const levels = [
    level("a", { ...pool, multipliers: ["1", "2"], expectedMisses: 2 }),
    level("b", points, { expected: "99", minimum: "96" }),
    level("c", tiers, { expected: "99.9", minimum: "99" }),
    level("d", { ...gap, percentPerStep: "0.333" }),
  ];
  const charges = fc.integer({ min: 0, max: 1e9 }).map((cents) => (cents / 100).toFixed(2));

  test("credits never exceed the cap, and lines with the points are the total", () => {
    fc.assert(
      fc.property(values, charges, fc.integer({ min: 0, max: 100 }), (months, base, atRisk) => {
        const terms = { charges: base, atRiskPercent: String(atRisk), yearlyCapPercent: "20" };
        for (const period of simulate(request(levels, months, terms)).periods) {
          const parts = sum(period.lines.map((line) => d(line.credit.amount))).plus(period.pointsCredit.amount);
          expect(parts.toFixed(2)).toBe(period.total.amount);
          expect(d(period.total.amount).lte(period.cap.amount)).toBe(true);
          expect(d(period.cap.amount).lte(roundMoney(percentOf(d(base), d(atRisk)), "USD"))).toBe(true);
          if (period.capped) expect(period.total.amount).toBe(period.cap.amount);
        }
      }),
      { numRuns: 60 },
    );
  });

  test("the order of service levels does not matter", () => {
    fc.assert(
      fc.property(values, fc.shuffledSubarray(levels, { minLength: 4 }), (months, shuffled) => {
        const sorted = (input: object[]) =>
          simulate(request(input, months)).periods.map((period) => ({
            ...period,
            lines: [...period.lines].sort((x, y) => (x.serviceLevel < y.serviceLevel ? -1 : 1)),
          }));
        expect(sorted(shuffled)).toEqual(sorted(levels));
      }),
      { numRuns: 40 },
    );
  });
});
