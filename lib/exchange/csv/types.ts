/** What keeps a hostile or broken file from costing memory. Lengths are in characters. */
export const CSV_LIMITS = { columns: 500, cell: 100_000, line: 1_000_000 } as const;

export type CsvDelimiter = "," | ";" | "\t" | "|";
export const csvDelimiters = [",", ";", "\t", "|"] as const;

export const csvEncodings = ["utf-8", "windows-1252", "utf-16le", "utf-16be"] as const;
export type CsvEncoding = (typeof csvEncodings)[number];

/** What is wrong, where. `column` is the header's name; null: the line as a whole. */
export type CsvProblem = { line: number; column: string | null; reason: string };

/**
 * A record with all its cells in the order of the header. `line` is where it begins, the header being line 1.
 * `isPlain`: no cell has a quotation mark, a backslash or a control character, so none has to be looked through again.
 */
export type CsvRecord = { line: number; cells: string[]; isPlain: boolean };

export type CsvSource = AsyncIterable<Uint8Array>;

export const DELIMITER_NAMES: Record<CsvDelimiter, string> = {
  ",": "comma",
  ";": "semicolon",
  "\t": "tab",
  "|": "pipe",
};
