import { beforeAll, describe, expect, test } from "vitest";
import type { MemberActor } from "@/lib/access/actor";
import { db, sql } from "@/lib/server/database";
import { stagingTable } from "@/lib/service-levels/imports/staging";
import { createKpi } from "@/lib/service-levels/mutations/kpis";
import { addServiceLevel } from "@/lib/service-levels/mutations/service-levels";
import { makeMember, makeOrganization } from "../../support/factories";
import {
  INCIDENT_MAPPING,
  importCases,
  makeCaseLog,
  makeServiceContract,
  runJob,
  uploadCases,
} from "../../support/service-level-factories";

const HEADER = "number,priority,made_sla,opened_at,resolved_at,closed_at\n";
const row = (number: string, opened: string, closed: string, met = "TRUE") =>
  `${number},1 - Critical,${met},${opened},${closed},${closed}\n`;
const GOOD =
  HEADER + row("A", "01-02-2026 10:00", "03-02-2026 10:00") + row("B", "01-02-2026 11:00", "04-02-2026 10:00");

let actor: MemberActor;
let contract: { id: string };

beforeAll(async () => {
  actor = await makeMember(await makeOrganization(), ["operations"]);
  contract = await makeServiceContract(actor);
});

async function casesOf(caseLogId: string) {
  return db.$queryRaw<{ number: string; opened: Date | null; met: string | null }[]>`
    SELECT case_number AS number, opened_at AS opened, attributes ->> 'made_sla' AS met FROM case_record
    WHERE case_log_id = ${caseLogId}::uuid ORDER BY case_number, opened_at`;
}

describe("bad files", () => {
  test.each([
    ["a broken row", `${GOOD}C,1 - Critical\n`, "Line 4: 2 columns instead of the header's 6."],
    ["a wrong delimiter", GOOD.replaceAll(",", ";"), 'Line 1, column "number": this column is missing.'],
    [
      "an unknown date",
      GOOD + row("C", "2026/02/01", "04-02-2026 10:00"),
      'Line 4, column "opened_at": "2026/02/01" is no date',
    ],
    [
      "a day that does not exist",
      GOOD + row("C", "30-02-2026 10:00", "?"),
      'Line 4, column "opened_at": "30-02-2026 10:00" is no date',
    ],
    ["no case number", GOOD + row("?", "01-02-2026 10:00", "?"), 'Line 4, column "number": the case has no number.'],
    ["duplicate headers", GOOD.replace("priority", "number"), 'Line 1, column "number": this header stands twice'],
    ["a million columns", `${GOOD}${"x,".repeat(1_000_000)}\n`, "Line 4: longer than 1,000,000 characters."],
    ["an open quotation mark", `${GOOD}C,"x,TRUE,?,?,?\n`, "Line 4: a quotation mark that is not closed again."],
    ["no rows", HEADER, "the file has no rows below its header"],
    ["nothing at all", "", "Line 1: the file has no header line."],
    ["a zero byte", `${GOOD}C,a\u0000b,TRUE,?,?,?\n`, "this is not a text file"],
  ])("%s: named, and nothing is imported", async (_, content, message) => {
    const caseLogId = await makeCaseLog(actor, contract);
    const result = await importCases(actor, caseLogId, content);
    expect(result.state).toBe("failed");
    expect(result.message).toContain(message);
    expect(await casesOf(caseLogId)).toEqual([]);
    const left = await sql.rows("SELECT 1 FROM pg_tables WHERE tablename LIKE 'case_import_%'");
    expect(left).toEqual([]);
  });

  test("bad rows are left out and reported when that was asked for", async () => {
    const caseLogId = await makeCaseLog(actor, contract);
    const result = await importCases(actor, caseLogId, `${GOOD}C,x\n`, { skipsBadRows: true });
    expect(result).toMatchObject({ state: "done", progress: { inserted: 2, rowsRejected: 1 } });
    const stored = await db.caseLogImport.findFirstOrThrow({ where: { caseLogId }, include: { job: true } });
    expect(stored.rowsRejected).toBe(1n);
    expect(stored.job?.errors).toMatchObject([{ line: 4, column: null }]);
  });

  test("a byte-order mark, Latin-1, quotes and formulas are text like any other", async () => {
    const mapping = { ...INCIDENT_MAPPING, attributes: ["priority"] };
    const caseLogId = await makeCaseLog(actor, contract, { mapping });
    const odd = `${HEADER}A,"=1+1, ""x"" \\ \t",TRUE,01-02-2026 10:00,?,?\nB,Größe,TRUE,01-02-2026 10:00,?,?\n`;
    expect((await importCases(actor, caseLogId, `\uFEFF${odd}`)).state).toBe("done");
    const read = () =>
      db.$queryRaw<{ priority: string }[]>`SELECT attributes ->> 'priority' AS priority FROM case_record
        WHERE case_log_id = ${caseLogId}::uuid ORDER BY case_number`;
    expect(await read()).toEqual([{ priority: '=1+1, "x" \\ \t' }, { priority: "Größe" }]);
    const latin = await importCases(actor, caseLogId, Buffer.from(odd, "latin1"));
    expect(latin).toMatchObject({ state: "done", progress: { inserted: 0, updated: 0, unchanged: 2 } });
  });
});

