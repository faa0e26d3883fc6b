import fc from "fast-check";
import { expect, test } from "vitest";
import { weighBenefitAndDifficulty } from "@/lib/processes/rules/benefit-difficulty";
import { assessSuitability } from "@/lib/processes/rules/suitability";
import { DEFAULT_CRITERIA, DEFAULT_THRESHOLDS } from "@/lib/processes/rules/suitability-criteria";

const keys = DEFAULT_CRITERIA.map((criterion) => criterion.key);
const BENEFIT = ["volume", "costGap", "marketSupply"];

function answersOf(turned: (key: string) => number) {
  return Object.fromEntries(
    DEFAULT_CRITERIA.map((each) => [each.key, each.isReversed ? 6 - turned(each.key) : turned(each.key)]),
  );
}

test.each([
  ["everything speaks for it", () => 5, "100", "0"],
  ["nothing does", () => 1, "0", "100"],
  ["much to gain, hard to do", (key: string) => (BENEFIT.includes(key) ? 5 : 1), "100", "100"],
  ["little to gain, easy to do", (key: string) => (BENEFIT.includes(key) ? 1 : 5), "0", "0"],
])("%s", (_, turned, benefit, difficulty) => {
  const { result } = weighBenefitAndDifficulty(DEFAULT_CRITERIA, answersOf(turned));
  expect([result.benefit?.toFixed(), result.difficulty?.toFixed()]).toEqual([benefit, difficulty]);
});

test("a side without an answer has no value, never zero", () => {
  const { result } = weighBenefitAndDifficulty(DEFAULT_CRITERIA, { volume: 4 });
  expect([result.benefit?.toFixed(), result.difficulty]).toEqual(["75", null]);
  expect(weighBenefitAndDifficulty(DEFAULT_CRITERIA, {}).result).toEqual({ benefit: null, difficulty: null });
});

test("the two sides, weighted, make up the suitability score", () => {
  const weightOf = (isBenefit: boolean) =>
    DEFAULT_CRITERIA.filter((each) => BENEFIT.includes(each.key) === isBenefit).reduce(
      (total, each) => total + Number(each.weight),
      0,
    );
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 1, max: 5 }), { minLength: keys.length, maxLength: keys.length }),
      (values) => {
        const answers = Object.fromEntries(keys.map((key, index) => [key, values[index] ?? 1]));
        const { benefit, difficulty } = weighBenefitAndDifficulty(DEFAULT_CRITERIA, answers).result;
        const score = assessSuitability(DEFAULT_CRITERIA, answers, [], DEFAULT_THRESHOLDS).result.score;
        const [gain, ease] = [weightOf(true), weightOf(false)];
        const together = (Number(benefit) * gain + (100 - Number(difficulty)) * ease) / (gain + ease);
        expect(together).toBeCloseTo(Number(score), 9);
      },
    ),
  );
});
