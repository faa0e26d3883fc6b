import fc from "fast-check";
import { expect, test } from "vitest";
import { type Decimal, d } from "@/lib/shared/decimal";
import { type CriterionWeight, findCriteriaFlips, type ScoredBid } from "@/lib/sourcing/rules/criteria-sensitivity";
import { expressRelativeTo } from "@/lib/sourcing/rules/technical-score";

type Rules = { technicalWeight: Decimal; isRelativeToBest: boolean };
const CRITERIA = ["quality", "people", "method"];

function scored(id: string, priceScore: number, shares: number[]): ScoredBid {
  return {
    id,
    priceScore: d(priceScore),
    shares: new Map(CRITERIA.map((name, index) => [name, d(shares[index] ?? 0)])),
  };
}

/** An evaluation of its own, straight from the definition, to check the solver against. */
function leaderAt(bids: ScoredBid[], weights: CriterionWeight[], rules: Rules, criterion: string, at: Decimal): string {
  const own = weights.find((entry) => entry.criterion === criterion)?.weight ?? d(0);
  const scaled = weights.map((entry) =>
    entry.criterion === criterion ? at : entry.weight.times(d(100).minus(at)).dividedBy(d(100).minus(own)),
  );
  const technical = bids.map((bid) =>
    weights.reduce(
      (sum, entry, index) => sum.plus((scaled[index] ?? d(0)).times(bid.shares.get(entry.criterion) ?? 0)),
      d(0),
    ),
  );
  const best = technical.reduce((top, one) => (one.gt(top) ? one : top));
  const totals = technical.map((one, index) => {
    const score = rules.isRelativeToBest ? expressRelativeTo(best, one) : one;
    return rules.technicalWeight.times(score).plus(
      d(100)
        .minus(rules.technicalWeight)
        .times(bids[index]?.priceScore ?? 0),
    );
  });
  const top = totals.reduce((highest, one) => (one.gt(highest) ? one : highest));
  return bids[totals.findIndex((one) => one.eq(top))]?.id ?? "";
}

test("two bids, one crossing, by hand", () => {
  // A: 100 w + 0 (100 − w); B: 50 throughout. They meet at w = 50.
  const bids = [scored("A", 50, [1, 0, 0]), scored("B", 50, [0.5, 0.5, 0.5])];
  const weights = [d(60), d(20), d(20)].map((weight, index) => ({ criterion: CRITERIA[index] ?? "", weight }));
  const flips = findCriteriaFlips(bids, weights, { technicalWeight: d(70), isRelativeToBest: false }, "A");
  expect(flips[0]).toMatchObject({ criterion: "quality", to: "B" });
  expect(flips[0]?.flipsAt?.toFixed()).toBe("50");
});

test("a bid that is best everywhere is stable", () => {
  const bids = [scored("A", 90, [0.9, 0.9, 0.9]), scored("B", 50, [0.5, 0.6, 0.7])];
  const weights = CRITERIA.map((criterion, index) => ({ criterion, weight: d(index === 0 ? 50 : 25) }));
  const flips = findCriteriaFlips(bids, weights, { technicalWeight: d(70), isRelativeToBest: true }, "A");
  expect(flips.map((flip) => flip.flipsAt)).toEqual([null, null, null]);
});

test("the only criterion cannot move", () => {
  const bids = [scored("A", 90, [0.9]), scored("B", 50, [0.5])];
  const flips = findCriteriaFlips(
    bids,
    [{ criterion: "quality", weight: d(100) }],
    { technicalWeight: d(70), isRelativeToBest: true },
    "A",
  );
  expect(flips).toEqual([{ criterion: "quality", weight: d(100), flipsAt: null, to: null }]);
});

const share = fc.integer({ min: 1, max: 50 }).map((points) => points / 50);
const anyBids = fc
  .array(fc.tuple(fc.integer({ min: 1, max: 100 }), fc.tuple(share, share, share)), { minLength: 2, maxLength: 6 })
  .map((rows) => rows.map(([price, shares], index) => scored(`bid-${index}`, price, shares)));

test("each flip is verified by evaluating just before and just beyond it, and nothing flips earlier", () => {
  let flipped = 0;
  fc.assert(
    fc.property(
      anyBids,
      fc.integer({ min: 1, max: 60 }),
      fc.integer({ min: 1, max: 39 }),
      fc.boolean(),
      (bids, a, b, isRelativeToBest) => {
        const weights = [a, b, 100 - a - b].map((weight, index) => ({
          criterion: CRITERIA[index] ?? "",
          weight: d(weight),
        }));
        const rules = { technicalWeight: d(60), isRelativeToBest };
        const winner = leaderAt(bids, weights, rules, "quality", d(a));
        for (const { criterion, weight, flipsAt, to } of findCriteriaFlips(bids, weights, rules, winner)) {
          const step = d("1e-15");
          const limit = flipsAt ?? null;
          const reach = limit === null ? d(100) : limit.minus(weight).abs();
          for (let sample = 1; sample < 100; sample += 3) {
            if (d(sample).minus(weight).abs().lt(reach.minus(step))) {
              expect(leaderAt(bids, weights, rules, criterion, d(sample))).toBe(winner);
            }
          }
          if (limit === null || limit.eq(weight)) continue;
          flipped += 1;
          const away = limit.gt(weight) ? step : step.negated();
          expect(leaderAt(bids, weights, rules, criterion, limit.minus(away))).toBe(winner);
          expect(leaderAt(bids, weights, rules, criterion, limit.plus(away))).toBe(to);
        }
      },
    ),
    { numRuns: 200 },
  );
  expect(flipped).toBeGreaterThan(50);
});
