const NEEDS_QUOTES = /[",\r\n]/;
// What a spreadsheet would take for a formula when it opens the file.
const FORMULA_START = /^[=+\-@\t\r]/;

/**
 * One cell of an exported CSV. Text of people that looks like a formula gets an apostrophe in front, so that no
 * spreadsheet executes it; numbers of ours (`isNumber`) stay numbers.
 */
export function csvCell(value: string | number | boolean | null | undefined, isNumber = false): string {
  if (value === null || value === undefined) return "";
  const text = String(value);
  const safe = !isNumber && FORMULA_START.test(text) ? `'${text}` : text;
  return NEEDS_QUOTES.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

export function csvLine(cells: readonly string[]): string {
  return `${cells.join(",")}\r\n`;
}
