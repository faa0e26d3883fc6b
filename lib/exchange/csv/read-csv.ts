import { detectDelimiter } from "./delimiter";
import { detectEncoding, linesBeforeBadByte, openDecoder } from "./encoding";
import { type CsvProblems, collectProblems } from "./problems";
import { openRecords, type RecordSplitter } from "./records";
import { type CsvDelimiter, type CsvEncoding, type CsvRecord, type CsvSource, DELIMITER_NAMES } from "./types";

/** Which column of the file is meant: its header's name, or several that are accepted. Optional ones may be absent. */
export type CsvColumn = { header: string | readonly string[]; optional?: boolean };

export type CsvOptions<Key extends string> = {
  columns: Record<Key, CsvColumn>;
  /** Left out: found out from the first lines. */
  delimiter?: CsvDelimiter | null;
  encoding?: CsvEncoding | null;
  /** Compare header names without regard to case. Default true. */
  ignoreCase?: boolean;
};

export type CsvFile<Key extends string> = {
  header: readonly string[];
  delimiter: CsvDelimiter;
  encoding: CsvEncoding;
  /** Grows while rows are read. The caller adds what it finds wrong in the cells itself. */
  problems: CsvProblems;
  /** Place of each mapped column in a record's cells; -1: absent. */
  places: Record<Key, number>;
  /** Raw records as they come, a piece of the file at a time: the fast way. */
  batches: AsyncIterable<CsvRecord[]>;
  /** One row after the other, cells by the mapping's keys. Absent optional columns are empty. */
  rows: AsyncIterable<{ line: number; cells: Record<Key, string> }>;
  /** True when reading had to stop before the end of the file. */
  isBroken(): boolean;
};

export type CsvOpened<Key extends string> = { ok: true; file: CsvFile<Key> } | { ok: false; problems: CsvProblems };

const SAMPLE = 256 * 1024;
// Small enough that the cells of a piece are gone before they count as old.
const PIECE = 64 * 1024;

type Head = { sample: Buffer; rest: AsyncIterator<Uint8Array> };

async function readHead(source: CsvSource): Promise<Head> {
  const rest = source[Symbol.asyncIterator]();
  const parts: Uint8Array[] = [];
  let size = 0;
  while (size < SAMPLE) {
    const next = await rest.next();
    if (next.done) break;
    parts.push(next.value);
    size += next.value.byteLength;
  }
  return { sample: Buffer.concat(parts), rest };
}

/** Header names as they are compared: without blanks around them. */
function normalize(name: string, ignoreCase: boolean): string {
  const plain = name.trim();
  return ignoreCase ? plain.toLowerCase() : plain;
}

function findPlaces<Key extends string>(
  header: readonly string[],
  options: CsvOptions<Key>,
  found: { delimiter: CsvDelimiter; problems: CsvProblems; sample: string },
): Record<Key, number> {
  const ignoreCase = options.ignoreCase ?? true;
  const names = header.map((name) => normalize(name, ignoreCase));
  const seen = new Map<string, number>();
  names.forEach((name, index) => {
    const first = seen.get(name);
    if (name !== "" && first !== undefined)
      found.problems.add(1, header[index] ?? "", `this header stands twice: in columns ${first + 1} and ${index + 1}.`);
    else seen.set(name, index);
  });
  const entries = (Object.entries(options.columns) as [Key, CsvColumn][]).map(([key, column]) => {
    const accepted = typeof column.header === "string" ? [column.header] : column.header;
    const place =
      accepted.map((name) => names.indexOf(normalize(name, ignoreCase))).find((index) => index !== -1) ?? -1;
    if (place === -1 && !column.optional)
      found.problems.add(1, accepted[0] ?? key, `this column is missing.${hintAtDelimiter(header, found)}`);
    return [key, place] as const;
  });
  return Object.fromEntries(entries) as Record<Key, number>;
}

function hintAtDelimiter(header: readonly string[], found: { delimiter: CsvDelimiter; sample: string }): string {
  const likely = detectDelimiter(found.sample);
  if (header.length > 1 || likely === found.delimiter) return "";
  return ` Read with ${DELIMITER_NAMES[found.delimiter]} as delimiter the file has one column; it looks like ${DELIMITER_NAMES[likely]}.`;
}