test("a Latin-1 letter far behind the beginning is read as one", async () => {
  const caseLogId = await makeCaseLog(actor, contract);
  const rows = Array.from({ length: 6000 }, (_, index) => row(`N${index}`, "01-02-2026 10:00", "?")).join("");
  const late = Buffer.concat([
    Buffer.from(HEADER + rows),
    Buffer.from("Größe,x,TRUE,01-02-2026 10:00,?,?\n", "latin1"),
  ]);
  expect(late.length).toBeGreaterThan(262_144);
  expect(await importCases(actor, caseLogId, late)).toMatchObject({ state: "done", progress: { inserted: 6001 } });
  expect((await casesOf(caseLogId)).map((each) => each.number)).toContain("Größe");
});

test("staging tables of runs that were given up are taken away by the next import", async () => {
  const caseLogId = await makeCaseLog(actor, contract);
  const { jobId, importId } = await uploadCases(actor, caseLogId, GOOD);
  await sql.rows(`CREATE UNLOGGED TABLE ${stagingTable(importId)} (line bigint)`);
  await db.job.update({ where: { id: jobId }, data: { state: "failed" } });
  await importCases(actor, caseLogId, GOOD);
  expect(await sql.rows("SELECT 1 FROM pg_tables WHERE tablename LIKE 'case_import_%'")).toEqual([]);
});

describe("importing again", () => {
  test("the last row of a case counts; what is the same is left alone", async () => {
    const caseLogId = await makeCaseLog(actor, contract);
    const twice = GOOD + row("A", "01-02-2026 10:00", "05-02-2026 10:00", "FALSE");
    expect(await importCases(actor, caseLogId, twice)).toMatchObject({ progress: { inserted: 2 } });
    expect((await casesOf(caseLogId)).map((each) => each.met)).toEqual(["FALSE", "TRUE"]);
    expect(await importCases(actor, caseLogId, twice)).toMatchObject({
      progress: { inserted: 0, updated: 0, unchanged: 2 },
    });
    const changed = HEADER + row("B", "01-02-2026 11:00", "04-02-2026 10:00", "FALSE") + row("C", "?", "?");
    expect(await importCases(actor, caseLogId, changed)).toMatchObject({
      progress: { inserted: 1, updated: 1, unchanged: 0 },
    });
    expect((await db.caseLog.findUniqueOrThrow({ where: { id: caseLogId } })).rows).toBe(3n);
  });

  test("a case that was opened at another time moves and does not appear twice", async () => {
    const caseLogId = await makeCaseLog(actor, contract);
    await importCases(actor, caseLogId, GOOD);
    await importCases(actor, caseLogId, HEADER + row("A", "31-12-2024 10:00", "03-02-2026 10:00"));
    const cases = await casesOf(caseLogId);
    expect(cases.map((each) => each.number)).toEqual(["A", "B"]);
    expect(cases[0]?.opened?.toISOString()).toBe("2024-12-31T09:00:00.000Z");
  });

  test("wall-clock times: ambiguous is the earlier instant, skipped moves forward", async () => {
    const caseLogId = await makeCaseLog(actor, contract);
    const odd = HEADER + row("ambiguous", "25-10-2026 02:30", "?") + row("skipped", "29-03-2026 02:30", "?");
    await importCases(actor, caseLogId, odd);
    const cases = await casesOf(caseLogId);
    expect(cases.map((each) => each.opened?.toISOString())).toEqual([
      "2026-10-25T00:30:00.000Z",
      "2026-03-29T01:30:00.000Z",
    ]);
  });
});

