import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { d, roundTo } from "@/lib/shared/decimal";
import { type EvaluatedBid, type EvaluationRules, evaluateBids } from "@/lib/sourcing/rules/evaluate-bids";
import { findWinnerByMethod } from "@/lib/sourcing/rules/winner-by-method";

const rules: EvaluationRules = {
  technicalWeight: d(80),
  isRelativeToBest: true,
  minimumTechnical: d(0),
  priceMethod: { type: "lowestRatio" },
};

function bid(id: string, technical: number | string, price: number | string, qualityValue?: string): EvaluatedBid {
  const quality = qualityValue === undefined ? undefined : d(qualityValue);
  return { id, technical: d(technical), price: d(price), qualityValue: quality };
}

const published = [bid("A", 123, 10500), bid("B", 126, 10350), bid("C", 129, 11750), bid("D", 117, 9900)];

function totals(bids: EvaluatedBid[], changed: Partial<EvaluationRules> = {}) {
  return evaluateBids(bids, { ...rules, ...changed }).result.bids.map(
    (one) => one.total && roundTo(one.total, 2).toFixed(),
  );
}

test("the published 80/20 example comes out, and B wins", () => {
  expect(totals(published)).toEqual(["95.14", "97.27", "96.85", "92.56"]);
  const { result, steps } = evaluateBids(published, rules);
  expect(result.bids.map((one) => one.rank)).toEqual([3, 1, 2, 4]);
  expect(result).toMatchObject({ winner: "B", tie: false });
  expect(steps.length).toBeGreaterThan(8);
});

describe("price methods", () => {
  const plain = { isRelativeToBest: false, technicalWeight: d(0) };
  const three = [bid("A", 50, 100), bid("B", 50, 150), bid("C", 50, 200)];
  test.each([
    ["lowest ratio", { type: "lowestRatio" }, ["100", "66.67", "50"]],
    ["linear from the bids", { type: "linear" }, ["100", "50", "0"]],
    ["linear with fixed limits", { type: "linear", minimum: d(50), maximum: d(250) }, ["75", "50", "25"]],
    ["linear clamps at both limits", { type: "linear", minimum: d(120), maximum: d(180) }, ["100", "50", "0"]],
    ["deviation from the mean", { type: "meanDeviation" }, ["83.33", "50", "16.67"]],
  ] as const)("%s", (_name, priceMethod, expected) => {
    expect(totals(three, { ...plain, priceMethod })).toEqual(expected);
  });
  test("deviation from the mean clamps", () => {
    const far = [bid("A", 50, 10), bid("B", 50, 10), bid("C", 50, 980)];
    expect(totals(far, { ...plain, priceMethod: { type: "meanDeviation" } })).toEqual(["100", "100", "0"]);
  });
  test("linear with equal prices gives everyone full marks", () => {
    expect(totals([bid("A", 1, 7), bid("B", 1, 7)], { ...plain, priceMethod: { type: "linear" } })).toEqual([
      "100",
      "100",
    ]);
  });
  test("quality in money ranks by price minus quality, lowest first", () => {
    const bids = [bid("A", 50, 100, "10"), bid("B", 60, 120, "45"), bid("C", 70, 130, "20")];
    const { result } = evaluateBids(bids, { ...rules, priceMethod: { type: "qualityInMoney" } });
    expect(result.bids.map((one) => [one.total?.toFixed(), one.rank])).toEqual([
      ["90", 2],
      ["75", 1],
      ["110", 3],
    ]);
    expect(result.winner).toBe("B");
    expect(result.sensitivity.technicalWeight).toEqual({ flipsAt: null, to: null });
  });
  test("the winner under every method", () => {
    const outcome = findWinnerByMethod(published, { ...rules, technicalWeight: d(10) });
    expect(outcome.map((one) => one.method)).toEqual(["lowestRatio", "linear", "meanDeviation"]);
    expect(outcome.every((one) => one.winner === "D")).toBe(true);
  });
});

