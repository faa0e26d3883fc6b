import { expect, test } from "vitest";
import { d } from "@/lib/shared/decimal";
import { calculateEvaluatedPrice } from "@/lib/sourcing/rules/evaluated-price";
import { findPriceOutliers } from "@/lib/sourcing/rules/price-outliers";

const item = (kind: "recurring" | "oneOff", quantity: string, unitPrice: string) => ({
  id: kind,
  name: kind,
  kind,
  quantity: d(quantity),
  unitPrice: d(unitPrice),
});

test("recurring items count for every month of the term, one-off items once; lines are rounded before the sum", () => {
  const items = [item("recurring", "100", "4.125"), item("oneOff", "1", "0.005")];
  const { result, steps } = calculateEvaluatedPrice(items, { termMonths: 12, currency: "EUR" });
  expect(result.lines.map((line) => line.amount.toFixed(2))).toEqual(["4950.00", "0.01"]);
  expect(result.total.toFixed(2)).toBe("4950.01");
  expect(steps.map((step) => step.label)[0]).toBe("recurring: 100 × 4.125 × 12 months");
  expect(calculateEvaluatedPrice(items, { termMonths: 12, currency: "JPY" }).result.total.toFixed()).toBe("4950");
});

test.each([
  ["13", ["high"]],
  ["12.99", []],
  ["7", ["low"]],
  ["7.01", []],
] as const)("against a median of 10, %s is marked %j", (price, sides) => {
  const prices = [
    { bid: "A", unitPrice: d(price) },
    { bid: "B", unitPrice: d("9") },
    { bid: "C", unitPrice: d("11") },
  ];
  const own = findPriceOutliers(prices).filter((each) => each.bid === "A");
  expect(own.map((each) => each.side)).toEqual([...sides]);
});

test("two bids have no middle, and a middle of zero compares with nothing", () => {
  expect(
    findPriceOutliers([
      { bid: "A", unitPrice: d(1) },
      { bid: "B", unitPrice: d(100) },
    ]),
  ).toEqual([]);
  const free = ["A", "B", "C"].map((bid) => ({ bid, unitPrice: d(0) }));
  expect(findPriceOutliers(free)).toEqual([]);
});
