import { expect, test } from "vitest";
import { definitionIn, groupByDefinition, splitByDefinition } from "@/lib/service-levels/rules/kpi-revisions";

type Named = { name: string };
const kpi = {
  name: "third",
  effectiveFrom: "2026-05",
  kpiRevisions: [
    { name: "first", effectiveFrom: null, effectiveTo: "2026-02" },
    { name: "second", effectiveFrom: "2026-03", effectiveTo: "2026-04" },
  ],
};

test.each([
  ["2025-12", "first"],
  ["2026-02", "first"],
  ["2026-03", "second"],
  ["2026-04", "second"],
  ["2026-05", "third"],
  ["2030-01", "third"],
])("in %s the %s definition holds", (month, name) => {
  expect(definitionIn<Named>(kpi, month).name).toBe(name);
});

test("a level is split where the definition changes, without a hole and within its own months", () => {
  const level = { effectiveFrom: "2026-01", effectiveTo: null };
  const months = splitByDefinition<Named>(level, kpi).map(({ name, effectiveFrom, effectiveTo }) => [
    name,
    effectiveFrom,
    effectiveTo,
  ]);
  expect(months).toEqual([
    ["first", "2026-01", "2026-02"],
    ["second", "2026-03", "2026-04"],
    ["third", "2026-05", null],
  ]);
  const short = splitByDefinition<Named>({ effectiveFrom: "2026-04", effectiveTo: "2026-04" }, kpi);
  expect(short).toMatchObject([{ name: "second", effectiveFrom: "2026-04", effectiveTo: "2026-04" }]);
});

test("months are grouped by the definition that holds in them", () => {
  const groups = groupByDefinition<Named>(kpi, ["2026-02", "2026-03", "2026-06", "2026-01"]);
  expect(groups.map(({ definition, months }) => [definition.name, months])).toEqual([
    ["first", ["2026-02", "2026-01"]],
    ["second", ["2026-03"]],
    ["third", ["2026-06"]],
  ]);
});
