import "server-only";
import { readCsv } from "@/lib/exchange/csv/read-csv";
import type { CsvDelimiter, CsvEncoding, CsvProblem, CsvSource } from "@/lib/exchange/csv/types";
import { guessImportMapping, type ImportMapping } from "./columns";

export const PREVIEW_BYTES = 256 * 1024;
const SHOWN_ROWS = 5;

export type ImportPreview =
  | {
      ok: true;
      header: readonly string[];
      rows: string[][];
      delimiter: CsvDelimiter;
      encoding: CsvEncoding;
      mapping: ImportMapping;
    }
  | { ok: false; problems: readonly CsvProblem[] };

/** What the beginning of a file looks like, and a first mapping of its columns. */
export async function previewProcessFile(
  source: CsvSource,
  options: { delimiter: CsvDelimiter | null; encoding: CsvEncoding | null },
): Promise<ImportPreview> {
  const opened = await readCsv(source, { columns: {}, ...options, ignoreCase: false });
  if (!opened.ok) return { ok: false, problems: opened.problems.first };
  const { header, delimiter, encoding, batches } = opened.file;
  const rows: string[][] = [];
  for await (const batch of batches) {
    rows.push(...batch.slice(0, SHOWN_ROWS - rows.length).map((record) => record.cells));
    if (rows.length >= SHOWN_ROWS) break;
  }
  return { ok: true, header, rows, delimiter, encoding, mapping: guessImportMapping(header) };
}
