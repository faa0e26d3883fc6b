import { expect, test } from "vitest";
import { shortenDecimals } from "@/lib/shared/steps";

test.each([
  ["33.333333333333333333333333333333 %", "33.333333 %"],
  ["0.1234567", "0.123457"],
  ["-66.66666666666666 of 100", "-66.666667 of 100"],
  ["0.123456", "0.123456"],
  ["1,200.50 EUR on 2026-01-31", "1,200.50 EUR on 2026-01-31"],
  ["2.9999999999999999", "3"],
])("%s is shown as %s", (text, shown) => {
  expect(shortenDecimals(text)).toBe(shown);
});
