import { expect, test } from "vitest";
import { checkInvoice } from "@/lib/charges/rules/invoice-check";
import { d } from "@/lib/shared/decimal";

const tolerance = { absolute: d("1"), relativePercent: d("0.5") };
const none = { due: [], taken: [] };
const line = (amount: string, name = "fee") => ({ line: name, amount: d(amount) });

test.each([
  ["1000.00", "1000.00", "matched"],
  ["1000.00", "1005.00", "matched"], // half a percent
  ["1000.00", "1005.01", "over"],
  ["1000.00", "995.00", "matched"],
  ["1000.00", "994.99", "under"],
  ["10.00", "11.00", "matched"], // one unit
  ["10.00", "11.01", "over"],
  ["10.00", "8.99", "under"],
  ["0.00", "1.01", "over"],
  ["-100.00", "-101.00", "matched"],
  ["-100.00", "-101.01", "under"],
])("expected %s, billed %s: %s", (expected, billed, result) => {
  const check = checkInvoice([line(expected)], [line(billed)], none, tolerance).result;
  expect(check.lines.map((each) => each.result)).toEqual([result]);
  expect(check.isClean).toBe(result === "matched");
});

test("lines that one side lacks, lines billed in parts, and credits not taken", () => {
  const expected = [line("100", "fee"), line("50", "hours"), line("20", "outcome")];
  const billed = [line("60", "fee"), line("40", "fee"), line("5", "travel"), line("20", "outcome")];
  const { result, steps } = checkInvoice(expected, billed, { due: [d("30"), d("12.50")], taken: [d("30")] }, tolerance);
  expect(result.lines.map((each) => `${each.line} ${each.result} ${each.difference}`)).toEqual([
    "fee matched 0",
    "hours absent -50",
    "outcome matched 0",
    "travel unexpected 5",
  ]);
  expect(result.credits.open.toString()).toBe("12.5");
  expect(result.isClean).toBe(false);
  expect(steps.at(-1)).toEqual({ label: "Credits due − taken", value: "42.5 − 30 = 12.5" });
});

test("a credit that was not taken alone makes an invoice unclean", () => {
  expect(checkInvoice([line("1")], [line("1")], { due: [d(1)], taken: [] }, tolerance).result.isClean).toBe(false);
  expect(checkInvoice([line("1")], [line("1")], { due: [d(1)], taken: [d(1)] }, tolerance).result.isClean).toBe(true);
});
