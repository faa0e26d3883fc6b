import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { areThresholdsValid, assessSuitability, isAnswer } from "@/lib/processes/rules/suitability";
import {
  DEFAULT_CRITERIA,
  DEFAULT_THRESHOLDS,
  KNOCK_OUTS,
  type SuitabilityCriterion,
} from "@/lib/processes/rules/suitability-criteria";
import { d, sum } from "@/lib/shared/decimal";

function criterion(key: string, weight: string, change: Partial<SuitabilityCriterion> = {}): SuitabilityCriterion {
  return {
    key,
    name: key,
    question: "?",
    weight,
    isReversed: false,
    isImprovable: false,
    lowMeans: "",
    highMeans: "",
    ...change,
  };
}

function assess(criteria: SuitabilityCriterion[], answers: Record<string, number>, knockOuts = KNOCK_OUTS.slice(0, 0)) {
  return assessSuitability(criteria, answers, knockOuts, DEFAULT_THRESHOLDS).result;
}

test("Σ weight × (answer − 1) ÷ 4 × 100 ÷ Σ weight, by hand, with a step each", () => {
  const criteria = [criterion("a", "3"), criterion("b", "1", { isReversed: true })];
  const { result, steps } = assessSuitability(criteria, { a: 4, b: 4 }, [], DEFAULT_THRESHOLDS);
  // (3 × 75 + 1 × 25) ÷ 4
  expect(result.score?.toFixed()).toBe("62.5");
  expect(steps.map((step) => step.value).slice(0, 3)).toEqual(["75", "25", "62.5"]);
});

describe("thresholds, on both sides", () => {
  // Two criteria of 5 steps each cannot hit every value; weights make the exact ones.
  const at = (weight: number) =>
    assess([criterion("yes", String(weight)), criterion("no", d(100).minus(weight).toFixed())], { yes: 5, no: 1 });
  test.each([
    [70, "outsource"],
    [69.99, "outsourceInPart"],
    [50, "outsourceInPart"],
    [49.99, "keep"],
    [0, "keep"],
    [100, "outsource"],
  ])("a score of %d: %s", (score, expected) => {
    expect(at(score).score?.toFixed()).toBe(String(score));
    expect(at(score).recommendation).toBe(expected);
  });
});

describe("between the thresholds", () => {
  const criteria = (isReversed: boolean) => [
    criterion("fit", "2"),
    criterion("documentation", "1", { isImprovable: true, isReversed }),
  ];
  test.each([
    [false, 2, "improveFirst"],
    [false, 3, "outsourceInPart"],
    [true, 4, "improveFirst"],
    [true, 3, "outsourceInPart"],
  ])("reversed %s, answered %i: %s", (isReversed, answer, expected) => {
    const result = assess(criteria(isReversed), { fit: 4, documentation: answer });
    expect(result.recommendation).toBe(expected);
    expect(result.reason.includes("documentation")).toBe(expected === "improveFirst");
  });
});

test("a knock-out overrides the best score, with its reason", () => {
  const best = Object.fromEntries(DEFAULT_CRITERIA.map((one) => [one.key, one.isReversed ? 1 : 5]));
  expect(assess(DEFAULT_CRITERIA, best)).toMatchObject({ recommendation: "outsource", isComplete: true });
  const result = assess(
    DEFAULT_CRITERIA,
    best,
    KNOCK_OUTS.filter((one) => one.key === "lawForbids"),
  );
  expect(result.recommendation).toBe("keep");
  expect(result.score?.toFixed()).toBe("100");
  expect(result.reason).toContain("The law forbids it");
});

test("without all answers there is a running score and no recommendation", () => {
  const result = assess([criterion("a", "1"), criterion("b", "1")], { a: 5 });
  expect(result).toMatchObject({ recommendation: null, isComplete: false, missing: ["b"] });
  expect(result.score?.toFixed()).toBe("100");
  expect(assess([criterion("a", "1")], {})).toMatchObject({ score: null, recommendation: null });
});

test.each([
  [1, true],
  [5, true],
  [0, false],
  [6, false],
  [2.5, false],
  ["3", false],
  [null, false],
])("%j is an answer: %s", (value, expected) => {
  expect(isAnswer(value)).toBe(expected);
});

test.each([
  ["70", "50", true],
  ["50", "50", true],
  ["49", "50", false],
  ["101", "50", false],
  ["70", "-1", false],
])("thresholds %s and %s are valid: %s", (outsource, keep, expected) => {
  expect(areThresholdsValid({ outsource, keep })).toBe(expected);
});

describe("the default questions", () => {
  test("weigh 100 together, have distinct keys and words for both ends", () => {
    expect(sum(DEFAULT_CRITERIA.map((one) => d(one.weight))).toFixed()).toBe("100");
    expect(new Set(DEFAULT_CRITERIA.map((one) => one.key)).size).toBe(DEFAULT_CRITERIA.length);
    expect(
      DEFAULT_CRITERIA.every((one) => one.question.endsWith("?") && one.lowMeans !== "" && one.highMeans !== ""),
    ).toBe(true);
  });
  test("scores lie in 0 to 100, rise with a better answer, and do not depend on order or on the unit of weights", () => {
    const answers = fc.record(
      Object.fromEntries(DEFAULT_CRITERIA.map((one) => [one.key, fc.integer({ min: 1, max: 5 })])),
    );
    fc.assert(
      fc.property(
        answers,
        fc.constantFrom(...DEFAULT_CRITERIA),
        fc.integer({ min: 1, max: 9 }),
        (given, one, factor) => {
          const score = assess(DEFAULT_CRITERIA, given).score ?? d(-1);
          expect(score.gte(0) && score.lte(100)).toBe(true);
          const better = { ...given, [one.key]: one.isReversed ? 1 : 5 };
          expect(assess(DEFAULT_CRITERIA, better).score?.gte(score)).toBe(true);
          const scaled = [...DEFAULT_CRITERIA]
            .reverse()
            .map((each) => ({ ...each, weight: d(each.weight).times(factor).toFixed() }));
          expect(assess(scaled, given).score?.toFixed(20)).toBe(score.toFixed(20));
        },
      ),
    );
  });
});
