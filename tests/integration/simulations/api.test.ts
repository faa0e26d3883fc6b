import { beforeAll, describe, expect, test } from "vitest";
import {
  businessCaseExample,
  chargesExample,
  evaluationExample,
  serviceCreditExample,
  workingTimeExample,
} from "@/lib/simulations/examples";
import { callApi, makeToken } from "@/tests/support/api-client";
import { makeMember, makeOrganization, makeVendorContact } from "@/tests/support/factories";

let token: string;
let vendorToken: string;
beforeAll(async () => {
  const organization = await makeOrganization();
  token = await makeToken(await makeMember(organization, ["auditor"]));
  vendorToken = await makeToken(await makeVendorContact(organization));
});

async function run(name: string, body: unknown) {
  const answer = await callApi("POST", `/simulations/${name}`, { token, body });
  return { status: answer.status, body: await answer.json() };
}

const examples = {
  "working-time": workingTimeExample,
  evaluation: evaluationExample,
  "service-credits": serviceCreditExample,
  "business-case": businessCaseExample,
  charges: chargesExample,
};
const names = Object.keys(examples) as (keyof typeof examples)[];

describe.each(names)("%s", (name) => {
  const path = `/simulations/${name}`;
  test("answers its example with steps, to members and vendors alike", async () => {
    const mine = await run(name, examples[name]);
    expect(mine.status).toBe(200);
    expect(mine.body.steps.length).toBeGreaterThan(0);
    for (const step of mine.body.steps) expect(step).toEqual({ label: expect.any(String), value: expect.any(String) });
    const theirs = await callApi("POST", path, { token: vendorToken, body: examples[name] });
    expect([theirs.status, await theirs.json()]).toEqual([200, mine.body]);
  });

  test("an unknown field is refused with its pointer", async () => {
    const answer = await callApi("POST", path, { token, body: { ...examples[name], surprise: 1 } });
    expect(answer.status).toBe(422);
    expect(answer.headers.get("content-type")).toBe("application/problem+json");
    const problem = await answer.json();
    expect(problem).toMatchObject({ status: 422, code: "invalid" });
    expect(problem.errors).toContainEqual({ pointer: "/surprise", message: expect.any(String) });
  });

  test.each([
    ["malformed JSON", '{"a":', {}, 400],
    ["JSON that is no object", "[]", {}, 422],
    ["nothing at all", "", {}, 400],
    ["another media type", "a=1", { "Content-Type": "application/x-www-form-urlencoded" }, 415],
  ])("%s", async (_, body, headers, status) => {
    const answer = await callApi("POST", path, { token, body, headers });
    expect(answer.status).toBe(status);
    expect(await answer.json()).toMatchObject({ status });
  });

  test("nobody without a token, and no other method", async () => {
    for (const bad of [null, "stw_nothing", `${token}x`]) {
      const answer = await callApi("POST", path, { token: bad, body: examples[name] });
      expect(answer.status).toBe(401);
      expect(answer.headers.get("www-authenticate")).toBe("Bearer");
    }
    const answer = await callApi("GET", path, { token });
    expect([answer.status, answer.headers.get("allow")]).toEqual([405, "POST"]);
  });
});

describe("working time", () => {
  const { add: _, ...open } = workingTimeExample;
  test("six working hours over a holiday", async () => {
    expect((await run("working-time", workingTimeExample)).body).toMatchObject({ due: "2019-03-06T12:00" });
  });
  test("five working hours between two moments, less an hour of pause", async () => {
    const body = { ...open, to: "2019-03-06T12:00", pauses: [{ from: "2019-03-04T15:00", to: "2019-03-04T16:00" }] };
    expect((await run("working-time", body)).body).toMatchObject({ workingSeconds: 18_000 });
  });
  test("instants come back as instants", async () => {
    const body = { ...workingTimeExample, from: "2019-03-04T13:00:00Z" };
    expect((await run("working-time", body)).body.due).toMatch(/^2019-03-06T11:00(:00)?Z$/);
  });
  test("both an end and a duration are refused at the duration", async () => {
    const answer = await run("working-time", { ...workingTimeExample, to: "2019-03-06T12:00" });
    expect(answer).toMatchObject({ status: 422, body: { errors: [{ pointer: "/add" }] } });
  });
});

