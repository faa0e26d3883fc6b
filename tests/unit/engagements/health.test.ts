import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Health, type HealthFacts, isWatermelon, judgeHealth, readSignals } from "@/lib/engagements/rules/health";
import { d } from "@/lib/shared/decimal";

const nothing: HealthFacts = {
  serviceLevelsBelowMinimum: null,
  criticalBelowMinimum: null,
  attainment: [],
  openSevereIssues: null,
  overdueTasks: null,
  overdueActions: null,
  satisfaction: null,
  budgetVariancePercent: null,
  daysToDecision: null,
  isWatermelon: null,
};
const series = (...values: (number | string)[]) => values.map((value) => d(value));

function stateOf(key: string, change: Partial<HealthFacts>): Health | undefined {
  return readSignals({ ...nothing, ...change }).find((signal) => signal.key === key)?.state;
}

describe("each signal on both sides of its limits", () => {
  test.each<[string, Partial<HealthFacts>, Health]>([
    ["belowMinimum", { serviceLevelsBelowMinimum: 0 }, "green"],
    ["belowMinimum", { serviceLevelsBelowMinimum: 1 }, "amber"],
    ["belowMinimum", { serviceLevelsBelowMinimum: 2 }, "amber"],
    ["belowMinimum", { serviceLevelsBelowMinimum: 3 }, "red"],
    ["criticalBelowMinimum", { criticalBelowMinimum: 1 }, "red"],
    ["trend", { attainment: series(100, 10, "95.01") }, "green"],
    ["trend", { attainment: series(100, 100, 95) }, "amber"],
    ["trend", { attainment: series(20, 100, 100, "85.01") }, "amber"],
    ["trend", { attainment: series(100, 90, 85) }, "red"],
    ["trend", { attainment: series(100, 80) }, "grey"],
    ["severeIssues", { openSevereIssues: 3 }, "red"],
    ["overdueTasks", { overdueTasks: 1 }, "amber"],
    ["overdueActions", { overdueActions: 5 }, "red"],
    ["satisfaction", { satisfaction: d("3.5") }, "green"],
    ["satisfaction", { satisfaction: d("3.49") }, "amber"],
    ["satisfaction", { satisfaction: d("2.5") }, "amber"],
    ["satisfaction", { satisfaction: d("2.49") }, "red"],
    ["budget", { budgetVariancePercent: d("-20") }, "green"],
    ["budget", { budgetVariancePercent: d("4.99") }, "green"],
    ["budget", { budgetVariancePercent: d(5) }, "amber"],
    ["budget", { budgetVariancePercent: d(10) }, "red"],
    ["renewal", { daysToDecision: 60 }, "green"],
    ["renewal", { daysToDecision: 59 }, "amber"],
    ["renewal", { daysToDecision: 0 }, "amber"],
    ["renewal", { daysToDecision: -1 }, "red"],
    ["watermelon", { isWatermelon: true }, "amber"],
    ["watermelon", { isWatermelon: false }, "green"],
  ])("%s %j: %s", (key, change, expected) => {
    expect(stateOf(key, change)).toBe(expected);
  });
});

describe("the whole", () => {
  test("no data at all is grey, not green", () => {
    const result = judgeHealth(readSignals(nothing));
    expect(result.health).toBe("grey");
    expect(result.signals.every((signal) => signal.state === "grey" && signal.value === "no data")).toBe(true);
  });
  test("missing data beside good data does not spoil it", () => {
    expect(judgeHealth(readSignals({ ...nothing, openSevereIssues: 0 })).health).toBe("green");
  });
  test("the worst decides, and only the worst are named", () => {
    const result = judgeHealth(
      readSignals({ ...nothing, openSevereIssues: 1, criticalBelowMinimum: 2, satisfaction: d(5) }),
    );
    expect(result).toMatchObject({ health: "red", reason: "2 critical service levels are below their minimum" });
  });
  test("the order of signals does not matter", () => {
    const signals = readSignals({ ...nothing, openSevereIssues: 1, overdueActions: 9, satisfaction: d(5) });
    fc.assert(
      fc.property(fc.shuffledSubarray(signals, { minLength: signals.length }), (shuffled) => {
        expect(judgeHealth(shuffled).health).toBe("red");
      }),
    );
  });
});

test.each<[boolean[], string[], boolean | null]>([
  [[true, true, true], ["4.5", "4.2", "4.0"], true],
  [[true, true, true], ["4.5", "4.2", "4.01"], false],
  [[true, false, true], ["4.5", "4.2", "4.0"], false],
  [[false, true, true, true], ["1", "4.5", "4.2", "4.0"], true],
  [[true, true], ["4.5", "4.2", "4.0"], null],
  [[true, true, true], ["4.5", "4.0"], null],
])("met %j, satisfaction %j: watermelon %s", (met, satisfaction, expected) => {
  expect(isWatermelon(met, series(...satisfaction), d("0.5"))).toBe(expected);
});
