import "server-only";
import type { Actor } from "@/lib/access/actor";
import { describeProblem } from "@/lib/exchange/csv/problems";
import { change } from "@/lib/server/change";
import { databaseNow } from "@/lib/server/clock";
import { db, sql } from "@/lib/server/database";
import type { JobResult, JobRun } from "@/lib/server/job-handlers";
import { updateJobProgress } from "@/lib/server/job-queue";
import { readFile } from "@/lib/server/storage";
import { done } from "@/lib/shared/outcome";
import { type CaseLogMapping, importJobSchema, mappingSchema } from "../case-log-schema";
import { appendComputedMeasurements } from "../mutations/compute-measurements";
import { lockContractMonths, recomputeContract } from "../mutations/recompute-contract";
import { reportFinishedMonths } from "../mutations/report-finished-months";
import { findAsker } from "./find-asker";
import { mergeCases } from "./merge-cases";
import { dropAbandonedStaging, type Staged, stageCases, stagingTable } from "./staging";

const HOUR = 60 * 60 * 1000;

async function findImport(id: string, organizationId: string) {
  return db.caseLogImport.findFirst({
    where: { id, organizationId },
    select: {
      id: true,
      fileId: true,
      fileName: true,
      sha256: true,
      skipsBadRows: true,
      finishedAt: true,
      casesInserted: true,
      casesUpdated: true,
      casesUnchanged: true,
      caseLog: {
        select: {
          id: true,
          name: true,
          timeZone: true,
          mapping: true,
          contract: { select: { id: true, code: true, timeZone: true } },
        },
      },
    },
  });
}
type Import = NonNullable<Awaited<ReturnType<typeof findImport>>>;

/**
 * Imports a stored file into a case log. A run that is cut short leaves nothing but its staging table, which the next
 * run drops; one that was finished already answers what it had done.
 */
export async function runCaseLogImport(run: JobRun): Promise<JobResult> {
  const { importId } = importJobSchema.parse(run.input);
  const found = await findImport(importId, run.organizationId);
  if (!found?.fileId) return { state: "failed", message: "The file of this import is gone." };
  if (found.finishedAt) return { state: "done", message: "Imported.", progress: countsOf(found) };
  const { fileId } = found;
  const table = stagingTable(importId);
  const client = await sql.client();
  try {
    // A second worker that believes the first to be dead waits here.
    await client.query("SELECT pg_advisory_lock(hashtextextended($1, 0))", [importId]);
    const mapping = mappingSchema.parse(found.caseLog.mapping);
    await dropAbandonedStaging(client);
    const stage = (encoding: CaseLogMapping["encoding"]) =>
      stageCases(client, readFile(fileId), {
        table,
        mapping: { ...mapping, encoding },
        timeZone: found.caseLog.timeZone,
        reportingZone: found.caseLog.contract.timeZone,
        stopsAtProblem: !found.skipsBadRows,
        onProgress: async (rowsRead) => {
          if (run.signal.aborted) throw new Error("The worker is ending; the import is run again.");
          await updateJobProgress(run.id, { phase: "reading", rowsRead });
        },
      });
    const first = await stage(mapping.encoding);
    const staged = first.isOtherEncoding ? await stage("windows-1252") : first;
    return await conclude(run, found, table, staged);
  } finally {
    // Also after a fault; should this fail too, the next run of the import drops the table.
    await client.query(`DROP TABLE IF EXISTS ${table}`).catch(() => undefined);
    await client.query("SELECT pg_advisory_unlock_all()").catch(() => undefined);
    client.release();
  }
}

function countsOf(counts: { casesInserted: bigint; casesUpdated: bigint; casesUnchanged: bigint }) {
  return {
    inserted: Number(counts.casesInserted),
    updated: Number(counts.casesUpdated),
    unchanged: Number(counts.casesUnchanged),
  };
}

async function conclude(run: JobRun, found: Import, table: string, staged: Staged): Promise<JobResult> {
  const errors = staged.problems.map((problem) => ({ ...problem, message: describeProblem(problem) }));
  const isRefused = staged.isUnusable || (staged.problemCount > 0 && !found.skipsBadRows);
  if (isRefused || staged.rowsStaged === 0) {
    const first = staged.problems[0];
    const message = first
      ? `Nothing was imported. ${describeProblem(first)}`
      : "Nothing was imported: the file has no rows below its header.";
    return {
      state: "failed",
      message,
      errors,
      progress: { rowsRead: staged.rowsRead, rowsRejected: staged.problemCount },
    };
  }
  await updateJobProgress(run.id, { phase: "storing", rowsRead: staged.rowsRead });
  const counts = await store(await findAsker(run), found, table, staged);
  await updateJobProgress(run.id, counts, errors);
  const rejected = staged.problemCount > 0 ? `, ${staged.problemCount} rows left out` : "";
  return {
    state: "done",
    message: `${counts.inserted} cases added, ${counts.updated} changed, ${counts.unchanged} as before${rejected}.`,
    progress: counts,
  };
}

/** Cases, values, results, counts and the audit event: one transaction. */
async function store(actor: Actor, found: Import, table: string, staged: Staged) {
  const { caseLog } = found;
  const { contract } = caseLog;
  const outcome = await change(
    actor,
    async (tx, audit, tell) => {
      await tx.$queryRaw`SELECT 1 FROM case_log WHERE id = ${caseLog.id}::uuid FOR UPDATE`;
      const merged = await mergeCases(tx, {
        caseLogId: caseLog.id,
        importId: found.id,
        table,
        reportingZone: contract.timeZone,
        monthsOfFile: staged.months,
      });
      const scope = { organizationId: actor.organizationId, contractId: contract.id };
      await lockContractMonths(tx, contract.id);
      const note = `From ${found.fileName}`;
      const from = await appendComputedMeasurements(
        tx,
        { ...scope, timeZone: contract.timeZone },
        { caseLogId: caseLog.id },
        merged.months,
        note,
      );
      if (from) await recomputeContract({ tx, audit, tell }, actor, { ...scope, fromMonth: from });
      if (from)
        await reportFinishedMonths(
          { tx, audit, tell },
          {
            ...scope,
            timeZone: contract.timeZone,
            months: merged.months,
            side: actor.kind === "vendor" ? "vendor" : "client",
            label: contract.code,
          },
        );
      const now = await databaseNow(tx);
      await tx.caseLog.update({
        where: { id: caseLog.id },
        data: { rows: { increment: merged.inserted }, importedAt: now },
        select: { id: true },
      });
      await tx.caseLogImport.update({
        where: { id: found.id },
        data: {
          rowsRead: staged.rowsRead,
          casesInserted: merged.inserted,
          casesUpdated: merged.updated,
          casesUnchanged: merged.unchanged,
          rowsRejected: staged.problemCount,
          finishedAt: now,
        },
        select: { id: true },
      });
      const { months, ...counted } = merged;
      const counts = { rowsRead: staged.rowsRead, ...counted, rowsRejected: staged.problemCount };
      audit({
        action: "caseLog.import",
        subject: { type: "caseLog", id: caseLog.id, label: `${contract.code} ${caseLog.name}` },
        after: { importId: found.id, fileName: found.fileName, sha256: found.sha256, ...counts, months: months.length },
      });
      return done(counts);
    },
    { timeout: 2 * HOUR },
  );
  if (!outcome.ok) throw new Error(outcome.message);
  return outcome.value;
}
