import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { simulateCharges } from "@/lib/charges/rules/simulate-charges";
import { chargeSimulationSchema } from "@/lib/charges/simulation-schema";

function simulate(line: object, actual: object, currency = "USD") {
  return simulateCharges(chargeSimulationSchema.parse({ currency, line, actual }));
}

function amountOf(...input: Parameters<typeof simulate>): string {
  const answer = simulate(...input);
  return answer.ok ? answer.value.charge.amount : Object.keys(answer.fields ?? {}).join();
}

const baseline = {
  type: "baseline",
  baseline: "1000",
  deadBandPercent: "10",
  additionalRate: "12",
  reducedRate: "8",
  mode: "wholeDifference",
};

test("the published request", () => {
  expect(simulate(baseline, { volume: "1200" })).toEqual({
    ok: true,
    value: {
      charge: { amount: "2400.00", currency: "USD" },
      steps: [
        { label: "Volume against baseline", value: "1200 against 1000" },
        { label: "Dead band of 10 %", value: "900 to 1100" },
        { label: "Above the band, the whole difference × additional rate", value: "200 × 12 = 2400" },
        { label: "Charge", value: "2400.00 USD" },
      ],
    },
  });
});

test.each([
  ["1200", "2400.00", "1200.00"],
  ["1100.01", "1200.12", "0.12"],
  ["1100", "0.00", "0.00"],
  ["1000", "0.00", "0.00"],
  ["900", "0.00", "0.00"],
  ["899.99", "-800.08", "-0.08"],
  ["800", "-1600.00", "-800.00"],
  ["0", "-8000.00", "-7200.00"],
])("baseline, volume %s: whole difference %s, beyond the band %s", (volume, whole, beyond) => {
  expect(amountOf(baseline, { volume })).toBe(whole);
  expect(amountOf({ ...baseline, mode: "beyondBand" }, { volume })).toBe(beyond);
});

test("a charge of nothing has no sign", () => {
  expect(amountOf({ ...baseline, reducedRate: "0" }, { volume: "0" })).toBe("0.00");
  expect(amountOf({ ...baseline, reducedRate: "0.0001" }, { volume: "890" })).toBe("-0.01");
  expect(amountOf({ ...baseline, reducedRate: "0.00001" }, { volume: "890" })).toBe("0.00");
});

test.each([
  ["a whole month", "2026-01-01", "2026-01-31", "3100.00"],
  ["both days count", "2026-01-01", "2026-01-01", "100.00"],
  ["all but a day", "2026-01-02", "2026-01-31", "3000.00"],
  ["a leap February", "2028-02-01", "2028-02-29", "3100.00"],
  ["half of it", "2028-02-15", "2028-02-29", "1603.45"],
  ["over three months, each by its own days", "2026-01-30", "2026-03-01", "3400.00"],
  ["over the turn of the year", "2025-12-31", "2026-01-01", "200.00"],
])("fixed fee of 3,100, %s", (_, from, to, amount) => {
  expect(amountOf({ type: "fixed", monthly: "3100" }, { from, to })).toBe(amount);
});

test("a milestone is owed once it is accepted", () => {
  const line = { type: "milestone", amount: "5000" };
  expect([amountOf(line, { accepted: true }), amountOf(line, { accepted: false })]).toEqual(["5000.00", "0.00"]);
});

describe("time and materials", () => {
  const line = {
    type: "timeAndMaterials",
    rates: [
      { role: "analyst", rate: "80" },
      { role: "agent", rate: "25.50" },
    ],
    markupPercent: "10",
    notToExceed: "2000",
  };
  const hours = [
    { role: "agent", hours: "40" },
    { role: "analyst", hours: "7.5" },
  ];
  test.each([
    ["hours by role, materials with mark-up", hours, "100", "1730.00"],
    ["exactly the limit", hours, "345.454545454545", "2000.00"],
    ["above the limit", hours, "346", "2000.00"],
    ["materials alone", [], "0.05", "0.06"],
  ])("%s", (_, worked, materials, amount) => {
    expect(amountOf(line, { hours: worked, materials })).toBe(amount);
  });

  test("without a limit, and a role that is not on the card", () => {
    expect(amountOf({ ...line, notToExceed: null }, { hours, materials: "1000" })).toBe("2720.00");
    expect(amountOf(line, { hours: [...hours, { role: "pilot", hours: "1" }] })).toBe("actual.hours.2.role");
  });
});

describe("unit price", () => {
  const line = {
    type: "unitPrice",
    bands: [
      ["0", "1.20"],
      ["1000", "1.00"],
      ["5000", "0.80"],
    ],
    mode: "reached",
  };
  test.each([
    ["0", "0.00", "0.00"],
    ["999", "1198.80", "1198.80"],
    ["1000", "1000.00", "1200.00"],
    ["1001", "1001.00", "1201.00"],
    ["4999.5", "4999.50", "5199.50"],
    ["5000", "4000.00", "5200.00"],
    ["6000", "4800.00", "6000.00"],
  ])("volume %s: reached %s, sliced %s", (volume, reached, sliced) => {
    expect(amountOf(line, { volume })).toBe(reached);
    expect(amountOf({ ...line, mode: "sliced" }, { volume })).toBe(sliced);
  });

  test("sliced, more volume never costs less", () => {
    const volume = fc.integer({ min: 0, max: 10_000 });
    fc.assert(
      fc.property(volume, volume, (a, b) => {
        const cost = (units: number) => Number(amountOf({ ...line, mode: "sliced" }, { volume: String(units) }));
        expect(cost(Math.min(a, b))).toBeLessThanOrEqual(cost(Math.max(a, b)));
      }),
    );
  });
});