/**
 * Opens a CSV file of any length in constant memory: byte-order mark, encoding, delimiter and header are settled
 * before the first row. Every problem is named by line, column and reason.
 */
export async function readCsv<Key extends string>(
  source: CsvSource,
  options: CsvOptions<Key>,
): Promise<CsvOpened<Key>> {
  const problems = collectProblems();
  const head = await readHead(source);
  const detected = detectEncoding(head.sample);
  const encoding = options.encoding ?? detected.encoding;
  const decoder = openDecoder(encoding);
  const bytes = head.sample.subarray(detected.markLength);
  const sample = decoder.decode(bytes);
  if (sample === null) {
    problems.add(linesBeforeBadByte(bytes) + 1, null, describeBadByte(encoding));
    return { ok: false, problems };
  }
  if (sample.includes("\u0000")) {
    problems.add(1, null, "this is not a text file.");
    return { ok: false, problems };
  }
  const delimiter = options.delimiter ?? detectDelimiter(sample);
  const newline = !sample.includes("\n") && sample.includes("\r") ? "\r" : "\n";
  const records = openRecords(delimiter, newline, problems);
  const first = records.push(sample);
  const isWhole = head.sample.byteLength < SAMPLE;
  if (first.length === 0 && isWhole) first.push(...records.finish());
  const header = first.shift()?.cells.map((name) => name.trim());
  if (!header || problems.first.some((problem) => problem.line === 1)) {
    if (problems.count === 0) problems.add(1, null, "the file has no header line.");
    return { ok: false, problems };
  }
  const places = findPlaces(header, options, { delimiter, problems, sample });
  if (problems.first.some((problem) => problem.line === 1)) return { ok: false, problems };
  let isBroken = false;
  const stop = () => {
    isBroken = true;
  };
  const batches = readBatches(first, { records, decoder, encoding, problems, header, rest: head.rest, stop });
  const rows = readRows(batches, places);
  return {
    ok: true,
    file: { header, delimiter, encoding, problems, places, batches, rows, isBroken: () => isBroken },
  };
}

type Reading = {
  records: RecordSplitter;
  decoder: ReturnType<typeof openDecoder>;
  encoding: CsvEncoding;
  problems: CsvProblems;
  header: readonly string[];
  rest: AsyncIterator<Uint8Array>;
  stop: () => void;
};

async function* readBatches(first: CsvRecord[], reading: Reading): AsyncGenerator<CsvRecord[]> {
  const { records, decoder, encoding, problems, rest } = reading;
  const checked = (found: CsvRecord[]) => found.filter((record) => hasAllColumns(record, reading));
  const breakOff = (lines: number) => {
    problems.add(records.line() + lines, null, describeBadByte(encoding));
    reading.stop();
  };
  try {
    yield checked(first);
    for (let next = await rest.next(); !next.done; next = await rest.next()) {
      for (let at = 0; at < next.value.byteLength; at += PIECE) {
        const piece = next.value.subarray(at, at + PIECE);
        const text = decoder.decode(piece);
        if (text === null) return breakOff(encoding === "utf-8" ? linesBeforeBadByte(piece) : 0);
        yield checked(records.push(text));
      }
    }
    const end = decoder.finish();
    if (end === null) return breakOff(0);
    if (end !== "") yield checked(records.push(end));
    yield checked(records.finish());
  } finally {
    await rest.return?.();
  }
}

function hasAllColumns(record: CsvRecord, { header, problems }: Reading): boolean {
  if (record.cells.length === header.length) return true;
  problems.add(record.line, null, `${record.cells.length} columns instead of the header's ${header.length}.`);
  return false;
}

async function* readRows<Key extends string>(batches: AsyncIterable<CsvRecord[]>, places: Record<Key, number>) {
  const entries = Object.entries(places) as [Key, number][];
  for await (const batch of batches) {
    for (const { line, cells } of batch) {
      const named = {} as Record<Key, string>;
      for (const [key, place] of entries) named[key] = place === -1 ? "" : (cells[place] ?? "");
      yield { line, cells: named };
    }
  }
}

function describeBadByte(encoding: CsvEncoding): string {
  return encoding === "utf-8"
    ? "a character that is not UTF-8. If the file is Latin-1, choose windows-1252 as its encoding."
    : `a character that is not ${encoding}.`;
}
