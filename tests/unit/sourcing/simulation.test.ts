import { describe, expect, test } from "vitest";
import { z } from "zod";
import { simulateEvaluation } from "@/lib/sourcing/rules/simulate-evaluation";
import { evaluationSimulationResultSchema, evaluationSimulationSchema } from "@/lib/sourcing/simulation-schema";

const body = {
  technicalWeight: "80",
  priceWeight: "20",
  relativeToBest: true,
  minimumTechnical: "0",
  priceMethod: { type: "lowestRatio" },
  bids: [
    { id: "A", technical: "123", technicalMaximum: "130", price: "10500" },
    { id: "B", technical: "126", technicalMaximum: "130", price: "10350" },
    { id: "C", technical: "129", technicalMaximum: "130", price: "11750" },
    { id: "D", technical: "117", technicalMaximum: "130", price: "9900" },
  ],
};

function paths(change: object): string[] {
  const parsed = evaluationSimulationSchema.safeParse({ ...body, ...change });
  return parsed.success ? [] : parsed.error.issues.map((issue) => issue.path.join("/"));
}

test("the published example through the simulator", () => {
  const answer = simulateEvaluation(evaluationSimulationSchema.parse(body));
  expect(answer.bids.map((bid) => Number(bid.total).toFixed(2))).toEqual(["95.14", "97.27", "96.85", "92.56"]);
  expect(answer.winner).toBe("B");
  // B and C by hand: price scores 95.6522 and 84.2553, technical 97.6744 and 100.
  expect(Number(answer.sensitivity.technicalWeight.flipsAt)).toBeCloseTo(83.0529, 3);
  expect(answer.sensitivity.technicalWeight.to).toBe("C");
  expect(evaluationSimulationResultSchema.parse(answer)).toEqual(answer);
});

describe("refusals name the place", () => {
  test.each([
    ["weights that do not sum to 100", { priceWeight: "21" }, "priceWeight"],
    ["an unknown field", { extra: 1 }, ""],
    ["a number instead of text", { technicalWeight: 80 }, "technicalWeight"],
    ["no bids", { bids: [] }, "bids"],
    ["an unknown method", { priceMethod: { type: "cheapest" } }, "priceMethod/type"],
    ["limits turned round", { priceMethod: { type: "linear", minimum: "5", maximum: "5" } }, "priceMethod/maximum"],
    ["the same id twice", { bids: [body.bids[0], body.bids[0]] }, "bids/1/id"],
    ["a price of zero", { bids: [{ ...body.bids[0], price: "0" }] }, "bids/0/price"],
    ["more points than there are", { bids: [{ ...body.bids[0], technical: "131" }] }, "bids/0/technical"],
    [
      "no money value of quality",
      { priceMethod: { type: "qualityInMoney" }, bids: [body.bids[0]] },
      "bids/0/qualityValue",
    ],
  ])("%s", (_name, change, path) => {
    expect(paths(change)).toContain(path);
  });
  test("501 bids are too many, 500 are not", () => {
    const many = (count: number) =>
      Array.from({ length: count }, (_, index) => ({ ...body.bids[0], id: `bid-${index}` }));
    expect(paths({ bids: many(500) })).toEqual([]);
    expect(paths({ bids: many(501) })).toEqual(["bids"]);
  });
});

test("both schemas can be written as JSON Schema, and unknown fields are closed out", () => {
  expect(z.toJSONSchema(evaluationSimulationSchema, { io: "input" })).toMatchObject({
    type: "object",
    additionalProperties: false,
  });
  expect(z.toJSONSchema(evaluationSimulationResultSchema)).toMatchObject({ type: "object" });
});