test.each([
  ["a share of the gain", "80000", null, null, "6000.00"],
  ["no gain", "100000", null, null, "0.00"],
  ["a loss is shared too", "110000", null, null, "-3000.00"],
  ["held to the floor", "110000", "0", null, "0.00"],
  ["a floor above nothing", "99000", "500", null, "500.00"],
  ["held to the cap", "80000", null, "5999.99", "5999.99"],
  ["exactly the cap", "80000", "0", "6000", "6000.00"],
])("gain share: %s", (_, cost, floor, cap, amount) => {
  const line = { type: "gainShare", baselineCost: "100000", sharePercent: "30", floor, cap };
  expect(amountOf(line, { cost })).toBe(amount);
});

test.each([
  ["the plain ratio", "103.456", null, null, null, "1034.56"],
  ["the contract's rounding of the ratio", "103.456", 3, null, null, "1035.00"],
  ["half is rounded away from zero", "103.45", 3, null, null, "1035.00"],
  ["just under half", "103.4499", 3, null, null, "1034.00"],
  ["under the cap", "102.99", null, "3", null, "1029.90"],
  ["at the cap", "103", null, "3", null, "1030.00"],
  ["over the cap", "103.01", null, "3", null, "1030.00"],
  ["the cap holds after rounding", "103.4", 2, "3.25", null, "1030.00"],
  ["a cap finer than the rounding", "103.5", 2, "3.25", null, "1032.50"],
  ["falling, no floor", "97", null, null, null, "970.00"],
  ["never falling", "97", null, null, "0", "1000.00"],
  ["falling a little", "97", null, null, "-2", "980.00"],
])("indexation: %s", (_, indexNow, ratioDecimals, capPercent, floorPercent, amount) => {
  const line = { type: "indexation", base: "1000", indexBase: "100", capPercent, floorPercent, ratioDecimals };
  expect(amountOf(line, { indexNow })).toBe(amount);
});

test("outcome price, in a currency without minor unit", () => {
  expect(amountOf({ type: "outcome", price: "12.5" }, { outcomes: "3" }, "JPY")).toBe("38");
});

describe("refusals stand at the field", () => {
  const paths = (input: object) => {
    const parsed = chargeSimulationSchema.safeParse(input);
    return parsed.success ? [] : parsed.error.issues.map((issue) => issue.path.join("/"));
  };
  const unit = { type: "unitPrice", bands: [["0", "1"]], mode: "reached" };
  const gain = { type: "gainShare", baselineCost: "1", sharePercent: "1" };
  const index = { type: "indexation", base: "1", indexBase: "1" };
  const time = { type: "timeAndMaterials", rates: [{ role: "a", rate: "1" }] };
  test.each<[string, object, object, string[]]>([
    ["no such type", { type: "gift" }, {}, ["line/type"]],
    ["an unknown field of the line", { ...baseline, extra: "1" }, { volume: "1" }, ["line"]],
    ["an unknown field of the delivery", baseline, { volume: "1", cost: "1" }, ["actual"]],
    ["a delivery of another type", baseline, { cost: "1" }, ["actual/volume", "actual"]],
    ["a negative volume", baseline, { volume: "-1" }, ["actual/volume"]],
    ["a number instead of text", baseline, { volume: 1 }, ["actual/volume"]],
    [
      "a band that is wider than everything",
      { ...baseline, deadBandPercent: "100.1" },
      { volume: "1" },
      ["line/deadBandPercent"],
    ],
    ["bands that do not begin at 0", { ...unit, bands: [["1", "1"]] }, { volume: "1" }, ["line/bands/0/0"]],
    [
      "bands out of order",
      {
        ...unit,
        bands: [
          ["0", "1"],
          ["0", "2"],
        ],
      },
      { volume: "1" },
      ["line/bands/1/0"],
    ],
    [
      "too many bands",
      { ...unit, bands: Array.from({ length: 101 }, (_, i) => [String(i), "1"]) },
      { volume: "1" },
      ["line/bands"],
    ],
    ["a role twice", { ...time, rates: [...time.rates, ...time.rates] }, {}, ["line/rates/1/role"]],
    ["a floor above the cap", { ...gain, floor: "2", cap: "1" }, { cost: "1" }, ["line/floor"]],
    [
      "an index floor above its cap",
      { ...index, floorPercent: "2", capPercent: "1" },
      { indexNow: "1" },
      ["line/floorPercent"],
    ],
    ["an index of nothing", { ...index, indexBase: "0" }, { indexNow: "1" }, ["line/indexBase"]],
    [
      "an end before the start",
      { type: "fixed", monthly: "1" },
      { from: "2026-02-01", to: "2026-01-31" },
      ["actual/to"],
    ],
    ["no such day", { type: "fixed", monthly: "1" }, { from: "2026-02-29", to: "2026-03-01" }, ["actual/from"]],
  ])("%s", (_, line, actual, expected) => {
    expect(paths({ currency: "USD", line, actual })).toEqual(expected);
  });

  test("fields beside line and delivery", () => {
    expect(paths({ currency: "USD", line: baseline, actual: { volume: "1" }, extra: 1 })).toEqual([""]);
    expect(paths({ currency: "USD", line: baseline })).toEqual(["actual"]);
    expect(paths({ currency: "usd", line: baseline, actual: { volume: "1" } })).toEqual(["currency"]);
  });
});
