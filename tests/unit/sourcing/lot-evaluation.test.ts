import { expect, test } from "vitest";
import { d } from "@/lib/shared/decimal";
import { evaluateLot, type StoredRules } from "@/lib/sourcing/rules/lot-evaluation";
import { buildModerationMatrix } from "@/lib/sourcing/rules/moderation-matrix";
import { needsComment } from "@/lib/sourcing/rules/score-comment";
import { standstillEnd } from "@/lib/sourcing/rules/standstill";

const RULES: StoredRules = {
  technicalWeight: "60",
  isRelativeToBest: false,
  minimumTechnical: "65",
  priceMethod: "lowestRatio",
  priceMinimum: null,
  priceMaximum: null,
};
const BIDS = [
  { id: "a", name: "Ash", technical: "78", price: "612400" },
  { id: "b", name: "Birch", technical: "86", price: "720000" },
  { id: "c", name: "Cedar", technical: "72.3", price: "561900" },
  { id: "d", name: "Dogwood", technical: "42", price: null },
];

test("a narrow win is told from both sides, and a bid under the minimum stays out", () => {
  const ranking = evaluateLot(BIDS, RULES);
  expect(ranking?.bids.map((bid) => [bid.name, bid.rank])).toEqual([
    ["Ash", 1],
    ["Cedar", 2],
    ["Birch", 3],
    ["Dogwood", null],
  ]);
  expect(ranking?.ranges.map((range) => range.winner)).toEqual(["c", "a", "b"]);
  const own = ranking?.ranges[1];
  expect(Number(own?.from)).toBeLessThan(60);
  expect(Number(own?.to)).toBeGreaterThan(60);
  expect([own?.from, own?.to]).toContain(ranking?.flip.flipsAt);
  expect(ranking?.steps.find((step) => step.label === "Winner")?.value).toBe("Ash");
});

test("the steps name the method in words and show four decimals of what has more", () => {
  const ranking = evaluateLot(
    BIDS.map((bid) => ({ ...bid, id: `#${bid.id}#` })),
    RULES,
  );
  expect(ranking?.steps[0]).toMatchObject({ label: "Price method: ratio to the lowest price" });
  const texts = ranking?.steps.flatMap((step) => [step.label, step.value]) ?? [];
  expect(texts).toContain("Ash: price score of 612400");
  expect(texts).toContain("91.7538");
  expect(texts.filter((text) => /\d\.\d{5,}/.test(text))).toEqual([]);
});

test("no ranking while a price that counts is closed, nor without bids", () => {
  expect(evaluateLot([...BIDS, { id: "e", name: "Elm", technical: "65", price: null }], RULES)).toBeNull();
  expect(evaluateLot([], RULES)).toBeNull();
});

test("quality in money: the upper price is what a full score is worth, and there are no weights to move", () => {
  const ranking = evaluateLot(BIDS, { ...RULES, priceMethod: "qualityInMoney", priceMaximum: "1000000" });
  // 612,400 − 780,000; 720,000 − 860,000; 561,900 − 723,000
  expect(ranking?.bids.slice(0, 3).map((bid) => [bid.name, bid.total])).toEqual([
    ["Ash", "-167600"],
    ["Cedar", "-161100"],
    ["Birch", "-140000"],
  ]);
  expect(ranking?.ranges).toEqual([]);
});

test("the matrix shows what is agreed, what differs, and what is more than 2 points apart", () => {
  const score = (bidId: string, evaluatorId: string, value: string) => ({
    bidId,
    criterionId: "k",
    evaluatorId,
    score: value,
  });
  const scores = [
    score("a", "x", "4"),
    score("a", "y", "4"),
    score("b", "x", "2"),
    score("b", "y", "4"),
    score("c", "x", "1"),
    score("c", "y", "3.5"),
  ];
  const [row] = buildModerationMatrix(["k"], ["a", "b", "c", "d"], scores, [
    { bidId: "c", criterionId: "k", score: "3" },
  ]);
  expect(
    row?.cells.map(({ agreed, isModerated, isFlagged, isBest }) => [agreed, isModerated, isFlagged, isBest]),
  ).toEqual([
    ["4", false, false, true],
    [null, false, false, false],
    ["3", true, true, false],
    [null, false, false, false],
  ]);
  expect(row?.spread).toBe("2.5");
});

test.each([
  ["0", true],
  ["0.5", true],
  ["1", true],
  ["1.5", false],
  ["4.5", false],
  ["5", true],
] as const)("a score of %s needs a comment: %s", (score, isNeeded) => expect(needsComment(d(score))).toBe(isNeeded));

test.each([
  ["2026-11-02T09:00:00Z", 10, "Europe/Berlin", "2026-11-12T23:00:00.000Z"],
  ["2026-11-02T23:30:00Z", 1, "Europe/Berlin", "2026-11-04T23:00:00.000Z"],
  // The clocks go forward in between: the days stay days.
  ["2026-03-27T09:00:00Z", 2, "Europe/Berlin", "2026-03-29T22:00:00.000Z"],
  ["2026-03-27T09:00:00Z", 0, "Europe/Berlin", null],
] as const)("a standstill from %s of %i days in %s ends %s", (from, days, zone, end) => {
  expect(standstillEnd(from, days, zone)).toBe(end);
});
