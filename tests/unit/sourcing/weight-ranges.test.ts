import fc from "fast-check";
import { expect, test } from "vitest";
import { d } from "@/lib/shared/decimal";
import { findWinnerRanges } from "@/lib/sourcing/rules/weight-ranges";

const line = (id: string, at0: number, at100: number) => ({ id, at0: d(at0), at100: d(at100) });

test("the winner changes where the lines cross", () => {
  // A: 100 − w/2; B: 40 + w/2: they cross at 60.
  const ranges = findWinnerRanges([line("A", 100, 50), line("B", 40, 90)]);
  expect(ranges.map(({ from, to, winner }) => [from.toFixed(), to.toFixed(), winner])).toEqual([
    ["0", "60", "A"],
    ["60", "100", "B"],
  ]);
});

test("one bid wins everywhere; two equal bids tie everywhere", () => {
  expect(findWinnerRanges([line("A", 90, 80), line("B", 50, 40)]).map((range) => range.winner)).toEqual(["A"]);
  expect(findWinnerRanges([line("A", 90, 80), line("B", 90, 80)]).map((range) => range.winner)).toEqual([null]);
});

test("ranges join without a gap, cover 0 to 100, and hold the best bid at any point inside", () => {
  const score = fc.integer({ min: 0, max: 100 });
  fc.assert(
    fc.property(fc.array(fc.tuple(score, score), { minLength: 1, maxLength: 6 }), (bids) => {
      const lines = bids.map(([at0, at100], index) => line(`bid ${index}`, at0, at100));
      const ranges = findWinnerRanges(lines);
      expect(ranges[0]?.from.toNumber()).toBe(0);
      expect(ranges.at(-1)?.to.toNumber()).toBe(100);
      ranges.slice(1).forEach((range, index) => {
        expect(range.from.eq(ranges[index]?.to ?? -1)).toBe(true);
        expect(range.winner).not.toBe(ranges[index]?.winner);
      });
      for (const { from, to, winner } of ranges) {
        if (winner === null) continue;
        const at = from.times("0.7").plus(to.times("0.3"));
        const totalOf = (each: (typeof lines)[number]) =>
          each.at0.plus(each.at100.minus(each.at0).times(at).dividedBy(100));
        const own = lines.find((each) => each.id === winner);
        for (const other of lines) expect(own && totalOf(own).plus("0.0001").gte(totalOf(other))).toBe(true);
      }
    }),
  );
});
