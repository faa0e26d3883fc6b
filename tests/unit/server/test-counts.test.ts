import { expect, test } from "vitest";
import { addCounts, countPlaywright, countVitest, readCounts } from "@/scripts/test/counts";

const report = { numPassedTests: 3, numFailedTests: 1, numPendingTests: 1, numTodoTests: 1, testResults: [] };

test("a file that cannot be loaded counts as a failed test", () => {
  const testResults = [
    { status: "failed", assertionResults: [] },
    { status: "failed", assertionResults: [{ status: "failed" }] },
    { status: "passed", assertionResults: [{ status: "passed" }] },
  ];
  expect(countVitest({ ...report, testResults })).toEqual({ passed: 3, failed: 2, skipped: 2 });
});

test("a browser test that passed at its second try passed", () => {
  expect(countPlaywright({ stats: { expected: 4, unexpected: 1, flaky: 2, skipped: 3 } })).toEqual({
    passed: 6,
    failed: 1,
    skipped: 3,
  });
});

test("no report is a failure", () => {
  expect(readCounts("/nowhere/report.json", 0, countVitest)).toEqual({ passed: 0, failed: 1, skipped: 0 });
});

test("counts add up", () => {
  expect(
    addCounts([
      { passed: 1, failed: 0, skipped: 2 },
      { passed: 5, failed: 1, skipped: 0 },
    ]),
  ).toEqual({
    passed: 6,
    failed: 1,
    skipped: 2,
  });
});
