import { describe, expect, test } from "vitest";
import { d } from "@/lib/shared/decimal";
import { adviseOnTie, checkAwardProposal } from "@/lib/sourcing/rules/tie-rule";

const tied = (id: string, technical: number, price: number) => ({ id, technicalScore: d(technical), price: d(price) });

test.each([
  ["higherTechnical", [tied("A", 80, 100), tied("B", 81, 110)], "B"],
  ["lowerPrice", [tied("A", 80, 100), tied("B", 81, 110)], "A"],
  ["higherTechnical", [tied("A", 80, 100), tied("B", 80, 100)], null],
  ["lowerPrice", [tied("A", 80, 100), tied("B", 80, 100), tied("C", 79, 120)], null],
  ["draw", [tied("A", 80, 100), tied("B", 81, 110)], null],
] as const)("by %s it is %#", (rule, bids, expected) => {
  expect(adviseOnTie(rule, [...bids]).bid).toBe(expected);
  expect(adviseOnTie(rule, [...bids].reverse()).bid).toBe(expected);
});

describe("an award proposal", () => {
  const ranked = {
    winner: "A",
    tie: false,
    bids: [
      { id: "A", status: "ranked" as const },
      { id: "B", status: "ranked" as const },
      { id: "C", status: "belowMinimum" as const },
    ],
  };
  test.each([
    ["the winner", ranked, ["A"], "", true],
    ["the winner and another with a share", ranked, ["B", "A"], "", true],
    ["the second without a word", ranked, ["B"], " ", false],
    ["the second with a reason", ranked, ["B"], "A withdrew in the negotiation.", true],
    ["a bid under the minimum", ranked, ["C"], "We like it.", false],
    ["nobody", ranked, [], "None", false],
    ["a tie without a decision", { ...ranked, winner: null, tie: true }, ["A"], "", false],
    ["a tie with its decision", { ...ranked, winner: null, tie: true }, ["A"], "Lower price, by the tie rule.", true],
  ])("%s", (_name, evaluation, awarded, decision, expected) => {
    expect(checkAwardProposal(evaluation, awarded, decision).isAllowed).toBe(expected);
  });
});
