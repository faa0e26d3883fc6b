import { expect, test } from "vitest";
import { simulateCharges } from "@/lib/charges/rules/simulate-charges";
import { chargeSimulationSchema } from "@/lib/charges/simulation-schema";
import { chargeExamples, evaluationExample } from "@/lib/simulations/examples";
import { runSimulation } from "@/lib/simulations/run";
import { decodeShared, encodeShared } from "@/lib/simulations/share";
import { evaluationSimulationSchema } from "@/lib/sourcing/simulation-schema";

test("values come back from a link as they were, letters of any script included", () => {
  const body = {
    ...evaluationExample,
    bids: evaluationExample.bids.map((bid) => ({ ...bid, id: `Zoë ${bid.id} 株` })),
  };
  const text = encodeShared(body);
  expect(text).toMatch(/^[\w-]+$/);
  expect(decodeShared(evaluationSimulationSchema, text ?? "")).toEqual(body);
});

test.each([
  ["nothing", undefined],
  ["two values", ["a", "b"]],
  ["no base64", "%%%"],
  ["no JSON", btoa("{")],
  ["values that the simulator refuses", btoa('{"technicalWeight":"101"}')],
  ["more than an address holds", "a".repeat(7000)],
])("%s in the address: the example is shown", (_, text) => {
  expect(decodeShared(evaluationSimulationSchema, text)).toBeNull();
});

test("too many values give no link", () => {
  expect(encodeShared({ text: "x".repeat(5000) })).toBeNull();
});

test.each(Object.keys(chargeExamples))("the example of %s comes to something", (type) => {
  const run = runSimulation(chargeSimulationSchema, simulateCharges, { currency: "EUR", ...chargeExamples[type] });
  expect(run).toMatchObject({
    ok: true,
    result: { charge: { currency: "EUR", amount: expect.stringMatching(/^[1-9]\d*\.\d\d$/) } },
  });
});
