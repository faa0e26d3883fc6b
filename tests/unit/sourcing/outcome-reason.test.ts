import { expect, test } from "vitest";
import { type ComparedBid, explainOutcome, pointsPerCriterion, sumOfPoints } from "@/lib/sourcing/rules/outcome-reason";
import { findRivalFacts } from "@/lib/sourcing/rules/rival-facts";

const CRITERIA = [
  { id: "q", name: "Quality", weight: "60" },
  { id: "p", name: "People", weight: "40" },
];

function bid(
  id: string,
  rank: number | null,
  scores: [string, string],
  technicalScore: string,
  priceScore: string | null,
): ComparedBid {
  const [q, p] = scores;
  return {
    id,
    rank,
    technicalScore,
    priceScore,
    scores: [
      { criterionId: "q", score: q },
      { criterionId: "p", score: p },
    ],
  };
}

const rules = { criteria: CRITERIA, technicalWeight: "60", isQualityInMoney: false };

test.each([
  ["better in quality, dearer", ["4", "4"], "80", "70", "quality"],
  ["cheaper, weaker", ["2", "3"], "48", "100", "price"],
  ["better in both", ["4", "4"], "80", "100", "both"],
  ["the same quality, cheaper", ["3", "3"], "60", "100", "price"],
] as const)("the chosen bid was %s: %s decided", (_name, scores, technical, price, decided) => {
  const own = bid("own", 2, ["3", "3"], "60", "80");
  const chosen = bid("chosen", 1, [...scores], technical, price);
  expect(explainOutcome({ bid: own, awarded: [chosen], ...rules })).toMatchObject({
    kind: "ranked",
    decidedBy: decided,
  });
});

test("per criterion it says who was ahead, and no figure of the chosen bid", () => {
  const reason = explainOutcome({
    bid: bid("own", 2, ["3", "4"], "68", "80"),
    awarded: [bid("chosen", 1, ["4.5", "4"], "86", "77.7")],
    ...rules,
  });
  expect(reason).toMatchObject({
    criteria: [
      { name: "Quality", verdict: "behind" },
      { name: "People", verdict: "equal" },
    ],
  });
  expect(JSON.stringify(reason)).not.toMatch(/\d/);
});

test("the best bid that was passed over is not told that another came out ahead", () => {
  const chosen = bid("chosen", 2, ["3", "3"], "60", "80");
  expect(explainOutcome({ bid: bid("own", 1, ["4", "4"], "80", "80"), awarded: [chosen], ...rules }).kind).toBe(
    "passedOver",
  );
  const shared = [bid("first", 1, ["5", "5"], "100", "90"), bid("third", 3, ["2", "2"], "40", "70")];
  expect(explainOutcome({ bid: bid("own", 2, ["4", "4"], "80", "80"), awarded: shared, ...rules }).kind).toBe(
    "passedOver",
  );
  expect(explainOutcome({ bid: bid("own", 2, ["3", "3"], "60", "80"), awarded: [chosen], ...rules }).kind).toBe("tied");
});

test("with quality in money the better quality of the chosen bid is named where it has it", () => {
  const money = { ...rules, isQualityInMoney: true };
  const own = bid("own", 2, ["3", "3"], "60", null);
  expect(explainOutcome({ bid: own, awarded: [bid("c", 1, ["4", "4"], "80", null)], ...money })).toMatchObject({
    decidedBy: "both",
  });
  expect(explainOutcome({ bid: own, awarded: [bid("c", 1, ["2", "2"], "40", null)], ...money })).toMatchObject({
    decidedBy: "price",
  });
});

test("points per criterion: weight × score ÷ 5, and their sum", () => {
  const points = pointsPerCriterion(CRITERIA, bid("own", 2, ["3", "4"], "68", null).scores);
  expect(points.map((each) => [each.name, each.points, each.maximum])).toEqual([
    ["Quality", "36", "60"],
    ["People", "32", "40"],
  ]);
  expect(sumOfPoints(points)).toBe("68");
  expect(sumOfPoints(pointsPerCriterion(CRITERIA, []))).toBeNull();
});

const RIVALS = [{ names: ["Bluewater Ltd", "Bluewater"], prices: ["612400.5", "80"] }];
test.each([
  ["Another bid was better.", []],
  ["You lost to bluewater, ltd.", ["Bluewater Ltd", "Bluewater"]],
  ["The other asked 612,400.50 EUR.", ["a price of another bidder"]],
  ["The other asked 612.400,50 EUR.", ["a price of another bidder"]],
  ["The other asked EUR 612 400.", ["a price of another bidder"]],
  ["The other asked 612400.", ["a price of another bidder"]],
  ["You had 80 of 100 points.", []],
  ["You asked 712,400.50 EUR over 36 months.", []],
])("a letter says of others: %s", (text, found) => {
  expect(findRivalFacts(text, RIVALS)).toEqual(found);
});
