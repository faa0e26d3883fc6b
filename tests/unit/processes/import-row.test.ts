import { describe, expect, test } from "vitest";
import { findCircles, type TreeEntry } from "@/lib/processes/import/check-tree";
import { guessImportMapping, importColumns, importKeys, missingColumns } from "@/lib/processes/import/columns";
import { openRowReader } from "@/lib/processes/import/read-row";

const read = openRowReader(importKeys);
const whole = { code: "A", name: "Work", function: "Back office", category: "legal" };

describe("a row of a file", () => {
  test("names of choices are understood as key and as label, in any case", () => {
    const result = read({
      ...whole,
      function: "FRONTOFFICE",
      category: "finance and accounting",
      isCore: "Yes",
      isCritical: "0",
    });
    expect(result).toMatchObject({
      row: {
        function: "frontOffice",
        category: "financeAndAccounting",
        isCore: true,
        isCritical: false,
        costPerYear: null,
      },
    });
  });

  test("lists and figures are taken apart", () => {
    const result = read({
      ...whole,
      skills: "Law; Dutch, French",
      dataCategories: "personal; Health",
      baseline: "Cost per case = 4.20 EUR; Error rate = 2.5 %; Cases = -3",
    });
    expect(result).toMatchObject({
      row: {
        skills: ["Law", "Dutch", "French"],
        dataCategories: ["personal", "health"],
        baseline: [
          { name: "Cost per case", value: "4.20", unit: "EUR" },
          { name: "Error rate", value: "2.5", unit: "%" },
          { name: "Cases", value: "-3", unit: "" },
        ],
      },
    });
  });

  test("the apostrophe that an export puts before a formula is taken off, any other stays", () => {
    expect(read({ ...whole, name: "'=1+1" })).toMatchObject({ row: { name: "=1+1" } });
    expect(read({ ...whole, name: "'s avonds" })).toMatchObject({ row: { name: "'s avonds" } });
  });

  test.each([
    ["code", "", "required"],
    ["code", "=cmd", "Letters, digits"],
    ["name", "x".repeat(201), "200"],
    ["function", "Middle office", "none of Back office, Front office"],
    ["isCore", "perhaps", "neither yes nor no"],
    ["volumePerMonth", "1,200", "decimal"],
    ["costPerYear", "-5", "zero or more"],
    ["complexity", "6", "1 to 5"],
    ["dataCategories", "personal; secret", "none of"],
    ["baseline", "Error rate 2.5 %", "no figure"],
    ["ownerEmail", "nobody", "e-mail"],
    ["state", "sleeping", "none of Active, Retired"],
  ] as const)("%s = %j is refused with its reason", (key, text, reason) => {
    const result = read({ ...whole, [key]: text });
    expect(result).toEqual({ problems: [{ key, reason: expect.stringContaining(reason) }] });
  });

  test("what is not mapped is absent, so that an update leaves it alone", () => {
    const some = openRowReader(["code", "name", "function", "category"]);
    expect(some({ ...whole, costPerYear: "9" })).toEqual({
      row: { code: "A", name: "Work", function: "backOffice", category: "legal" },
    });
  });
});

describe("the mapping of headers", () => {
  test("the export's own headers map to their fields", () => {
    const header = importKeys.map((key) => importColumns[key].label);
    expect(guessImportMapping(header)).toEqual(
      Object.fromEntries(importKeys.map((key) => [key, importColumns[key].label])),
    );
  });
  test("other words for the same are understood, and no column is taken twice", () => {
    const mapping = guessImportMapping(["Process ID", "Process name", "Department", "FTE", "Office", "Area", "Colour"]);
    expect(mapping).toEqual({
      code: "Process ID",
      name: "Process name",
      businessUnit: "Department",
      fullTimeEquivalents: "FTE",
      function: "Office",
      category: "Area",
    });
    expect(missingColumns({ code: "Process ID" })).toEqual(["name", "function", "category"]);
  });
});

describe("circles in the tree", () => {
  const tree = (parents: Record<string, string | null>) =>
    new Map<string, TreeEntry>(
      Object.entries(parents).map(([code, parentCode], index) => [code, { line: index + 2, parentCode }]),
    );
  test.each([
    ["none", { A: null, B: "A", C: "B", D: "A" }, []],
    ["of one", { A: "A" }, ["A"]],
    ["of three, and not what leads into it", { X: "A", A: "B", B: "C", C: "A" }, ["A", "B", "C"]],
    ["two of them", { A: "B", B: "A", C: "D", D: "C" }, ["A", "B", "C", "D"]],
  ])("%s", (_, parents, codes) => {
    expect(findCircles(tree(parents as Record<string, string | null>)).map((each) => each.code)).toEqual(codes);
  });
  test("a long chain is walked without recursion", () => {
    const parents = Object.fromEntries(
      Array.from({ length: 30_000 }, (_, index) => [`P${index}`, index ? `P${index - 1}` : null]),
    );
    expect(findCircles(tree(parents))).toEqual([]);
  });
});
