import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { simulateCharges } from "@/lib/charges/rules/simulate-charges";
import { chargeSimulationResultSchema, chargeSimulationSchema } from "@/lib/charges/simulation-schema";
import { simulateServiceCredits } from "@/lib/service-levels/rules/simulate-service-credits";
import {
  serviceCreditSimulationResultSchema,
  serviceCreditSimulationSchema,
} from "@/lib/service-levels/simulation-schema";
import { done } from "@/lib/shared/outcome";
import { simulateWorkingTime } from "@/lib/shared/working-time/simulate";
import {
  workingTimeSimulationResultSchema,
  workingTimeSimulationSchema,
} from "@/lib/shared/working-time/simulation-schema";

const band = (bound: string | null, result: string) => [bound, result];
const level = (id: string, scheme: object) => ({
  id,
  direction: "higher",
  expected: "95",
  minimum: "90",
  decimals: 1,
  scheme,
});

const simulators = [
  {
    name: "working time",
    schema: workingTimeSimulationSchema,
    result: workingTimeSimulationResultSchema,
    run: (input: unknown) => simulateWorkingTime(workingTimeSimulationSchema.parse(input)),
    valid: {
      calendar: {
        timeZone: "Europe/Berlin",
        hours: { mon: [["10:00", "18:00"]] },
        holidays: ["2019-03-05"],
        specialDays: { "2019-12-24": [["10:00", "12:00"]] },
      },
      from: "2019-03-04T14:00",
      add: { workingDays: 2, endOfDay: true },
      pauses: [{ from: "2019-03-04T15:00", to: null }],
    },
  },
  {
    name: "service credits",
    schema: serviceCreditSimulationSchema,
    result: serviceCreditSimulationResultSchema,
    run: (input: unknown) => done(simulateServiceCredits(serviceCreditSimulationSchema.parse(input))),
    valid: {
      currency: "USD",
      charges: "100000",
      atRiskPercent: "10",
      yearlyCapPercent: "5",
      serviceLevels: [
        level("a", { type: "pool", poolPercent: "50", allocationPercent: "40", multipliers: ["1"], expectedMisses: 4 }),
        level("b", { type: "points", bands: [band("99", "0"), band(null, "4")], repeatMultiplier: "2" }),
        level("c", { type: "gap", step: "0.5", percentPerStep: "1" }),
      ],
      pointsTable: [["5", "2"]],
      earnBack: { type: "meanAtLeast", periods: 1, target: "96" },
      periods: [
        { period: "2026-01", values: { a: "88", b: "96.5", c: null } },
        { period: "2026-02", charges: "5", values: { a: "98" } },
      ],
    },
  },
  {
    name: "charges",
    schema: chargeSimulationSchema,
    result: chargeSimulationResultSchema,
    run: (input: unknown) => simulateCharges(chargeSimulationSchema.parse(input)),
    valid: {
      currency: "USD",
      line: {
        type: "unitPrice",
        bands: [
          ["0", "1.20"],
          ["1000", "1.00"],
        ],
        mode: "sliced",
      },
      actual: { volume: "1200" },
    },
  },
];

type Path = (string | number)[];

function pathsOf(value: unknown, path: Path = []): Path[] {
  if (value === null || typeof value !== "object") return [path];
  return [path, ...Object.entries(value).flatMap(([key, child]) => pathsOf(child, [...path, key]))];
}

function replaceAt(value: unknown, [key, ...rest]: Path, by: unknown): unknown {
  if (key === undefined) return by;
  if (Array.isArray(value))
    return value.map((child, index) => (index === Number(key) ? replaceAt(child, rest, by) : child));
  return { ...(value as object), [key]: replaceAt((value as Record<string, unknown>)[key], rest, by) };
}

const hostile = fc.oneof(
  fc.anything(),
  fc.constantFrom(
    "-0",
    "0",
    "99999999999999999999.99999999999999999999",
    "0.00000000000000000001",
    "1e999",
    "__proto__",
    "toString",
  ),
  fc.constantFrom("2200-12-31T23:59:59.999Z", "1900-01-01T00:00+23:59", "2019-03-31T02:30", "2200-12", "Pacific/Apia"),
);

describe.each(simulators)("$name, hostile input", ({ schema, result, run, valid }) => {
  test("the unchanged request is answered", () => {
    expect(schema.safeParse(valid).success).toBe(true);
    const answer = run(valid);
    expect(answer.ok && result.safeParse(answer.value).error).toBeFalsy();
  });

  test("any one value replaced is refused or answered, never a fault", () => {
    const places = pathsOf(valid);
    fc.assert(
      fc.property(fc.constantFrom(...places), hostile, (path, value) => {
        const input = replaceAt(valid, path, value);
        const parsed = schema.safeParse(input);
        if (!parsed.success) return;
        const answer = run(input);
        if (answer.ok) result.parse(answer.value);
        else expect(Object.keys(answer.fields ?? {})).not.toEqual([]);
      }),
      { numRuns: 1000 },
    );
  });

  test("has a JSON schema", () => {
    expect(z.toJSONSchema(schema, { io: "input" })).toMatchObject({ type: "object", additionalProperties: false });
    expect(z.toJSONSchema(result)).toHaveProperty("description");
  });
});
