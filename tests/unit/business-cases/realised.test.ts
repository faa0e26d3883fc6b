import { expect, test } from "vitest";
import { measureRealised } from "@/lib/business-cases/rules/realised";
import { d } from "@/lib/shared/decimal";

const PLAN = [{ year: 2026, keep: d(1200), vendor: d(300), beside: d(120), oneOff: d(50) }];

test("savings to date: keep less charges, credits, what stays and one-off, against the same months of the plan", () => {
  const months = [
    { month: "2026-11", charges: d(60), credits: d(5) },
    { month: "2026-12", charges: d(60), credits: d(0) },
  ];
  const { result } = measureRealised(PLAN, months);
  // Keep 2 × 100, beside 2 × 10, one-off 50; the vendor was planned with 2 × 25.
  expect(result.spent.toFixed()).toBe("115");
  expect(result.saved.toFixed()).toBe("15");
  expect(result.plannedVendor.toFixed()).toBe("50");
  expect(result.plannedSaved.toFixed()).toBe("80");
});

test("nothing planned gives no variance; months outside the plan count as spent only", () => {
  const { result } = measureRealised(PLAN, [{ month: "2030-01", charges: d(10), credits: d(0) }]);
  expect(result.variancePercent).toBeNull();
  expect(result.saved.toFixed()).toBe("-10");
});
