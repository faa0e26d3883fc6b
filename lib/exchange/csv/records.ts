import { CsvError } from "csv-parse";
import { parse } from "csv-parse/sync";
import type { CsvProblems } from "./problems";
import { CSV_LIMITS, type CsvDelimiter, type CsvRecord } from "./types";

/**
 * Cuts decoded text into records. A line without a quotation mark is split in one go, which is what nearly all lines
 * of an operational export are; whatever has one is left to csv-parse. A record goes on over the next line while its
 * quotation marks are uneven in number.
 */
export type RecordSplitter = {
  push(text: string): CsvRecord[];
  finish(): CsvRecord[];
  /** Line that the next character belongs to. */
  line(): number;
};

type Quoted = { text: string; line: number; place: number };

function countQuotes(text: string): number {
  let count = 0;
  for (let at = text.indexOf('"'); at !== -1; at = text.indexOf('"', at + 1)) count += 1;
  return count;
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: what needs care in JSON, in COPY and in quotes
const SPECIAL = /[\u0000-\u0009\u000b\u000c\u000e-\u001f"\\]/;
// The same where the tab parts the cells and therefore is in none of them.
// biome-ignore lint/suspicious/noControlCharactersInRegex: as above
const SPECIAL_BUT_TAB = /[\u0000-\u0008\u000b\u000c\u000e-\u001f"\\]/;

export function openRecords(delimiter: CsvDelimiter, newline: "\n" | "\r", problems: CsvProblems): RecordSplitter {
  let carry = "";
  let line = 1;
  let isDropping = false;
  let open: { text: string; line: number } | null = null;
  const special = delimiter === "\t" ? SPECIAL_BUT_TAB : SPECIAL;

  function refuseLong(at: number): void {
    problems.add(at, null, `longer than ${CSV_LIMITS.line.toLocaleString("en")} characters.`);
  }

  function isAccepted({ line: at, cells }: Pick<CsvRecord, "line" | "cells">, length: number): boolean {
    if (cells.length > CSV_LIMITS.columns) {
      problems.add(at, null, `more than ${CSV_LIMITS.columns} columns.`);
      return false;
    }
    if (length <= CSV_LIMITS.cell) return true;
    const long = cells.findIndex((cell) => cell.length > CSV_LIMITS.cell);
    if (long === -1) return true;
    problems.add(at, `column ${long + 1}`, `a cell longer than ${CSV_LIMITS.cell.toLocaleString("en")} characters.`);
    return false;
  }

  function parseQuoted(records: readonly Quoted[]): (string[] | null)[] {
    const options = { delimiter, relax_column_count: true, record_delimiter: "\n" };
    try {
      const parsed = parse(records.map((record) => record.text).join("\n"), options) as string[][];
      if (parsed.length === records.length) return parsed;
    } catch (error) {
      if (!(error instanceof CsvError)) throw error;
    }
    // One of them is broken: each by itself, so that it can be named.
    return records.map((record) => {
      try {
        return (parse(record.text, options) as string[][])[0] ?? null;
      } catch (error) {
        if (!(error instanceof CsvError)) throw error;
        problems.add(record.line, null, describeBreak(error));
        return null;
      }
    });
  }

  function take(text: string): CsvRecord[] {
    const records: (CsvRecord | null)[] = [];
    const quoted: Quoted[] = [];
    const hasQuotes = open !== null || text.includes('"');
    // One look through the whole piece is cheaper than one through each of its cells.
    const isPlain = newline === "\n" && !special.test(text);
    for (const raw of text.split(newline)) {
      const content = newline === "\n" && raw.endsWith("\r") ? raw.slice(0, -1) : raw;
      const at = line;
      line += 1;
      if (isDropping) {
        isDropping = false;
        continue;
      }
      if (content.length > CSV_LIMITS.line) {
        refuseLong(at);
        open = null;
      } else if (open !== null || (hasQuotes && content.includes('"'))) {
        const record: { text: string; line: number } =
          open === null ? { text: content, line: at } : { text: `${open.text}\n${content}`, line: open.line };
        const isEven = countQuotes(record.text) % 2 === 0;
        open = isEven ? null : record;
        if (isEven) {
          quoted.push({ ...record, place: records.length });
          records.push(null);
        } else if (record.text.length > CSV_LIMITS.line) {
          problems.add(record.line, null, "a quotation mark that is not closed again.");
          open = null;
        }
      } else if (content !== "") {
        const record = { line: at, cells: content.split(delimiter, CSV_LIMITS.columns + 1), isPlain };
        if (isAccepted(record, content.length)) records.push(record);
      }
    }
    if (quoted.length > 0) {
      parseQuoted(quoted).forEach((cells, index) => {
        const source = quoted[index];
        if (!cells || !source) return;
        const record = { line: source.line, cells, isPlain: false };
        if (isAccepted(record, source.text.length)) records[source.place] = record;
      });
    }
    return records.filter((record) => record !== null);
  }

  return {
    push(text) {
      const all = carry + text;
      const end = all.lastIndexOf(newline);
      carry = end === -1 ? all : all.slice(end + 1);
      const records = end === -1 ? [] : take(all.slice(0, end));
      if (carry.length > CSV_LIMITS.line) {
        // The rest of this line is passed over without being kept.
        if (!isDropping) refuseLong(line);
        isDropping = true;
        open = null;
        carry = "";
      }
      return records;
    },
    finish() {
      const rest = carry;
      carry = "";
      const records = rest === "" || isDropping ? [] : take(rest);
      if (open !== null) problems.add(open.line, null, "a quotation mark that is not closed again.");
      open = null;
      return records;
    },
    line: () => line,
  };
}

function describeBreak(error: CsvError): string {
  if (error.code === "INVALID_OPENING_QUOTE") return "a quotation mark in the middle of a cell that is not in quotes.";
  if (error.code === "CSV_INVALID_CLOSING_QUOTE") return "text after the closing quotation mark of a cell.";
  return "the quotation marks of this line do not fit together.";
}
