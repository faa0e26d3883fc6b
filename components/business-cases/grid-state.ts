import type { FiguresInput } from "@/lib/business-cases/schema";
import { isDecimalText } from "@/lib/shared/decimal";

export type GridLine = {
  key: number;
  category: FiguresInput["options"][number]["lines"][number]["category"];
  name: string;
  amounts: string[];
};
export type GridOption = {
  key: number;
  id: string | null;
  name: string;
  kind: FiguresInput["options"][number]["kind"];
  vendorModel: FiguresInput["options"][number]["vendorModel"];
  outsourcingType: FiguresInput["options"][number]["outsourcingType"];
  notes: string;
  lines: GridLine[];
};

export type Cell = { option: number; line: number; year: number };

type Loaded = Omit<GridOption, "key" | "lines"> & {
  lines: { category: GridLine["category"]; name: string; amounts: (string | null)[] }[];
};

export function loadGrid(options: readonly Loaded[]): GridOption[] {
  let key = 0;
  return options.map((option) => {
    key += 1;
    const optionKey = key;
    return {
      ...option,
      key: optionKey,
      lines: option.lines.map((line) => {
        key += 1;
        return { ...line, key, amounts: line.amounts.map((amount) => amount ?? "") };
      }),
    };
  });
}

/** The next free key of a row, so that React keeps what is typed in the others. */
export function nextKey(options: readonly GridOption[]): number {
  return 1 + Math.max(0, ...options.flatMap((option) => [option.key, ...option.lines.map((line) => line.key)]));
}

/**
 * A number as people write it in a spreadsheet: "1 250 000", "1,250,000.50", "1.250.000,50", "(300)" or "€ 12".
 * What is no number stays as it was typed, so that the person sees what is refused.
 */
export function readNumber(text: string): string {
  const trimmed = text.trim();
  const isNegative = /^\(.*\)$/.test(trimmed) || /^[-−]/.test(trimmed);
  const bare = trimmed.replace(/[^\d.,]/g, "");
  if (bare === "" || !/\d/.test(bare)) return trimmed;
  if (/[a-z]/i.test(trimmed)) return trimmed;
  const value = joinDigits(bare);
  return isDecimalText(value) ? `${isNegative && !/^0*\.?0*$/.test(value) ? "-" : ""}${value}` : trimmed;
}

/** The last separator is the decimal one, unless three digits follow and it stands nowhere else alone. */
function joinDigits(bare: string): string {
  const last = Math.max(bare.lastIndexOf("."), bare.lastIndexOf(","));
  if (last < 0) return bare;
  const mark = bare.charAt(last);
  const isRepeated = bare.indexOf(mark) !== last;
  const after = bare.length - last - 1;
  const hasOther = bare.includes(mark === "." ? "," : ".");
  const isGrouping = isRepeated || (after === 3 && !hasOther && mark === ",");
  if (isGrouping) return bare.replace(/[.,]/g, "");
  const whole = bare.slice(0, last).replace(/[.,]/g, "");
  return `${whole === "" ? "0" : whole}.${bare.slice(last + 1)}`;
}

/** Rows and cells of what was copied in a spreadsheet (tabs) or a CSV file (semicolons). */
export function readBlock(text: string): string[][] {
  const lines = text.replace(/\r\n?/g, "\n").replace(/\n+$/, "").split("\n");
  const separator = text.includes("\t") ? "\t" : ";";
  return lines.map((line) => line.split(separator).map(readNumber));
}

/** Writes a block from a cell on: to the right and down, across options, cut where the grid ends. */
export function pasteBlock(options: readonly GridOption[], at: Cell, block: readonly string[][]): GridOption[] {
  let row = -1;
  const start = rowNumber(options, at);
  return options.map((option) => ({
    ...option,
    lines: option.lines.map((line) => {
      row += 1;
      const values = block[row - start];
      if (row < start || !values) return line;
      const amounts = line.amounts.map((amount, year) => values[year - at.year] ?? amount);
      return {
        ...line,
        amounts: amounts.map((amount, year) => (year < at.year ? (line.amounts[year] ?? "") : amount)),
      };
    }),
  }));
}

function rowNumber(options: readonly GridOption[], at: Cell): number {
  const before = options.slice(0, at.option).reduce((count, option) => count + option.lines.length, 0);
  return before + at.line;
}

/** The cell that an arrow, Enter or Tab leads to; null at the edge. */
export function moveCell(options: readonly GridOption[], at: Cell, down: number, right: number): Cell | null {
  const years = options[at.option]?.lines[at.line]?.amounts.length ?? 0;
  const year = at.year + right;
  if (year < 0 || year >= years) return null;
  const rows = options.flatMap((option, index) => option.lines.map((_, line) => ({ option: index, line })));
  const target = rows[rowNumber(options, at) + down];
  return target ? { ...target, year } : null;
}
