import "server-only";
import { createHash } from "node:crypto";
import type { CsvProblems } from "@/lib/exchange/csv/problems";
import { collectProblems } from "@/lib/exchange/csv/problems";
import { type CsvColumn, readCsv } from "@/lib/exchange/csv/read-csv";
import type { CsvDelimiter, CsvEncoding, CsvSource } from "@/lib/exchange/csv/types";
import { guessImportMapping, type ImportKey, type ImportMapping, importColumns, missingColumns } from "./columns";
import { type ImportRow, openRowReader } from "./read-row";

export const IMPORT_LIMITS = { bytes: 200_000_000, rows: 500_000 } as const;

export type FileOptions = {
  /** Left out: guessed from the headers. */
  mapping?: ImportMapping | null;
  delimiter?: CsvDelimiter | null;
  encoding?: CsvEncoding | null;
};

/** What has to be remembered of each row while the others are read. */
export type RowNote = { line: number; parentCode: string | null; ownerEmail: string | null; state: string | null };

export type FileRead = {
  problems: CsvProblems;
  mapping: ImportMapping;
  notes: Map<string, RowNote>;
  sha256: string;
};

export type NumberedRow = ImportRow & { line: number };

type Counted = { source: CsvSource; digest: () => string; isTooLong: () => boolean };

/** Hashes what passes through and ends at the limit. */
function watch(source: CsvSource): Counted {
  const hash = createHash("sha256");
  let size = 0;
  async function* pass() {
    for await (const piece of source) {
      size += piece.byteLength;
      if (size > IMPORT_LIMITS.bytes) return;
      hash.update(piece);
      yield piece;
    }
  }
  return { source: pass(), digest: () => hash.digest("hex"), isTooLong: () => size > IMPORT_LIMITS.bytes };
}

/** The header decides the mapping, so a guess needs a look at the file's beginning first. */
async function openMapped(source: CsvSource, options: FileOptions) {
  const { mapping, delimiter = null, encoding = null } = options;
  const all: Partial<Record<ImportKey, CsvColumn>> = {};
  if (mapping) for (const [key, header] of Object.entries(mapping)) all[key as ImportKey] = { header };
  return readCsv(source, { columns: all as Record<ImportKey, CsvColumn>, delimiter, encoding, ignoreCase: false });
}

/**
 * Reads a file row by row; `take` gets the good ones in batches. What is wrong with a row by itself or with two rows of
 * the file is among the problems afterwards.
 */
export async function readProcessFile(
  source: CsvSource,
  options: FileOptions,
  take: (rows: NumberedRow[]) => Promise<void>,
): Promise<FileRead> {
  const watched = watch(source);
  const opened = await openMapped(watched.source, options);
  const notes = new Map<string, RowNote>();
  if (!opened.ok) return { problems: opened.problems, mapping: {}, notes, sha256: watched.digest() };
  const { file } = opened;
  const mapping = options.mapping ?? guessImportMapping(file.header);
  const places = new Map(
    (Object.entries(mapping) as [ImportKey, string][]).map(([key, name]) => [key, file.header.indexOf(name)]),
  );
  const missing = missingColumns(mapping);
  if (missing.length > 0) {
    const problems = collectProblems();
    for (const key of missing) problems.add(1, importColumns[key].label, "no column of the file is taken for this.");
    return { problems, mapping, notes, sha256: watched.digest() };
  }
  const read = openRowReader([...places.keys()]);
  const nameOf = (key: ImportKey) => mapping[key] ?? importColumns[key].label;
  for await (const batch of file.batches) {
    const rows: NumberedRow[] = [];
    for (const { line, cells } of batch) {
      const named: Partial<Record<ImportKey, string>> = {};
      for (const [key, place] of places) named[key] = cells[place] ?? "";
      const result = read(named);
      if ("problems" in result) {
        for (const { key, reason } of result.problems) file.problems.add(line, nameOf(key), reason);
        continue;
      }
      const { row } = result;
      const earlier = notes.get(row.code);
      if (earlier) {
        file.problems.add(line, nameOf("code"), `${row.code} stands in line ${earlier.line} already.`);
        continue;
      }
      notes.set(row.code, {
        line,
        parentCode: row.parentCode ?? null,
        ownerEmail: row.ownerEmail ?? null,
        state: row.state ?? null,
      });
      rows.push({ ...row, line });
    }
    if (notes.size > IMPORT_LIMITS.rows) {
      file.problems.add(1, null, `more than ${IMPORT_LIMITS.rows.toLocaleString("en")} rows. Split the file.`);
      break;
    }
    if (rows.length > 0) await take(rows);
  }
  if (watched.isTooLong())
    file.problems.add(1, null, `longer than ${IMPORT_LIMITS.bytes / 1_000_000} MB. Split the file.`);
  if (notes.size === 0 && file.problems.count === 0)
    file.problems.add(1, null, "the file has no rows below its header.");
  return { problems: file.problems, mapping, notes, sha256: watched.digest() };
}