describe("evaluation", () => {
  test("four bids by lowest ratio, 80 to 20", async () => {
    const { body } = await run("evaluation", evaluationExample);
    const totals = body.bids.map((bid: { id: string; total: string }) => [bid.id, Number(bid.total).toFixed(2)]);
    expect(totals).toEqual([
      ["A", "95.14"],
      ["B", "97.27"],
      ["C", "96.85"],
      ["D", "92.56"],
    ]);
    expect(body).toMatchObject({ winner: "B", tie: false });
    expect(Object.keys(body).sort()).toEqual(["bids", "sensitivity", "steps", "tie", "winner"]);
  });
  test("the winner changes exactly where it is said to", async () => {
    const { body } = await run("evaluation", evaluationExample);
    const { flipsAt, to } = body.sensitivity.technicalWeight;
    const winnerAt = async (weight: number) => {
      const moved = {
        ...evaluationExample,
        technicalWeight: weight.toFixed(4),
        priceWeight: (100 - weight).toFixed(4),
      };
      return (await run("evaluation", moved)).body.winner;
    };
    const place = Number(flipsAt);
    const beyond = place > 80 ? 0.01 : -0.01;
    expect(await winnerAt(place - beyond)).toBe("B");
    expect(await winnerAt(place + beyond)).toBe(to);
  });
  test("a price that is no decimal is refused at its place", async () => {
    const bids = evaluationExample.bids.map((bid, index) => (index === 2 ? { ...bid, price: "1e4" } : bid));
    const answer = await run("evaluation", { ...evaluationExample, bids });
    expect(answer).toMatchObject({ status: 422, body: { errors: [{ pointer: "/bids/2/price" }] } });
  });
});

describe("service credits", () => {
  const level = (id: string, scheme: object) => ({
    id,
    direction: "higher",
    expected: "99",
    minimum: "96",
    decimals: null,
    scheme,
  });
  const base = {
    currency: "USD",
    charges: "100000",
    atRiskPercent: "10",
    pointsTable: [
      ["5", "0"],
      ["10", "2"],
    ],
  };
  test("a pool: charges × at risk × pool × allocation", async () => {
    const pool = { type: "pool", poolPercent: "50", allocationPercent: "40", multipliers: ["1"], expectedMisses: 4 };
    const { body } = await run("service-credits", {
      ...base,
      serviceLevels: [level("a", pool)],
      periods: [{ period: "2026-01", values: { a: "95" } }],
    });
    expect(body.periods[0]).toMatchObject({
      lines: [
        { serviceLevel: "a", status: "belowMinimum", multiplier: "1", credit: { amount: "2000.00", currency: "USD" } },
      ],
      total: { amount: "2000.00" },
      cap: { amount: "10000.00" },
      capped: false,
    });
  });
  test("points double when the failure repeats", async () => {
    const points = {
      type: "points",
      bands: [
        ["99", "0"],
        ["98", "1"],
        ["97", "2"],
        ["96", "3"],
        [null, "4"],
      ],
      repeatMultiplier: "2",
    };
    const values = ["99.2", "97.0", "95.0"].map((value, index) => ({
      period: `2026-0${index + 1}`,
      values: { a: value },
    }));
    const { body } = await run("service-credits", { ...base, serviceLevels: [level("a", points)], periods: values });
    expect(body.periods.map((period: { points: string }) => period.points)).toEqual(["0", "2", "8"]);
  });
  test("a value for a service level that is not there is refused", async () => {
    const answer = await run("service-credits", {
      ...serviceCreditExample,
      periods: [{ period: "2026-01", values: { ghost: "1" } }],
    });
    expect(answer).toMatchObject({ status: 422, body: { errors: [{ pointer: "/periods/0/values/ghost" }] } });
  });
});

describe("business case", () => {
  test("one internal rate of return", async () => {
    const { body } = await run("business-case", businessCaseExample);
    expect(body.irr.status).toBe("unique");
    expect(Number(body.irr.values[0])).toBeCloseTo(0.086631, 6);
    expect(body.irr.values[0].replace(/^0\.0*/, "").length).toBeGreaterThanOrEqual(10);
  });
  test("two are reported as two", async () => {
    const { body } = await run("business-case", { rate: "0.10", flows: ["100", "-230", "132"] });
    expect(body.irr.status).toBe("several");
    expect(body.irr.values.map((rate: string) => Number(rate).toFixed(6))).toEqual(["0.100000", "0.200000"]);
  });
  test("dated flows by actual/365, checked by hand", async () => {
    const flows = [
      { date: "2025-01-01", amount: "-1000" },
      { date: "2026-01-01", amount: "1100" },
    ];
    const { body } = await run("business-case", { rate: "0.09", flows });
    expect(Number(body.npv)).toBeCloseTo(1100 / 1.09 - 1000, 10);
    expect(Number(body.irr.values[0])).toBeCloseTo(0.1, 10);
    expect(body).not.toHaveProperty("payback");
  });
});

describe("charges", () => {
  test.each([
    ["wholeDifference", "1200", "2400.00"],
    ["beyondBand", "1200", "1200.00"],
    ["wholeDifference", "1100", "0.00"],
    ["wholeDifference", "800", "-1600.00"],
  ])("baseline, %s, volume %s: %s", async (mode, volume, amount) => {
    const answer = await run("charges", {
      ...chargesExample,
      line: { ...chargesExample.line, mode },
      actual: { volume },
    });
    expect(answer.body.charge).toEqual({ amount, currency: "EUR" });
  });
  test("a delivery of another kind of line is refused", async () => {
    const answer = await run("charges", { ...chargesExample, actual: { hours: [] } });
    expect(answer.status).toBe(422);
    expect(answer.body.errors.map((each: { pointer: string }) => each.pointer)).toContain("/actual/volume");
  });
});
