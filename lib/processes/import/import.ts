import "server-only";
import type { Actor } from "@/lib/access/actor";
import type { CsvProblem, CsvSource } from "@/lib/exchange/csv/types";
import { bulkChange } from "@/lib/server/bulk-change";
import { sql } from "@/lib/server/database";
import { done, type Outcome, refuse, refuseFields } from "@/lib/shared/outcome";
import { checkAgainst, readInventory } from "./check-against";
import { type FileOptions, type FileRead, readProcessFile } from "./read-file";
import { insertNew, openStage, raiseCounter, resolveStage, stageRows, updateKnown } from "./stage";

export type ImportReport = {
  rows: number;
  created: number;
  /** When only checked: those that are there already, changed or not. */
  updated: number;
  unchanged: number;
  sha256: string;
  problems: { count: number; first: readonly CsvProblem[] };
};

function reportOf(read: FileRead, counts: { created: number; updated: number; unchanged: number }): ImportReport {
  const { problems, sha256, notes } = read;
  return { rows: notes.size, ...counts, sha256, problems: { count: problems.count, first: problems.first } };
}

/** Reads the whole file and names everything that is wrong with it; changes nothing. */
export async function checkProcessFile(actor: Actor, source: CsvSource, options: FileOptions): Promise<ImportReport> {
  const read = await readProcessFile(source, options, async () => undefined);
  const inventory = await readInventory(querier, actor.organizationId);
  checkAgainst(read, inventory);
  let known = 0;
  for (const code of read.notes.keys()) if (inventory.processes.has(code)) known += 1;
  return reportOf(read, { created: read.notes.size - known, updated: known, unchanged: 0 });
}

const querier = {
  async query<Row extends object>(text: string, values: unknown[]) {
    return { rows: await sql.rows<Row>(text, values) };
  },
};

/**
 * Creates or updates by code, all or nothing: staged first, then checked and stored set by set under the lock of the
 * tree. Answers the report in either case; nothing is stored when it has problems.
 */
export async function importProcessFile(
  actor: Actor,
  source: CsvSource,
  options: FileOptions,
  fileName = "processes.csv",
): Promise<ImportReport> {
  const { organizationId } = actor;
  let rejected: ImportReport | null = null;
  const outcome = await bulkChange<ImportReport>(actor, async (client, audit) => {
    await openStage(client);
    const read = await readProcessFile(source, options, (rows) => stageRows(client, rows));
    await client.query("SELECT pg_advisory_xact_lock(hashtextextended($1, 0))", [`process-tree:${organizationId}`]);
    checkAgainst(read, await readInventory(client, organizationId));
    if (read.problems.count > 0) {
      rejected = reportOf(read, { created: 0, updated: 0, unchanged: 0 });
      return refuse("The file was not imported.");
    }
    await resolveStage(client, organizationId);
    // New ones first: known ones may be moved below them.
    const created = await insertNew(client, organizationId);
    const updated = await updateKnown(client, organizationId, read.mapping);
    await raiseCounter(client, organizationId);
    const report = reportOf(read, { created, updated, unchanged: read.notes.size - created - updated });
    const { problems: _, ...counts } = report;
    audit({
      action: "process.import",
      subject: { type: "process", id: null, label: fileName.slice(0, 200) },
      after: { ...counts, mapping: read.mapping },
    });
    return done(report);
  });
  if (outcome.ok) return outcome.value;
  if (!rejected) throw new Error(`The import was refused without a reason: ${outcome.message}`);
  return rejected;
}

/** A report with problems as a refusal: each at its line and column. */
export function toImportOutcome(report: ImportReport): Outcome<Omit<ImportReport, "problems">> {
  const { problems, ...counts } = report;
  if (problems.count === 0) return done(counts);
  const fields: Record<string, string[]> = {};
  for (const { line, column, reason } of problems.first) {
    const path = column === null ? `${line}` : `${line}.${column.replaceAll(".", " ")}`;
    fields[path] = [...(fields[path] ?? []), reason];
  }
  const number = problems.count === 1 ? "One problem" : `${problems.count} problems`;
  return refuseFields(fields, `${number} in the file. Nothing was imported.`);
}
