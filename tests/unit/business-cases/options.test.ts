import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { buildTornado, DEFAULT_RANGES, moveDriver } from "@/lib/business-cases/rules/drivers";
import { createRandom, drawTriangular, simulateNpv } from "@/lib/business-cases/rules/monte-carlo";
import { type CaseOption, type LineCategory, summariseOption } from "@/lib/business-cases/rules/options";
import { d } from "@/lib/shared/decimal";

function option(kind: CaseOption["kind"], lines: [LineCategory, number[]][]): CaseOption {
  return {
    kind,
    name: kind,
    lines: lines.map(([category, amounts]) => ({ category, amounts: amounts.map((amount) => d(amount)) })),
  };
}

const keep = option("keep", [["currentCost", [0, 1000, 1000, 1000]]]);
const offshore = option("outsourceOffshore", [
  ["transition", [600, 0, 0, 0]],
  ["vendorCharges", [0, 500, 500, 500]],
  ["retainedOrganization", [0, 200, 200, 200]],
  ["benefit", [0, 0, 50, 50]],
]);
const settings = { rate: d("0.1"), convention: "t0" as const };
const scenario = { option: offshore, keep, settings };

describe("an option beside keep", () => {
  const { result, steps } = summariseOption(offshore, keep, settings);
  test("savings year by year, nominal and discounted", () => {
    expect(result.years.map((year) => year.savings.toFixed())).toEqual(["-600", "300", "350", "350"]);
    expect(result.years[1]?.discountedSavings.toFixed(4)).toBe("272.7273");
    expect(result.totalSavings.toFixed()).toBe("400");
    expect(result.npv.toFixed(4)).toBe("224.9437");
  });
  test("payback, rate of return and return on investment", () => {
    expect(result.payback?.toFixed(6)).toBe("1.857143");
    expect(result.irr.status).toBe("unique");
    // (3000 avoided + 100 of benefit − 2700 spent) ÷ 2700
    expect(result.returnOnInvestment?.toFixed(6)).toBe("0.148148");
    expect(steps[0]).toEqual({ label: "Year 0: keep 0 − cost 600 + benefit 0", value: "-600" });
  });
  test("after tax", () => {
    const taxed = summariseOption(offshore, keep, { ...settings, taxRate: d("0.25") }).result;
    expect(taxed.years.map((year) => year.savingsAfterTax.toFixed())).toEqual(["-450", "225", "262.5", "262.5"]);
    expect(taxed.npv.toFixed(4)).toBe(result.npv.times("0.75").toFixed(4));
  });
  test("keep beside itself saves nothing, has no rate and nothing to pay back", () => {
    const same = summariseOption(keep, keep, settings).result;
    expect([same.npv.toFixed(), same.irr.status, same.payback?.toFixed()]).toEqual(["0", "none", "0"]);
  });
  test("discounted savings sum to the net present value, whatever the lines", () => {
    const amounts = fc.array(fc.integer({ min: 0, max: 5000 }), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(amounts, amounts, amounts, (cost, kept, benefit) => {
        const one = summariseOption(
          option("improve", [
            ["technology", cost],
            ["benefit", benefit],
          ]),
          option("keep", [["currentCost", kept]]),
          settings,
        ).result;
        const discounted = one.years.reduce((total, year) => total.plus(year.discountedSavings), d(0));
        expect(discounted.toFixed(25)).toBe(one.npv.toFixed(25));
        expect(one.totalSavings.toFixed()).toBe(
          one.years.reduce((total, year) => total.plus(year.savings), d(0)).toFixed(),
        );
      }),
    );
  });
});

describe("tornado", () => {
  test("the widest range first, each end by its driver alone", () => {
    const bars = buildTornado(scenario, DEFAULT_RANGES);
    expect(bars).toHaveLength(6);
    const ranges = bars.map((bar) => bar.range.toNumber());
    expect(ranges).toEqual([...ranges].sort((a, b) => b - a));
    const price = bars.find((bar) => bar.driver === "vendorPrice");
    // 500 a year, 10 % less: 50 × (1/1.1 + 1/1.21 + 1/1.331) more.
    expect(price?.lowNpv.minus("224.9436513899").toFixed(4)).toBe("124.3426");
  });
  test("a driver that does not move changes nothing", () => {
    const moved = moveDriver(scenario, "volume", d(0));
    expect(summariseOption(moved.option, moved.keep, moved.settings).result.npv.toFixed(10)).toBe("224.9436513899");
  });
});

describe("Monte Carlo", () => {
  const triangles = [
    { driver: "vendorPrice" as const, low: -10, likely: 0, high: 20 },
    { driver: "transitionCost" as const, low: -10, likely: 10, high: 50 },
    { driver: "discountRate" as const, low: -2, likely: 0, high: 2 },
  ];
  test("the same seed gives the same answer, another seed another", () => {
    expect(simulateNpv(scenario, triangles, 2000, 7)).toEqual(simulateNpv(scenario, triangles, 2000, 7));
    expect(simulateNpv(scenario, triangles, 2000, 8).mean).not.toBe(simulateNpv(scenario, triangles, 2000, 7).mean);
  });
  test("percentiles are in order, and the chance of a loss is a share", () => {
    const result = simulateNpv(scenario, triangles, 5000, 1);
    expect(result.p10).toBeLessThan(result.p50);
    expect(result.p50).toBeLessThan(result.p90);
    expect(result.chanceOfLoss).toBeGreaterThan(0);
    expect(result.chanceOfLoss).toBeLessThan(0.5);
  });
  test.each(["t0", "allDiscounted"] as const)(
    "without any width it is the plain net present value (%s)",
    (convention) => {
      const still = { ...scenario, settings: { ...settings, convention, taxRate: d("0.2") } };
      const flat = triangles.map((triangle) => ({ ...triangle, low: 0, likely: 0, high: 0 }));
      const expected = summariseOption(offshore, keep, still.settings).result.npv.toNumber();
      const result = simulateNpv(still, flat, 10, 1);
      for (const value of [result.mean, result.p10, result.p90]) expect(value).toBeCloseTo(expected, 8);
    },
  );
  test("the mean comes near the one known by theory: vendor price alone, mean change (−10 + 0 + 20) ÷ 3 %", () => {
    const result = simulateNpv(scenario, triangles.slice(0, 1), 40_000, 3);
    const { npv } = summariseOption(offshore, keep, settings).result;
    const charges = 500 * (1 / 1.1 + 1 / 1.21 + 1 / 1.331);
    expect(Math.abs(result.mean - (npv.toNumber() - (charges * 10) / 300))).toBeLessThan(1.5);
  });
  test("a triangular draw stays inside and passes its mode where the areas say", () => {
    expect([0, 0.25, 1].map((chance) => drawTriangular(0, 5, 20, chance))).toEqual([0, 5, 20]);
    const random = createRandom(42);
    for (let draw = 0; draw < 1000; draw += 1) expect(random()).toBeLessThan(1);
  });
});