describe("minimum technical score", () => {
  const bids = [bid("cheap", "69.99", 50), bid("edge", "70", 100), bid("good", "90", 110)];
  const limits = { isRelativeToBest: false, minimumTechnical: d(70) };
  test("exactly at the minimum stays; just under it is out and is not the lowest", () => {
    const { result } = evaluateBids(bids, { ...rules, ...limits });
    expect(result.bids.map((one) => one.status)).toEqual(["belowMinimum", "ranked", "ranked"]);
    expect(result.bids[0]).toMatchObject({ priceScore: null, total: null, rank: null, flags: [] });
    expect(result.bids[1]?.priceScore?.toFixed()).toBe("100");
  });
  test("a bid that is out does not count in the mean", () => {
    const { result } = evaluateBids(bids, { ...rules, ...limits, priceMethod: { type: "meanDeviation" } });
    expect(roundTo(result.bids[1]?.priceScore ?? d(0), 4).toFixed()).toBe("54.7619");
  });
  test("the minimum is compared with the plain score, also when scores are relative", () => {
    const { result } = evaluateBids([bid("A", 60, 10), bid("B", 50, 10)], { ...rules, minimumTechnical: d(55) });
    expect(result.bids.map((one) => one.status)).toEqual(["ranked", "belowMinimum"]);
    expect(result.bids[1]?.technicalScore.toFixed(2)).toBe("83.33");
  });
  test("a closed price is fine for a bid that is out, and a fault for one that is in", () => {
    const closed = bids.map((one, index) => (index === 0 ? { ...one, price: null } : one));
    expect(evaluateBids(closed, { ...rules, ...limits }).result.winner).toBe("good");
    expect(() => evaluateBids(closed, { ...rules, ...limits, minimumTechnical: d(0) })).toThrow("cheap");
  });
  test("nobody admitted: no winner and no tie", () => {
    expect(evaluateBids(bids, { ...rules, minimumTechnical: d(95) }).result).toMatchObject({
      winner: null,
      tie: false,
    });
  });
});

describe("ties", () => {
  const flat = { isRelativeToBest: false, technicalWeight: d(100) };
  test("equal after rounding to 4 decimals: both carry it and nobody wins", () => {
    const { result } = evaluateBids([bid("A", "80.00004", 1), bid("B", "80.00001", 1), bid("C", 70, 1)], {
      ...rules,
      ...flat,
    });
    expect(result.bids.map((one) => [one.rank, one.tied])).toEqual([
      [1, true],
      [1, true],
      [3, false],
    ]);
    expect(result).toMatchObject({ winner: null, tie: true });
  });
  test("apart in the 4th decimal is no tie, however little lies between", () => {
    const { result } = evaluateBids([bid("A", "80.00004", 1), bid("B", "80.00005", 1)], { ...rules, ...flat });
    expect(result).toMatchObject({ winner: "B", tie: false });
  });
  test("a tie further down leaves the winner", () => {
    const { result } = evaluateBids([bid("A", 90, 1), bid("B", 80, 1), bid("C", 80, 1)], { ...rules, ...flat });
    expect(result).toMatchObject({ winner: "A", tie: false });
    expect(result.bids.map((one) => one.tied)).toEqual([false, true, true]);
  });
});

describe("abnormally low", () => {
  function flagged(prices: number[]) {
    const bids = prices.map((price, index) => bid(String(index), 50, price));
    return evaluateBids(bids, rules).result.bids.flatMap((one) => (one.flags.length > 0 ? [one.id] : []));
  }
  test.each([
    ["40 % below the mean of the others", [60, 80, 120], ["0"]],
    ["a little less than 40 % below", [60.01, 80, 120], []],
    ["30 % below the next price", [70, 100, 101], ["0"]],
    ["a little less than 30 % below", [70.01, 100, 101], []],
    ["a single bid", [1], []],
  ])("%s", (_name, prices, expected) => {
    expect(flagged(prices).filter((id) => id === "0")).toEqual(expected);
  });
});

const anyBids = fc
  .uniqueArray(
    fc.record({ technical: fc.integer({ min: 1, max: 1000 }), price: fc.integer({ min: 1, max: 100000 }) }),
    {
      minLength: 2,
      maxLength: 12,
      selector: (one) => `${one.technical}/${one.price}`,
    },
  )
  .map((rows) => rows.map((row, index) => bid(`bid-${index}`, row.technical / 10, row.price)));
