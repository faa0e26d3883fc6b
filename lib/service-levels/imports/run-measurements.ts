import "server-only";
import { z } from "zod";
import { asOrganizationId, type MemberActor, type VendorActor } from "@/lib/access/actor";
import { describeProblem } from "@/lib/exchange/csv/problems";
import { readCsv } from "@/lib/exchange/csv/read-csv";
import type { CsvProblem } from "@/lib/exchange/csv/types";
import { db } from "@/lib/server/database";
import type { JobResult, JobRun } from "@/lib/server/job-handlers";
import { readFile } from "@/lib/server/storage";
import { validate } from "@/lib/server/validate";
import { reportMeasurements } from "../mutations/measurements";
import { type MeasurementInput, measurementSchema } from "../schema";
import { findAsker } from "./find-asker";

const inputSchema = z.object({
  kpiId: z.uuid(),
  fileId: z.uuid(),
  format: z.enum(["csv", "ndjson"]),
  skipsBadRows: z.boolean(),
});

// A KPI has one figure a month; corrections included, more than this is not a report of months.
const MOST_ROWS = 10_000;

type Read = { rows: MeasurementInput[]; problems: CsvProblem[]; isUnusable: boolean };

function check(read: Read, line: number, value: unknown): void {
  const parsed = validate(measurementSchema, value);
  if (parsed.ok) read.rows.push(parsed.value);
  else
    for (const [column, messages] of Object.entries(parsed.fields ?? {}))
      read.problems.push({ line, column: column || null, reason: messages.join(" ") });
}

async function readCsvRows(fileId: string): Promise<Read> {
  const optional = (header: string) => ({ header, optional: true });
  const opened = await readCsv(readFile(fileId), {
    columns: {
      month: { header: "month" },
      value: optional("value"),
      numerator: optional("numerator"),
      denominator: optional("denominator"),
      cases: optional("cases"),
      note: optional("note"),
    },
  });
  if (!opened.ok) return { rows: [], problems: [...opened.problems.first], isUnusable: true };
  const read: Read = { rows: [], problems: [], isUnusable: false };
  for await (const { line, cells } of opened.file.rows) {
    const filled = Object.fromEntries(Object.entries(cells).filter(([, cell]) => cell.trim() !== ""));
    check(read, line, filled);
    if (read.rows.length > MOST_ROWS) break;
  }
  return { ...read, problems: [...opened.file.problems.first, ...read.problems], isUnusable: opened.file.isBroken() };
}

async function readLines(fileId: string): Promise<Read> {
  const read: Read = { rows: [], problems: [], isUnusable: false };
  const decoder = new TextDecoder();
  let rest = "";
  let line = 0;
  const take = (text: string) => {
    line += 1;
    if (text.trim() === "") return;
    try {
      check(read, line, JSON.parse(text));
    } catch (error) {
      if (!(error instanceof SyntaxError)) throw error;
      read.problems.push({ line, column: null, reason: "this line is not JSON." });
    }
  };
  for await (const piece of readFile(fileId)) {
    const lines = (rest + decoder.decode(piece, { stream: true })).split("\n");
    rest = lines.pop() ?? "";
    lines.forEach(take);
    if (rest.length > 1_000_000 || read.rows.length > MOST_ROWS) break;
  }
  if (rest !== "") take(rest);
  return read;
}

/** Measurements of one KPI from a file: all of them, or none; or the good ones, where the caller asked for that. */
export async function runMeasurementImport(run: JobRun): Promise<JobResult> {
  const input = inputSchema.parse(run.input);
  const read = input.format === "csv" ? await readCsvRows(input.fileId) : await readLines(input.fileId);
  const errors = read.problems.slice(0, 100).map((problem) => ({ ...problem, message: describeProblem(problem) }));
  const counts = { rowsRead: read.rows.length + read.problems.length, rowsRejected: read.problems.length };
  const refuse = (message: string): JobResult => ({ state: "failed", message, errors, progress: counts });
  if (read.rows.length > MOST_ROWS) return refuse(`Nothing was imported: more than ${MOST_ROWS} rows.`);
  const first = errors[0];
  if (first && (read.isUnusable || !input.skipsBadRows)) return refuse(`Nothing was imported. ${first.message}`);
  if (read.rows.length === 0) return refuse("Nothing was imported: the file has no rows.");
  const actor = await findAsker(run);
  if (actor.kind === "system") return refuse("Nothing was imported: who asked for it is no longer here.");
  // A run that is repeated after its commit would add every row a second time: the note of the first tells.
  const done = await db.auditEvent.count({
    where: { organizationId: asOrganizationId(run.organizationId), action: "measurement.import", subjectId: run.id },
  });
  if (done > 0) return { state: "done", message: "Imported.", progress: counts };
  const reported = await reportMeasurements(actor as MemberActor | VendorActor, input.kpiId, read.rows, run.id);
  if (!reported.ok) return refuse(`Nothing was imported. ${reported.message}`);
  return {
    state: "done",
    message: `${reported.value.added} measurements added.`,
    progress: { ...counts, added: reported.value.added },
  };
}
