import { expect, test } from "vitest";
import { judgeFirmness } from "@/lib/sourcing/rules/firmness";
import { evaluateLot, isUnexplained, type LotBid, type StoredRules } from "@/lib/sourcing/rules/lot-evaluation";

const RULES: StoredRules = {
  technicalWeight: "60",
  isRelativeToBest: false,
  minimumTechnical: "0",
  priceMethod: "lowestRatio",
  priceMinimum: null,
  priceMaximum: null,
};
const CRITERIA = [
  { id: "q", name: "Quality", weight: "60" },
  { id: "p", name: "People", weight: "40" },
];
const bid = (id: string, q: string, p: string, price: string): LotBid => ({
  id,
  name: id.toUpperCase(),
  technical: String(Number(q) * 12 + Number(p) * 8),
  price,
  scores: { q, p },
});

function judged(bids: LotBid[], rules = RULES) {
  const ranking = evaluateLot(bids, rules, CRITERIA);
  if (!ranking) throw new Error("Nothing is ranked.");
  return { ranking, firmness: judgeFirmness(ranking, rules.technicalWeight) };
}

test("a bid that is best in everything wins firmly", () => {
  const { firmness } = judged([bid("a", "5", "5", "900"), bid("b", "3", "3", "1000")]);
  expect(firmness).toMatchObject({ kind: "firmly", otherMethods: [], movingCriteria: [] });
});

test("only a far technical weight changes the winner: clearly", () => {
  const { firmness, ranking } = judged([bid("a", "5", "5", "1010"), bid("b", "3", "3", "1000")]);
  expect(ranking.winner).toBe("a");
  expect(ranking.methods.every((each) => each.winner === "a")).toBe(false); // linear stretches the small difference
  expect(firmness.kind).toBe("byTheRules");
  const clear = judged([bid("a", "5", "5", "1010"), bid("b", "3", "3", "1000"), bid("c", "1", "1", "1400")]).firmness;
  expect(clear.kind).toBe("clearly");
  expect(clear.neighbours).toHaveLength(1);
});

test("a criterion whose weight makes another bid the winner is named, and the win is not called clear", () => {
  // A is strong in quality, B in people; the prices are the same.
  const { firmness, ranking } = judged([bid("a", "5", "2", "1000"), bid("b", "2", "5", "1000")]);
  expect(ranking.winner).toBe("a");
  // Equal at half and half: 60 → 50 for quality, 40 → 50 for people.
  expect(ranking.criteria.map(({ criterionId, flipsAt, to }) => [criterionId, flipsAt, to])).toEqual([
    ["q", "50", "b"],
    ["p", "50", "b"],
  ]);
  expect(firmness.kind).toBe("byTheRules");
  const near = judged([bid("a", "5", "2.5", "1000"), bid("b", "3", "5", "1000")]).firmness;
  expect(near.kind).toBe("narrowly");
});

test("a tie and an empty field are called so", () => {
  expect(judged([bid("a", "4", "4", "1000"), bid("b", "4", "4", "1000")]).firmness.kind).toBe("tie");
});

test("an abnormally low price shows the others' scores with and without it until it is explained", () => {
  const bids = [bid("a", "4", "4", "1000"), bid("b", "4.5", "4.5", "1100"), bid("low", "2", "2", "400")];
  const open = judged(bids).ranking;
  expect(open.bids.filter(isUnexplained).map((each) => each.id)).toEqual(["low"]);
  expect(open.bids.find((each) => each.id === "a")?.priceScore).toBe("40");
  expect(open.without?.excluded).toEqual(["low"]);
  expect(open.without?.bids.map((each) => [each.id, each.priceScore?.slice(0, 5)])).toEqual([
    ["b", "90.90"],
    ["a", "100"],
  ]);
  const cheap = judged([bid("a", "4", "4", "1000"), bid("low", "3.5", "3.5", "400")]);
  expect(cheap.ranking.winner).toBe("low");
  expect(cheap.firmness.kind).toBe("unexplained");
  const accepted = judged(
    bids.map((each) => (each.id === "low" ? { ...each, explanation: "accepted" as const } : each)),
  ).ranking;
  expect(accepted.without).toBeNull();
  expect(accepted.bids.find((each) => each.id === "low")?.flags).toEqual(["abnormallyLow"]);
});
