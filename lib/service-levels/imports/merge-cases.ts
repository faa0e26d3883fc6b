import "server-only";
import { Prisma, type Transaction } from "@/lib/server/database";

export type Merged = { inserted: number; updated: number; unchanged: number; months: string[] };

type MergeInput = {
  caseLogId: string;
  importId: string;
  /** Made by `stagingTable`. */
  table: string;
  reportingZone: string;
  /** Months of the whole file: what is touched when the log was empty before. */
  monthsOfFile: Iterable<string>;
};

/**
 * Brings staged rows into the case log, all at once: of each case the last row in file order counts, a case that is
 * the same already is left alone, and one that was opened at another time moves instead of appearing twice (the
 * partitions make the opening part of the key). The caller holds the lock of the case log's row.
 */
export async function mergeCases(tx: Transaction, input: MergeInput): Promise<Merged> {
  const staging = Prisma.raw(input.table);
  await tx.$executeRaw`SET LOCAL work_mem = '128MB'`;
  const known = await tx.$queryRaw<{ any: boolean }[]>`
    SELECT EXISTS (SELECT 1 FROM case_record WHERE case_log_id = ${input.caseLogId}::uuid) AS any`;
  if (!known[0]?.any) {
    const inserted = await tx.$executeRaw`
      INSERT INTO case_record (case_log_id, case_number, opened_at, first_response_at, resolved_at, closed_at,
        paused_seconds, attributes, import_id)
      SELECT ${input.caseLogId}::uuid, s.case_number, s.opened_at, s.first_response_at, s.resolved_at, s.closed_at,
        s.paused_seconds, s.attributes, ${input.importId}::uuid
      FROM ${staging} s JOIN (SELECT max(line) AS line FROM ${staging} GROUP BY case_number) last USING (line)`;
    return { inserted, updated: 0, unchanged: 0, months: [...input.monthsOfFile].sort() };
  }
  return mergeIntoFilled(tx, input, staging);
}

async function mergeIntoFilled(tx: Transaction, input: MergeInput, staging: Prisma.Sql): Promise<Merged> {
  // What becomes of each case; the old row's times are kept, because the months they were in are touched as well.
  await tx.$executeRaw`
    CREATE TEMPORARY TABLE case_change ON COMMIT DROP AS
    SELECT s.line, s.case_number, e.case_number IS NOT NULL AS is_known,
      e.opened_at AS old_opened, e.first_response_at AS old_response, e.resolved_at AS old_resolved,
      e.closed_at AS old_closed
    FROM ${staging} s
    JOIN (SELECT max(line) AS line FROM ${staging} GROUP BY case_number) last USING (line)
    LEFT JOIN case_record e ON e.case_log_id = ${input.caseLogId}::uuid AND e.case_number = s.case_number
    WHERE e.case_number IS NULL
      OR (e.opened_at, e.first_response_at, e.resolved_at, e.closed_at, e.paused_seconds, e.attributes)
        IS DISTINCT FROM
        (s.opened_at, s.first_response_at, s.resolved_at, s.closed_at, s.paused_seconds, s.attributes)`;
  await tx.$executeRaw`ANALYZE case_change`;
  const counted = await tx.$queryRaw<{ inserted: bigint; updated: bigint; cases: bigint }[]>`
    SELECT count(*) FILTER (WHERE NOT is_known) AS inserted, count(*) FILTER (WHERE is_known) AS updated,
      (SELECT count(DISTINCT case_number) FROM ${staging}) AS cases FROM case_change`;
  const inserted = Number(counted[0]?.inserted ?? 0);
  const updated = Number(counted[0]?.updated ?? 0);
  const unchanged = Number(counted[0]?.cases ?? 0) - inserted - updated;
  if (inserted + updated === 0) return { inserted, updated, unchanged, months: [] };
  if (updated > 0)
    await tx.$executeRaw`
      DELETE FROM case_record e USING case_change c
      WHERE c.is_known AND e.case_log_id = ${input.caseLogId}::uuid AND e.case_number = c.case_number`;
  await tx.$executeRaw`
    INSERT INTO case_record (case_log_id, case_number, opened_at, first_response_at, resolved_at, closed_at,
      paused_seconds, attributes, import_id)
    SELECT ${input.caseLogId}::uuid, s.case_number, s.opened_at, s.first_response_at, s.resolved_at, s.closed_at,
      s.paused_seconds, s.attributes, ${input.importId}::uuid
    FROM ${staging} s JOIN case_change USING (line)`;
  const months = await tx.$queryRaw<{ month: string }[]>`
    SELECT DISTINCT to_char(quarter AT TIME ZONE ${input.reportingZone}, 'YYYY-MM') AS month
    FROM (SELECT DISTINCT date_bin('15 minutes', moment, '2000-01-01T00:00Z') AS quarter
      FROM case_change c JOIN ${staging} s USING (line)
      CROSS JOIN LATERAL unnest(ARRAY[s.opened_at, s.first_response_at, s.resolved_at, s.closed_at,
        c.old_opened, c.old_response, c.old_resolved, c.old_closed]) AS moment
      WHERE moment IS NOT NULL) AS quarters ORDER BY 1`;
  return { inserted, updated, unchanged, months: months.map((row) => row.month) };
}
