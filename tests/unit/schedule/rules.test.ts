import { expect, test } from "vitest";
import { countBack, findStep, listEndedMonths } from "@/lib/schedule/rules";

test.each([
  ["2026-01-01", "2025-10-02", null],
  ["2026-01-01", "2025-10-03", 90],
  ["2026-01-01", "2025-12-01", 90],
  ["2026-01-01", "2025-12-02", 30],
  ["2026-01-01", "2025-12-24", 30],
  ["2026-01-01", "2025-12-25", 7],
  ["2026-01-01", "2026-01-01", 7],
  ["2026-01-01", "2026-01-02", "past"],
] as const)("%s seen on %s: %s", (day, today, step) => {
  expect(findStep(day, today)).toBe(step);
});

test.each([
  [null, 3],
  ["2026-11-01", 3],
  ["2026-08-31", 4],
  ["2025-11-15", 13],
] as const)("a clock that came as far as %s looks back %i months in November", (since, months) => {
  expect(countBack("2026-11-15", since)).toBe(months);
});

const term = { today: "2026-11-01", startDate: "2026-09-20", endOn: "2027-09-19" };

test.each([
  [term, ["2026-09", "2026-10"]],
  [{ ...term, today: "2026-10-31" }, ["2026-09"]],
  [{ ...term, startDate: null }, ["2026-08", "2026-09", "2026-10"]],
  [{ ...term, endOn: "2026-09-30" }, ["2026-09"]],
  [{ ...term, startDate: "2026-11-01" }, []],
] as const)("months that have ended in %j: %j", (of, months) => {
  expect(listEndedMonths(of, 3)).toEqual(months);
});
