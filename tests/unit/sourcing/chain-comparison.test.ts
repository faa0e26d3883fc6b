import fc from "fast-check";
import { expect, test } from "vitest";
import { type ChainEvent, compareWithChain, type StoredBid } from "@/lib/sourcing/rules/chain-comparison";

const submit = (bidId: string, number = 1, receiptHash = `hash-${bidId}-${number}`): ChainEvent => ({
  bidId,
  action: "submit",
  number,
  receiptNumber: `RCP-${bidId}${number}`,
  receiptHash,
  bidder: bidId,
});
const withdraw = (bidId: string, number = 1): ChainEvent => ({
  bidId,
  action: "withdraw",
  number,
  receiptNumber: null,
  receiptHash: null,
  bidder: bidId,
});
const stored = (bidId: string, number = 1, receiptHash = `hash-${bidId}-${number}`): StoredBid => ({
  bidId,
  bidder: `Bidder ${bidId}`,
  isSubmitted: true,
  standing: { number, receiptHash },
});

test("what was submitted and stands is opened without a word", () => {
  const events = [submit("a"), submit("b"), withdraw("b"), submit("b", 2), submit("c"), withdraw("c")];
  const rows = [stored("a"), stored("b", 2), { ...stored("c"), isSubmitted: false, standing: null }];
  expect(compareWithChain(events, rows)).toEqual([]);
});

test.each<[string, ChainEvent[], StoredBid[], RegExp]>([
  ["deleted", [submit("a")], [], /RCP-a1\), and is not there any more/],
  ["set back", [submit("a")], [{ ...stored("a"), isSubmitted: false }], /does not stand as submitted any more/],
  ["hidden as withdrawn", [submit("a")], [{ ...stored("a"), standing: null }], /does not stand as submitted/],
  ["exchanged", [submit("a")], [stored("a", 1, "other")], /is not the submission that the audit chain holds/],
  ["an older submission", [submit("a"), withdraw("a"), submit("a", 2)], [stored("a", 1)], /is not the submission/],
  ["put in", [], [stored("a")], /knows no submission/],
  ["brought back", [submit("a"), withdraw("a")], [stored("a")], /knows no submission/],
])("a bid that was %s behind the app's back is found", (_name, events, rows, problem) => {
  expect(compareWithChain(events, rows)).toEqual([
    { bidId: "a", bidder: expect.any(String), problem: expect.stringMatching(problem) },
  ]);
});

test("whatever one takes away from what the chain holds is found", () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.nat(30), { minLength: 1 }), fc.nat(), (ids, which) => {
      const events = ids.map((id) => submit(String(id)));
      const gone = String(ids[which % ids.length]);
      const rows = ids.map((id) => stored(String(id))).filter((row) => row.bidId !== gone);
      expect(compareWithChain(events, rows).map((finding) => finding.bidId)).toEqual([gone]);
    }),
  );
});
