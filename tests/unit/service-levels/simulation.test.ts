import { describe, expect, test } from "vitest";
import { serviceCreditSimulationSchema } from "@/lib/service-levels/simulation-schema";
import { gap, level, points, pool, request, simulate, tiers } from "./simulations";

const published = request(
  [
    level("answer-time", pool),
    level("accuracy", points, { expected: "99", minimum: "96" }),
    level("uptime", tiers, { expected: "99.9", minimum: "99" }),
    level("backlog", gap, { expected: "98" }),
  ],
  [{ "answer-time": "88", accuracy: "96.5", uptime: "99.95", backlog: null }],
);

test("the published request has exactly the published answer", () => {
  const usd = (amount: string) => ({ amount, currency: "USD" });
  const { steps, ...answer } = simulate(published);
  const line = (
    serviceLevel: string,
    value: string | null,
    status: string,
    credit: string,
    points: string | null = null,
  ) => ({
    serviceLevel,
    value,
    status,
    points,
    multiplier: "1",
    credit: usd(credit),
  });
  expect(answer).toEqual({
    periods: [
      {
        period: "2026-01",
        lines: [
          line("answer-time", "88", "belowMinimum", "2000.00"),
          line("accuracy", "96.5", "belowExpected", "0.00", "3"),
          line("uptime", "99.95", "met", "0.00"),
          line("backlog", null, "missing", "0.00"),
        ],
        points: "3",
        pointsCredit: usd("0.00"),
        total: usd("2000.00"),
        cap: usd("10000.00"),
        capped: false,
      },
    ],
    earnedBack: [],
  });
  expect(steps).toContainEqual({
    label: "2026-01 answer-time: × allocation 40\u00a0%",
    value: "2000.00 USD",
  });
});

test("charges may stand inside a period, and a value that the contract rounds is shown rounded", () => {
  const input = request([level("a", gap, { decimals: 1 })], [{ a: "94.04" }, { a: "94.04" }]);
  input.periods[1] = { ...input.periods[1], charges: "50000" } as (typeof input.periods)[number];
  const [first, second] = simulate(input).periods;
  expect(first).toMatchObject({ lines: [{ value: "94.0", credit: { amount: "1000.00" } }] });
  expect(second).toMatchObject({ cap: { amount: "5000.00" }, lines: [{ credit: { amount: "500.00" } }] });
});

test("a service level may be called like something that every object has", () => {
  const [period] = simulate(request([level("constructor", gap)], [{}])).periods;
  expect(period?.lines).toMatchObject([{ serviceLevel: "constructor", status: "missing" }]);
});

describe("refusals stand at the field", () => {
  const refused = (change: object) => {
    const parsed = serviceCreditSimulationSchema.safeParse({ ...published, ...change });
    return parsed.success ? [] : parsed.error.issues.map((issue) => issue.path.join("/"));
  };
  const one = (scheme: object, terms: object = {}) => ({
    serviceLevels: [level("answer-time", scheme, terms)],
    periods: [{ period: "2026-01", values: {} }],
  });
  const month = (period: string, values: object = {}) => ({ period, values });

  test.each<[string, object, string[]]>([
    ["an unknown field", { extra: 1 }, [""]],
    ["a number instead of text", { atRiskPercent: 10 }, ["atRiskPercent"]],
    ["an exponent", { charges: "1e5" }, ["charges"]],
    ["negative charges", { charges: "-1" }, ["charges"]],
    ["no such currency", { currency: "ABC" }, ["currency"]],
    ["more than everything at risk", { atRiskPercent: "100.01" }, ["atRiskPercent"]],
    ["no charges anywhere", { charges: undefined }, ["periods/0/charges"]],
    ["no periods", { periods: [] }, ["periods"]],
    ["too many periods", { periods: Array(601).fill(month("2026-01")) }, ["periods"]],
    ["a month that is none", { periods: [month("2026-13")] }, ["periods/0/period"]],
    ["a month twice", { periods: [month("2026-01"), month("2026-01")] }, ["periods/1/period"]],
    ["months out of order", { periods: [month("2026-02"), month("2026-01")] }, ["periods/1/period"]],
    ["a value of nothing known", { periods: [month("2026-01", { speed: "1" })] }, ["periods/0/values/speed"]],
    ["a value that is no number", { periods: [month("2026-01", { uptime: "n/a" })] }, ["periods/0/values/uptime"]],
    [
      "an id twice",
      { serviceLevels: [level("uptime", gap), level("uptime", gap)], periods: [month("2026-01")] },
      ["serviceLevels/1/id"],
    ],
    ["no such scheme", one({ type: "lottery" }), ["serviceLevels/0/scheme/type"]],
    ["a step of nothing", one({ ...gap, step: "0" }), ["serviceLevels/0/scheme/step"]],
    ["minimum above expected", one(gap, { minimum: "95.01" }), ["serviceLevels/0/minimum"]],
    ["minimum below expected, lower is better", one(gap, { direction: "lower" }), ["serviceLevels/0/minimum"]],
    [
      "bands out of order",
      one({
        ...tiers,
        bands: [
          ["99", "0"],
          ["99.9", "10"],
          [null, "25"],
        ],
      }),
      ["serviceLevels/0/scheme/bands/1/0"],
    ],
    ["bands without an end", one({ ...tiers, bands: [["99", "0"]] }), ["serviceLevels/0/scheme/bands/0/0"]],
    ["too many bands", one({ ...tiers, bands: Array(101).fill([null, "0"]) }), ["serviceLevels/0/scheme/bands"]],
    ["no multiplier", one({ ...pool, multipliers: [] }), ["serviceLevels/0/scheme/multipliers"]],
    ["misses beyond the window", one({ ...pool, expectedMisses: 13 }), ["serviceLevels/0/scheme/expectedMisses"]],
    [
      "a points table that falls",
      {
        pointsTable: [
          ["5", "0"],
          ["5", "2"],
        ],
      },
      ["pointsTable/1/0"],
    ],
    ["a mean without a target", { earnBack: { type: "meanAtLeast", periods: 3 } }, ["earnBack/target"]],
    ["an earn-back of no kind", { earnBack: { type: "never", periods: 3 } }, ["earnBack/type"]],
  ])("%s", (_, change, expected) => {
    expect(refused(change)).toEqual(expected);
  });
});
