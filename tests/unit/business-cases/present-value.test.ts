import * as formula from "@formulajs/formulajs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { calculatePayback } from "@/lib/business-cases/rules/payback";
import { calculateNpv, countDays, discountFlows } from "@/lib/business-cases/rules/present-value";
import { simulateBusinessCase } from "@/lib/business-cases/rules/simulate-business-case";
import {
  businessCaseSimulationResultSchema,
  businessCaseSimulationSchema,
} from "@/lib/business-cases/simulation-schema";
import { d } from "@/lib/shared/decimal";

const flows = [-10000, 3000, 4200, 6800].map((flow) => d(flow));

test("the spreadsheet example is 1,188.44 with all flows discounted, and a tenth more from today", () => {
  expect(calculateNpv(flows, d("0.1"), "allDiscounted").result.toFixed(2)).toBe("1188.44");
  expect(calculateNpv(flows, d("0.1"), "t0").result.toFixed(2)).toBe("1307.29");
});

test("agrees with a spreadsheet library", () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: -9999, max: 9999 }), { minLength: 1, maxLength: 20 }),
      fc.integer({ min: -50, max: 100 }),
      (amounts, percent) => {
        const own = calculateNpv(
          amounts.map((amount) => d(amount)),
          d(percent).dividedBy(100),
          "allDiscounted",
        ).result.toNumber();
        const oracle = Number(formula.NPV(percent / 100, ...amounts));
        expect(Math.abs(own - oracle)).toBeLessThan(1e-9 * Math.max(1, Math.abs(oracle)) * 1e4);
      },
    ),
  );
});

test("at a rate of nothing the value is the sum", () => {
  expect(calculateNpv(flows, d(0), "t0").result.toFixed()).toBe("4000");
});

describe("payback", () => {
  test.each([
    [[-100, 50, 50], "2"],
    [[-100, 50, 49.99], null],
    [[-100, 50, 100], "1.5"],
    [[-100, 0, 0, 200], "2.5"],
    [[100, 50], "0"],
    [[0, -100, 200], "1.5"],
    [[-100, 150, -80, 40], "0.66666667"],
    [[-100], null],
    [[], "0"],
  ])("of %j is %s", (amounts, expected) => {
    const result = calculatePayback(amounts.map((amount) => d(amount)));
    expect(result && d(result.toFixed(8)).toFixed()).toBe(expected);
  });
  test("the convention does not move the discounted payback", () => {
    const [early, late] = (["t0", "allDiscounted"] as const).map((one) =>
      calculatePayback(discountFlows(flows, d("0.1"), one)),
    );
    expect(early?.toFixed(20)).toBe(late?.toFixed(20));
  });
});

test.each([
  ["2024-02-28", "2024-03-01", 2],
  ["2023-02-28", "2023-03-01", 1],
  ["2026-03-28", "2026-03-30", 2],
  ["2026-01-02", "2026-01-01", -1],
])("from %s to %s are %i days", (from, to, days) => {
  expect(countDays(from, to)).toBe(days);
});

describe("simulator", () => {
  const run = (body: unknown) => simulateBusinessCase(businessCaseSimulationSchema.parse(body));
  test("periodic flows", () => {
    const answer = run({ rate: "0.10", convention: "t0", flows: ["-10000", "3000", "4200", "6800"] });
    expect(Number(answer.npv).toFixed(2)).toBe("1307.29");
    expect(answer.irr.status).toBe("unique");
    expect(answer.irr.values[0]?.replace("0.", "").length).toBeGreaterThanOrEqual(10);
    expect(Number(answer.payback)).toBeCloseTo(2 + 2800 / 6800, 12);
    expect(Number(answer.discountedPayback)).toBeCloseTo(2.7441, 4);
    expect(businessCaseSimulationResultSchema.parse(answer)).toEqual(answer);
  });
  test("the default convention is t0, and never is null", () => {
    const answer = run({ rate: "0.10", flows: ["-10000", "3000"] });
    expect(answer).toMatchObject({ payback: null, discountedPayback: null });
    expect(answer.npv).toBe(run({ rate: "0.10", convention: "t0", flows: ["-10000", "3000"] }).npv);
  });
  test("dated flows answer with value and rate", () => {
    const answer = run({
      rate: "0.09",
      flows: [
        { date: "2025-01-01", amount: "-100" },
        { date: "2026-01-01", amount: "109" },
      ],
    });
    expect(Number(answer.npv)).toBeCloseTo(0, 20);
    expect(answer.irr).toEqual({ status: "unique", values: ["0.09"] });
    expect(Object.keys(answer)).toEqual(["npv", "irr", "steps"]);
  });
  test.each([
    ["a rate of −100 %", { rate: "-1" }, "rate"],
    ["a rate that is written in percent by mistake, and huge", { rate: "1001" }, "rate"],
    ["an unknown field", { extra: true }, ""],
    ["no flow", { flows: [] }, "flows"],
    ["601 flows", { flows: Array.from({ length: 601 }, () => "1") }, "flows"],
    ["mixed flows", { flows: ["-1", { date: "2025-01-01", amount: "1" }] }, "flows/1"],
    ["a number", { flows: [-1, "2"] }, "flows/0"],
    ["another convention", { convention: "mid" }, "convention"],
    ["a convention for dated flows", { convention: "t0", flows: [{ date: "2025-01-01", amount: "1" }] }, "convention"],
    [
      "too many changes of sign",
      { flows: Array.from({ length: 32 }, (_, index) => (index % 2 ? "1" : "-1")) },
      "flows",
    ],
  ])("refuses %s", (_name, change, path) => {
    const parsed = businessCaseSimulationSchema.safeParse({ rate: "0.1", flows: ["-1", "2"], ...change });
    expect(parsed.error?.issues.map((issue) => issue.path.join("/"))).toContain(path);
  });
  test("600 flows at the steepest rates still answer in a bearable size", () => {
    const many = Array.from({ length: 600 }, (_, index) => (index === 0 ? "-1000" : "3.14"));
    for (const rate of ["-0.99", "1000"])
      expect(JSON.stringify(run({ rate, flows: many })).length).toBeLessThan(1_000_000);
  });
  test("has a JSON Schema", () => {
    expect(z.toJSONSchema(businessCaseSimulationSchema)).toMatchObject({ type: "object", additionalProperties: false });
  });
});
