import { expect, test } from "vitest";
import { creditSchemeSchema } from "@/lib/service-levels/simulation-schema";

const pool = { type: "pool", poolPercent: "100", allocationPercent: "50", multipliers: ["1"] };

test("the number of expected misses comes as text from a form and as a number from a program", () => {
  expect(creditSchemeSchema.parse({ ...pool, expectedMisses: "1" })).toMatchObject({ expectedMisses: 1 });
  expect(creditSchemeSchema.parse({ ...pool, expectedMisses: 1 })).toMatchObject({ expectedMisses: 1 });
  expect(creditSchemeSchema.parse(pool)).toMatchObject({ expectedMisses: 4 });
  expect(creditSchemeSchema.safeParse({ ...pool, expectedMisses: "13" }).success).toBe(false);
});