describe("a run that is cut short", () => {
  test("leaves nothing that anybody sees, and the next run does all of it", async () => {
    const caseLogId = await makeCaseLog(actor, contract);
    const { jobId, importId } = await uploadCases(actor, caseLogId, GOOD);
    // What a kill after the COPY leaves: a staging table with rows, a job that is still running.
    const table = stagingTable(importId);
    await sql.rows(`CREATE UNLOGGED TABLE ${table} (line bigint)`);
    await sql.rows(`INSERT INTO ${table} VALUES (1)`);
    await db.job.update({ where: { id: jobId }, data: { state: "running" } });
    expect(await casesOf(caseLogId)).toEqual([]);
    expect(await runJob(jobId)).toMatchObject({ state: "done", progress: { inserted: 2 } });
    // And once more, as a worker does that died after the commit but before it could say so.
    await db.job.update({ where: { id: jobId }, data: { state: "running" } });
    const events = () => db.auditEvent.count({ where: { action: "caseLog.import", subjectId: caseLogId } });
    expect(await events()).toBe(1);
    expect(await runJob(jobId)).toMatchObject({ state: "done", progress: { inserted: 2 } });
    expect(await events()).toBe(1);
  });

  test("a fault while storing takes everything back: cases, figures, counts and event", async () => {
    const caseLogId = await makeCaseLog(actor, contract);
    await makeSla(caseLogId, "FAULT");
    const { jobId, importId } = await uploadCases(actor, caseLogId, GOOD);
    // The last statement of the transaction fails, after the cases and the figures were written.
    await sql.rows("ALTER TABLE audit_event ADD CONSTRAINT broken CHECK (action <> 'caseLog.import') NOT VALID");
    try {
      await expect(runJob(jobId)).rejects.toThrow();
    } finally {
      await sql.rows("ALTER TABLE audit_event DROP CONSTRAINT broken");
    }
    expect(await casesOf(caseLogId)).toEqual([]);
    expect(await db.measurement.count({ where: { kpi: { caseLogId } } })).toBe(0);
    expect((await db.caseLogImport.findUniqueOrThrow({ where: { id: importId } })).finishedAt).toBeNull();
    expect(await runJob(jobId)).toMatchObject({ state: "done" });
    expect(await db.measurement.count({ where: { kpi: { caseLogId } } })).toBe(1);
  });
});

async function makeSla(caseLogId: string, code: string): Promise<string> {
  const kpi = await createKpi(actor, {
    contractId: contract.id,
    code,
    name: "Within the agreed time",
    description: "",
    unit: "%",
    direction: "higher",
    decimals: null,
    method: "caseLog",
    caseLogId,
    definition: {
      filter: { match: "all", conditions: [] },
      aggregate: {
        type: "share",
        of: { match: "all", conditions: [{ field: "attribute:made_sla", operator: "equals", value: "TRUE" }] },
      },
      month: "closed",
    },
  });
  if (!kpi.ok) throw new Error(kpi.message);
  return kpi.value.id;
}

test("only months that are touched get a further measurement, and finished ones wait to be verified", async () => {
  const own = await makeServiceContract(actor);
  const caseLogId = await makeCaseLog(actor, own);
  contract = own;
  const kpiId = await makeSla(caseLogId, "TOUCHED");
  const level = await addServiceLevel(actor, {
    kpiId,
    class: "key",
    category: "",
    expected: "95",
    minimum: "90",
    scheme: null,
    minimumVolume: null,
    graceUntil: null,
    effectiveFrom: "2026-01",
    clause: "",
  });
  expect(level.ok).toBe(true);
  await importCases(
    actor,
    caseLogId,
    HEADER + row("A", "01-01-2026 10:00", "10-01-2026 10:00") + row("B", "01-02-2026 10:00", "10-02-2026 10:00"),
  );
  await importCases(actor, caseLogId, HEADER + row("B", "01-02-2026 10:00", "10-02-2026 10:00", "FALSE"));
  const measured = await db.measurement.findMany({
    where: { kpiId },
    orderBy: [{ month: "asc" }, { sequence: "asc" }],
  });
  expect(measured.map((each) => [each.month, each.sequence, each.value?.toFixed()])).toEqual([
    ["2026-01", 1, "100"],
    ["2026-02", 1, "100"],
    ["2026-02", 2, "0"],
  ]);
  const periods = await db.measurementPeriod.findMany({ where: { contractId: own.id }, orderBy: { month: "asc" } });
  expect(periods.map((each) => each.state)).toEqual(["reported", "reported"]);
});
