import { expect, test } from "vitest";
import { isAboveLimit, isDecider, wholeOf } from "@/lib/shared/approval-limit";

const LIMIT = { amount: "250000", currency: "EUR" };
const eur = (amount: string) => ({ amount, currency: "EUR" });

test.each([
  ["the limit itself", eur("250000"), false],
  ["a cent more", eur("250000.01"), true],
  ["less", eur("249999.99"), false],
  ["nothing at all", eur("0"), false],
  ["another currency without a rate", { amount: "200000", currency: "KWD" }, true],
  ["another currency, however small", { amount: "1", currency: "JPY" }, true],
  ["not known", null, true],
])("%s", (_name, value, expected) => {
  expect(isAboveLimit(value, LIMIT)).toBe(expected);
});

test("lots count as one whole, and one unknown lot makes the whole unknown", () => {
  const lots = [eur("249000"), eur("248000"), eur("230000"), eur("86000")];
  expect(lots.some((lot) => isAboveLimit(lot, LIMIT))).toBe(false);
  expect(wholeOf(lots, "EUR")?.amount.toString()).toBe("813000");
  expect(isAboveLimit(wholeOf(lots, "EUR"), LIMIT)).toBe(true);
  expect(wholeOf([eur("1"), null], "EUR")).toBeNull();
  expect(wholeOf([eur("1"), { amount: "1", currency: "JPY" }], "EUR")).toBeNull();
});

test.each([
  ["procurement", ["procurement"], true],
  ["procurement", ["executive"], true],
  ["procurement", ["operations"], false],
  ["executive", ["executive"], true],
  ["executive", ["procurement"], false],
  ["operations", ["executive"], false],
])("what %s decides, %s may decide: %s", (required, roles, expected) => {
  expect(isDecider(required, roles)).toBe(expected);
});
