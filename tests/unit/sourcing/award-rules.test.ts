import { expect, test } from "vitest";
import { checkIndependence, checkModerator } from "@/lib/sourcing/rules/duties";
import { findShortWindows } from "@/lib/sourcing/rules/short-window";
import { findPassedOver, standingBids } from "@/lib/sourcing/rules/standing-bids";

const ranked = (id: string, rank: number | null) => ({
  id,
  name: id,
  rank,
  status: rank === null ? ("belowMinimum" as const) : ("ranked" as const),
});
const FIELD = [ranked("a", 1), ranked("b", 2), ranked("c", 3), ranked("d", null)];

test("without the cancelled winner the next-ranked is the one to propose", () => {
  expect(standingBids(FIELD, new Set())).toMatchObject({ winner: "a", tie: false });
  expect(standingBids(FIELD, new Set(["a"]))).toMatchObject({ winner: "b", tie: false });
  expect(standingBids(FIELD, new Set(["a", "b", "c"]))).toMatchObject({ winner: null, tie: false });
  const tied = [ranked("a", 1), ranked("b", 1), ranked("c", 3)];
  expect(standingBids(tied, new Set())).toMatchObject({ winner: null, tie: true });
  expect(standingBids(tied, new Set(["b"]))).toMatchObject({ winner: "a", tie: false });
});

test("passed over is who ranks before an awarded bid and gets nothing", () => {
  const over = (awarded: string[]) => findPassedOver(FIELD, awarded).map((bid) => bid.id);
  expect(over(["a"])).toEqual([]);
  expect(over(["b"])).toEqual(["a"]);
  expect(over(["a", "c"])).toEqual(["b"]);
  expect(over(["a", "b", "c"])).toEqual([]);
  // Whoever shares the rank of a chosen bid was not passed over: the tie rule decided.
  expect(findPassedOver([ranked("a", 1), ranked("b", 1)], ["a"])).toEqual([]);
});

test("a conflict bars from every act that decides about that bidder, and says from which", () => {
  expect(checkIndependence("lock", [])).toEqual({ isAllowed: true });
  expect(checkIndependence("propose", ["Ash", "Birch"])).toMatchObject({
    isAllowed: false,
    reason: "You declared a conflict of interest with Ash, Birch. Somebody else has to propose the award.",
  });
});

test.each([
  [["ann"], "ann", false],
  [["ann"], "ben", true],
  [["ann", "ben"], "ann", true],
  [[], "ann", true],
])("scored by %j, settled by %s: %s", (scorers, moderator, isAllowed) => {
  expect(checkModerator(scorers, moderator, "Ash, Quality").isAllowed).toBe(isAllowed);
});

const NOW = "2026-03-01T12:00:00Z";
const window = (questionsUntil: string, answersUntil: string, bidsUntil: string) =>
  findShortWindows({ questionsUntil, answersUntil, bidsUntil }, NOW);
test("a very short window is named with what it lacks; exactly enough is enough", () => {
  expect(window("2026-03-04T12:00:00Z", "2026-03-09T12:00:00Z", "2026-03-11T12:00:00Z")).toEqual([]);
  expect(window("2026-03-04T11:59:59Z", "2026-03-09T12:00:01Z", "2026-03-11T12:00:00Z")).toEqual([
    "2 days to ask questions, less than 3 days",
    "47 hours between the last answers and the deadline, less than 2 days",
  ]);
  expect(window("2026-03-01T13:00:00Z", "2026-03-01T14:00:00Z", "2026-03-01T16:00:00Z")).toEqual([
    "1 hour to ask questions, less than 3 days",
    "2 hours between the last answers and the deadline, less than 2 days",
    "4 hours to write a bid, less than 10 days",
  ]);
});
