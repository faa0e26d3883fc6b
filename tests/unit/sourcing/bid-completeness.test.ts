import { expect, test } from "vitest";
import { checkCompleteness } from "@/lib/sourcing/rules/bid-completeness";

const question = (id: string, values: object = {}) => ({
  id,
  text: id,
  kind: "text" as const,
  choices: [] as string[],
  isMandatory: true,
  ...values,
});
const check = (
  questions: ReturnType<typeof question>[],
  answers: [string, string][],
  prices: [string, string][] = [["p", "1"]],
) =>
  checkCompleteness(
    { questions, prices: [{ id: "p", name: "Price" }] },
    { answers: new Map(answers), prices: new Map(prices) },
  );

test("an optional question may stay empty, a mandatory one may not; blanks are nothing", () => {
  const questions = [question("must"), question("may", { isMandatory: false })];
  expect(check(questions, [["must", "  "]]).problems.map((each) => each.id)).toEqual(["must"]);
  expect(check(questions, [["must", "x"]])).toEqual({ percent: 66, problems: [] });
  expect(
    check(questions, [
      ["must", "x"],
      ["may", "y"],
    ]).percent,
  ).toBe(100);
});

test.each([
  ["yesNo", "yes", true],
  ["yesNo", "maybe", false],
  ["number", "12.5", true],
  ["number", "1e3", false],
  ["choice", "blue", true],
  ["choice", "red", false],
] as const)("a %s answered %j: %s", (kind, answer, isFine) => {
  const asked = [question("q", { kind, choices: ["blue"] })];
  expect(check(asked, [["q", answer]]).problems.length === 0).toBe(isFine);
});

test.each([
  ["", false],
  ["0", false],
  ["0.01", true],
  ["-1", false],
  ["1,5", false],
] as const)("the only price %j can be submitted: %s", (price, isFine) =>
  expect(check([], [], [["p", price]]).problems.length === 0).toBe(isFine),
);