const anyRules = fc.record({
  technicalWeight: fc.integer({ min: 0, max: 100 }).map((weight) => d(weight)),
  isRelativeToBest: fc.boolean(),
  minimumTechnical: fc.integer({ min: 0, max: 60 }).map((minimum) => d(minimum)),
  priceMethod: fc.constantFrom<EvaluationRules["priceMethod"]>(
    { type: "lowestRatio" },
    { type: "linear" },
    { type: "linear", minimum: d(100), maximum: d(90000) },
    { type: "meanDeviation" },
  ),
});

describe("laws", () => {
  test("the order of bids does not matter", () => {
    fc.assert(
      fc.property(anyBids, anyRules, (bids, someRules) => {
        const forward = evaluateBids(bids, someRules).result;
        const backward = evaluateBids([...bids].reverse(), someRules).result;
        expect(backward.winner).toBe(forward.winner);
        expect([...backward.bids].reverse().map((one) => [one.id, one.rank, one.tied])).toEqual(
          forward.bids.map((one) => [one.id, one.rank, one.tied]),
        );
      }),
    );
  });
  test("another currency unit changes no total", () => {
    fc.assert(
      fc.property(anyBids, fc.integer({ min: 2, max: 1000 }), (bids, factor) => {
        const scaled = bids.map((one) => ({ ...one, price: one.price?.times(factor) ?? null }));
        const round = (list: EvaluatedBid[]) =>
          evaluateBids(list, { ...rules, priceMethod: { type: "linear" } }).result.bids.map((one) =>
            one.total?.toFixed(20),
          );
        expect(round(scaled)).toEqual(round(bids));
      }),
    );
  });
  test("a better total never has a worse rank", () => {
    fc.assert(
      fc.property(anyBids, anyRules, (bids, someRules) => {
        const ranked = evaluateBids(bids, someRules).result.bids.filter((one) => one.status === "ranked");
        for (const a of ranked) {
          for (const b of ranked) {
            if (a.total && b.total && a.rank && b.rank && a.total.gt(b.total))
              expect(a.rank).toBeLessThanOrEqual(b.rank);
          }
        }
      }),
    );
  });
  test("the winner holds up to the flip, and the named bid leads beyond it", () => {
    fc.assert(
      fc.property(anyBids, anyRules, (bids, someRules) => {
        const { winner, sensitivity } = evaluateBids(bids, someRules).result;
        const { flipsAt, to } = sensitivity.technicalWeight;
        if (winner === null || flipsAt === null) return;
        const start = someRules.technicalWeight;
        const away = flipsAt.gt(start) ? 1 : -1;
        const room = away > 0 ? d(100).minus(flipsAt) : flipsAt;
        const leaderAt = (technicalWeight: EvaluationRules["technicalWeight"]) => {
          const ranked = evaluateBids(bids, { ...someRules, technicalWeight }).result.bids;
          return ranked.reduce((top, one) => (one.total?.gt(top.total ?? -1) ? one : top)).id;
        };
        const step = d("1e-20");
        expect(leaderAt(flipsAt.minus(step.times(away)))).toBe(winner);
        if (room.gt(step)) expect(leaderAt(flipsAt.plus(step.times(away)))).toBe(to);
        expect(leaderAt(start.plus(flipsAt).dividedBy(2))).toBe(winner);
      }),
      { numRuns: 300 },
    );
  });
  test("where no flip is reported, no whole weight has another winner", () => {
    fc.assert(
      fc.property(anyBids, (bids) => {
        const { winner, sensitivity } = evaluateBids(bids, rules).result;
        if (winner === null || sensitivity.technicalWeight.flipsAt !== null) return;
        for (let weight = 1; weight < 100; weight += 7) {
          const other = evaluateBids(bids, { ...rules, technicalWeight: d(weight) }).result;
          expect([winner, null]).toContain(other.winner);
        }
      }),
    );
  });
});
