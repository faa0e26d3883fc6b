import { expect, test } from "vitest";
import {
  type GridOption,
  loadGrid,
  moveCell,
  pasteBlock,
  readBlock,
  readNumber,
} from "@/components/business-cases/grid-state";

test.each([
  ["1250", "1250"],
  ["1 250 000", "1250000"],
  ["1,250,000.50", "1250000.50"],
  ["1.250.000,50", "1250000.50"],
  ["1,250", "1250"],
  ["12,5", "12.5"],
  ["728.280", "728.280"],
  ["(300)", "-300"],
  ["−40", "-40"],
  ["€ 12", "12"],
  ["-0", "0"],
  ["", ""],
  ["n/a", "n/a"],
  ["12 apples", "12 apples"],
])("%s is read as %s", (typed, read) => {
  expect(readNumber(typed)).toBe(read);
});

test("a block is read from a spreadsheet and from a CSV file", () => {
  expect(readBlock("1,000\t2\r\n3\t\r\n")).toEqual([
    ["1000", "2"],
    ["3", ""],
  ]);
  expect(readBlock("1,5;2")).toEqual([["1.5", "2"]]);
});

function grid(): GridOption[] {
  const option = { id: null, vendorModel: "single" as const, outsourcingType: "business" as const, notes: "" };
  const line = (amounts: string[]) => ({ category: "vendorCharges" as const, name: "Line", amounts });
  return loadGrid([
    { ...option, name: "A", kind: "keep", lines: [line(["a", "b", "c"])] },
    { ...option, name: "B", kind: "improve", lines: [line(["d", "e", "f"]), line(["g", "h", "i"])] },
  ]);
}

function amountsOf(options: GridOption[]) {
  return options.map((option) => option.lines.map((one) => one.amounts.join("")));
}

test("a block goes to the right and down, across options, and is cut at the edge", () => {
  const pasted = pasteBlock(grid(), { option: 0, line: 0, year: 1 }, [["1", "2", "3"], ["4"]]);
  expect(amountsOf(pasted)).toEqual([["a12"], ["d4f", "ghi"]]);
  expect(amountsOf(pasteBlock(grid(), { option: 1, line: 1, year: 2 }, [["9"], ["8"]]))).toEqual([
    ["abc"],
    ["def", "gh9"],
  ]);
});

test("arrows lead from option to option and stop at the edges", () => {
  const options = grid();
  expect(moveCell(options, { option: 0, line: 0, year: 2 }, 1, 0)).toEqual({ option: 1, line: 0, year: 2 });
  expect(moveCell(options, { option: 1, line: 0, year: 0 }, -1, 0)).toEqual({ option: 0, line: 0, year: 0 });
  expect(moveCell(options, { option: 1, line: 1, year: 0 }, 1, 0)).toBeNull();
  expect(moveCell(options, { option: 0, line: 0, year: 2 }, 0, 1)).toBeNull();
  expect(moveCell(options, { option: 0, line: 0, year: 0 }, 0, -1)).toBeNull();
});
