import "server-only";
import { once } from "node:events";
import { finished } from "node:stream/promises";
import type { PoolClient } from "pg";
import { from as copyFrom } from "pg-copy-streams";
import { readCsv } from "@/lib/exchange/csv/read-csv";
import type { CsvProblem, CsvSource } from "@/lib/exchange/csv/types";
import type { CaseLogMapping } from "../case-log-schema";
import { columnsOf, openCaseLines } from "./case-lines";
import { openInstants } from "./instants";

/** The staging table of an import: its name is made of the import's id and nothing else. */
export function stagingTable(importId: string): string {
  const digits = importId.replaceAll("-", "");
  if (!/^[0-9a-f]{32}$/.test(digits)) throw new Error("An import has an id that is none.");
  return `case_import_${digits}`;
}

/** What runs that were given up left behind. A table whose job still waits or runs is not touched. */
export async function dropAbandonedStaging(client: PoolClient): Promise<void> {
  const { rows } = await client.query<{ name: string }>(`
    SELECT t.tablename AS name FROM pg_tables t
    LEFT JOIN case_log_import i ON 'case_import_' || replace(i.id::text, '-', '') = t.tablename
    LEFT JOIN job j ON j.id = i.job_id
    WHERE t.schemaname = current_schema() AND t.tablename ~ '^case_import_[0-9a-f]{32}$'
      AND (j.state IS NULL OR j.state NOT IN ('queued', 'running'))`);
  for (const { name } of rows) await client.query(`DROP TABLE IF EXISTS ${name}`);
}

export type Staged = {
  rowsRead: number;
  rowsStaged: number;
  problems: readonly CsvProblem[];
  problemCount: number;
  /** Nothing of the file can be used: the header, or where reading had to stop. */
  isUnusable: boolean;
  /** The beginning looked like UTF-8, a later byte was none: the file has to be read again as Latin-1. */
  isOtherEncoding: boolean;
  /** All that dates in the file fall into; what was really changed is found out later. */
  months: Set<string>;
};

type StagingInput = {
  table: string;
  mapping: CaseLogMapping;
  timeZone: string;
  /** The contract's zone, by which months are told apart. */
  reportingZone: string;
  /** Stop early once a row is bad: nothing of the file will be used. */
  stopsAtProblem: boolean;
  onProgress: (rowsRead: number) => Promise<void>;
};

const PROGRESS_EVERY_MS = 1000;
// When nothing of a file will be used, enough is known after so many problems.
const ENOUGH_PROBLEMS = 1000;

/** Parses a file into a table without write-ahead log, which only this import knows. */
export async function stageCases(client: PoolClient, source: CsvSource, input: StagingInput): Promise<Staged> {
  await client.query(`DROP TABLE IF EXISTS ${input.table}`);
  await client.query(`CREATE UNLOGGED TABLE ${input.table} (line bigint, case_number text, opened_at timestamptz,
    first_response_at timestamptz, resolved_at timestamptz, closed_at timestamptz, paused_seconds bigint,
    attributes jsonb) WITH (autovacuum_enabled = false)`);
  const opened = await readCsv<string>(source, {
    columns: columnsOf(input.mapping),
    delimiter: input.mapping.delimiter,
    encoding: input.mapping.encoding,
    ignoreCase: false,
  });
  if (!opened.ok) return unusable(opened.problems.first, opened.problems.count);
  const { file } = opened;
  const instants = openInstants(input.mapping.datePattern, input.timeZone, input.reportingZone);
  const toLine = openCaseLines(file, input.mapping, instants);
  const copy = client.query(copyFrom(`COPY ${input.table} FROM STDIN`));
  let rowsRead = 0;
  let rowsStaged = 0;
  let told = performance.now();
  try {
    for await (const batch of file.batches) {
      const lines: string[] = [];
      for (const record of batch) {
        const line = toLine(record);
        if (line !== null) lines.push(line);
      }
      rowsRead += batch.length;
      rowsStaged += lines.length;
      if (lines.length > 0 && !copy.write(lines.join(""))) await once(copy, "drain");
      if (input.stopsAtProblem && file.problems.count >= ENOUGH_PROBLEMS) break;
      if (performance.now() - told > PROGRESS_EVERY_MS) {
        told = performance.now();
        await input.onProgress(rowsRead);
      }
    }
    copy.end();
    await finished(copy);
  } catch (error) {
    copy.destroy();
    throw error;
  }
  if (rowsStaged > 0) await client.query(`ANALYZE ${input.table} (case_number, line)`);
  return {
    // A row with the wrong number of columns never becomes a record; it was read all the same.
    rowsRead: Math.max(rowsRead, rowsStaged + file.problems.count),
    rowsStaged,
    problems: file.problems.first,
    problemCount: file.problems.count,
    isUnusable: file.isBroken(),
    isOtherEncoding: file.isBroken() && file.encoding === "utf-8" && input.mapping.encoding === null,
    months: instants.months(),
  };
}

function unusable(problems: readonly CsvProblem[], problemCount: number): Staged {
  return {
    rowsRead: 0,
    rowsStaged: 0,
    problems,
    problemCount,
    isUnusable: true,
    isOtherEncoding: false,
    months: new Set(),
  };
}
