import { describe, expect, test } from "vitest";
import { type Attainment, assess } from "@/lib/service-levels/rules/attainment";
import { type EarnBackTerms, earnBack } from "@/lib/service-levels/rules/earn-back";
import { d } from "@/lib/shared/decimal";
import { level, pool, request, simulate } from "./simulations";

const terms = { direction: "higher", expected: d(95), minimum: d(90), decimals: null } as const;

/** Values from period 1 on; below 90 a credit of 100 was taken; a state in place of a value stands as it is. */
function history(...values: (number | Attainment)[]) {
  return values.map((value, index) => {
    const judged = typeof value === "number" ? assess(terms, { value: d(value) }) : { state: value, value: null };
    return {
      period: String(index + 1),
      ...judged,
      credit: d(value === "excused" || Number(value) >= 90 || typeof value !== "number" ? 0 : 100),
    };
  });
}

function decide(rule: EarnBackTerms, ...values: (number | Attainment)[]) {
  return earnBack(rule, "higher", history(...values)).map(
    ({ creditedIn, state, decidedIn }) => `${creditedIn} ${state} ${decidedIn}`,
  );
}

describe("all of the next three periods met", () => {
  const rule = { type: "allMet", periods: 3 } as const;
  test.each([
    ["returned with the third", [80, 95, 95, 95], ["1 returned 4"]],
    ["held until then", [80, 95, 95], ["1 held null"]],
    ["forfeited by a miss of the expected level", [80, 95, 94.99, 95], ["1 forfeited 3"]],
    ["a miss after the window changes nothing", [80, 95, 95, 95, 80], ["1 returned 4", "5 held null"]],
    [
      "a further failure forfeits the first, and is a credit of its own",
      [80, 80, 95, 95, 95],
      ["1 forfeited 2", "2 returned 5"],
    ],
    ["no data can never be shown to be met", [80, 95, "missing", 95], ["1 forfeited 3"]],
    ["an excused period is passed over", [80, 95, "excused", 95, 95], ["1 returned 5"]],
    ["no credit, nothing to return", [95, 95, 95, 95], []],
  ] as const)("%s", (_, values, expected) => {
    expect(decide(rule, ...values)).toEqual(expected);
  });
});

describe("the mean of the next three periods at a target", () => {
  const rule = { type: "meanAtLeast", periods: 3, target: d(96) } as const;
  test.each([
    ["exactly at it", [80, 96, 97, 95], ["1 returned 4"]],
    ["just below it, though all are met", [80, 96, 97, 94.99], ["1 forfeited 4"]],
    ["a dip that was not credited is made up for", [80, 92, 98, 98], ["1 returned 4"]],
    ["a further credited failure forfeits", [80, 100, 89, 100], ["1 forfeited 3", "3 held null"]],
    ["held until the window is over", [80, 100, 100], ["1 held null"]],
  ] as const)("%s", (_, values, expected) => {
    expect(decide(rule, ...values)).toEqual(expected);
  });

  test("lower is better", () => {
    const lower = { direction: "lower", expected: d(5), minimum: d(8), decimals: null } as const;
    const periods = [9, 3, 4, 5].map((value, index) => ({
      period: String(index + 1),
      ...assess(lower, { value: d(value) }),
      credit: d(value > 8 ? 100 : 0),
    }));
    const at = (target: string) => earnBack({ ...rule, target: d(target) }, "lower", periods).map((each) => each.state);
    expect([at("4"), at("3.99")]).toEqual([["returned"], ["forfeited"]]);
  });
});

test("the simulator returns what was taken after the cap, in the period that decides", () => {
  const levels = [level("a", pool), level("b", { ...pool, allocationPercent: "60" })];
  const months = [
    { a: "80", b: "80" },
    { a: "96", b: "94" },
    { a: "96", b: "96" },
  ];
  const answer = simulate(request(levels, months, { atRiskPercent: "10", earnBack: { type: "allMet", periods: 2 } }));
  expect(answer.earnedBack).toEqual([
    { period: "2026-03", serviceLevel: "a", amount: { amount: "2000.00", currency: "USD" } },
  ]);
  expect(answer.steps).toContainEqual({
    label: "Earn-back b: Credit of 2026-01",
    value: "forfeited: a further miss in 2026-02",
  });
});
