// Case-log import against the fastest plain SQL for the same file, in one run:
//   node scripts/bootstrap.mjs run tests/bench/import.ts [rows] [rows per case]
import { randomUUID } from "node:crypto";
import { createReadStream, createWriteStream } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { from as copyFrom } from "pg-copy-streams";
import { asOrganizationId, type MemberActor } from "@/lib/access/actor";
import { assemble } from "@/lib/assemble";
import { db, disconnect, sql } from "@/lib/server/database";
import { putFile } from "@/lib/server/storage";
import type { CaseLogMapping } from "@/lib/service-levels/case-log-schema";
import { runCaseLogImport } from "@/lib/service-levels/imports/run-import";
import { createCaseLog, startImport } from "@/lib/service-levels/mutations/case-logs";
import { createKpi } from "@/lib/service-levels/mutations/kpis";
import { INCIDENT_COLUMNS, incidentFile, TIME_COLUMNS } from "./incident-file";

export type ImportBench = {
  rows: number;
  bytes: number;
  uploadSeconds: number;
  importSeconds: number;
  floorSeconds: number;
  ratio: number;
  /** Above what the process had before, in bytes. */
  memoryAboveIdle: number;
};

const ATTRIBUTES = INCIDENT_COLUMNS.filter((name) => !TIME_COLUMNS.includes(name) && name !== "number");
const MAPPING: CaseLogMapping = {
  delimiter: ",",
  encoding: null,
  datePattern: "dd-MM-yyyy HH:mm",
  emptyMarkers: ["?"],
  caseNumber: "number",
  opened: "opened_at",
  firstResponse: null,
  resolved: "resolved_at",
  closed: "closed_at",
  pausedSeconds: null,
  attributes: ATTRIBUTES,
};

assemble();

const seconds = (since: number) => (performance.now() - since) / 1000;

async function makeContract(): Promise<{ actor: MemberActor; contractId: string }> {
  const mark = randomUUID().slice(0, 8);
  const organization = await db.organization.create({
    data: {
      name: `Bench ${mark}`,
      slug: `bench-${mark}`,
      country: "DE",
      currency: "EUR",
      timeZone: "Europe/Berlin",
      approvalLimit: "1",
    },
    select: { id: true },
  });
  const organizationId = organization.id;
  const person = await db.person.create({ data: { email: `${mark}@bench.test`, name: "Bench" }, select: { id: true } });
  const member = await db.member.create({
    data: { organizationId, personId: person.id, roles: ["operations"] },
    select: { id: true },
  });
  const ownerId = member.id;
  const vendor = await db.vendor.create({
    data: { organizationId, code: "VND-1", legalName: "Bench vendor", country: "PL" },
    select: { id: true },
  });
  const engagement = await db.engagement.create({
    data: { organizationId, code: "ENG-1", name: "Bench", ownerId, currency: "EUR" },
    select: { id: true },
  });
  const contract = await db.contract.create({
    data: {
      organizationId,
      code: "CTR-1",
      title: "Bench",
      engagementId: engagement.id,
      vendorId: vendor.id,
      type: "performanceBased",
      state: "draft",
      currency: "EUR",
      timeZone: "Europe/Berlin",
      ownerId,
    },
    select: { id: true },
  });
  const actor: MemberActor = {
    kind: "member",
    organizationId: asOrganizationId(organizationId),
    memberId: ownerId,
    personId: person.id,
    name: "Bench",
    roles: ["operations"],
    scopes: null,
    requestId: null,
    ipAddress: null,
  };
  return { actor, contractId: contract.id };
}

/** COPY of the whole file as text, then one upsert into a table with the same partitions, keys and checks. */
async function runFloor(path: string): Promise<number> {
  const client = await sql.client();
  const name = `floor_${randomUUID().slice(0, 8)}`;
  try {
    await client.query(`CREATE TABLE ${name} (LIKE case_record INCLUDING ALL) PARTITION BY RANGE (opened_at)`);
    for (let year = 2015; year <= 2030; year++)
      await client.query(
        `CREATE TABLE ${name}_${year} PARTITION OF ${name} FOR VALUES FROM ('${year}-01-01Z') TO ('${year + 1}-01-01Z')`,
      );
    const started = performance.now();
    const columns = INCIDENT_COLUMNS.map((column) => `${column} text`).join(", ");
    await client.query(`CREATE UNLOGGED TABLE ${name}_staging (line bigserial, ${columns})`);
    await pipeline(
      createReadStream(path, { highWaterMark: 1024 * 1024 }),
      client.query(
        copyFrom(
          `COPY ${name}_staging (${INCIDENT_COLUMNS.join(", ")}) FROM STDIN (FORMAT csv, HEADER true, NULL '?')`,
        ),
      ),
    );
    const instant = (column: string) => `to_timestamp(${column}, 'DD-MM-YYYY HH24:MI')`;
    const pairs = ATTRIBUTES.map((column) => `'${column}', ${column}`).join(", ");
    await client.query(`SET work_mem = '128MB'`);
    await client.query(`ANALYZE ${name}_staging (line, number)`);
    await client.query(`
      INSERT INTO ${name} (case_log_id, case_number, opened_at, resolved_at, closed_at, attributes, import_id)
      SELECT '00000000-0000-0000-0000-000000000001', number, ${instant("opened_at")}, ${instant("resolved_at")},
        ${instant("closed_at")}, jsonb_strip_nulls(jsonb_build_object(${pairs})), '00000000-0000-0000-0000-000000000002'
      FROM ${name}_staging JOIN (SELECT max(line) AS line FROM ${name}_staging GROUP BY number) last USING (line)
      ON CONFLICT (case_log_id, case_number, opened_at) DO UPDATE SET resolved_at = excluded.resolved_at,
        closed_at = excluded.closed_at, attributes = excluded.attributes, import_id = excluded.import_id`);
    return seconds(started);
  } finally {
    await client.query(`DROP TABLE IF EXISTS ${name}, ${name}_staging`);
    client.release();
  }
}

async function runOurs(path: string) {
  const { actor, contractId } = await makeContract();
  try {
    const log = await createCaseLog(actor, {
      contractId,
      name: "Incidents",
      timeZone: "Europe/Berlin",
      mapping: MAPPING,
    });
    if (!log.ok) throw new Error(log.message);
    const sla = { field: "attribute:made_sla", operator: "equals" as const, value: "TRUE" };
    const kpi = await createKpi(actor, {
      contractId,
      code: "SLA",
      name: "Within the agreed time",
      description: "",
      unit: "%",
      direction: "higher",
      decimals: null,
      method: "caseLog",
      caseLogId: log.value.id,
      definition: {
        filter: { match: "all", conditions: [] },
        aggregate: { type: "share", of: { match: "all", conditions: [sla] } },
        month: "closed",
      },
    });
    if (!kpi.ok) throw new Error(kpi.message);
    const uploading = performance.now();
    const file = await putFile(createReadStream(path, { highWaterMark: 1024 * 1024 }));
    const uploadSeconds = seconds(uploading);
    const started = await startImport(actor, {
      caseLogId: log.value.id,
      fileName: "bench.csv",
      skipsBadRows: false,
      file,
    });
    if (!started.ok) throw new Error(started.message);
    const { jobId, importId } = started.value;
    await db.job.update({ where: { id: jobId }, data: { state: "running" } });
    globalThis.gc?.();
    const idle = process.memoryUsage().rss;
    let most = idle;
    const watch = setInterval(() => {
      most = Math.max(most, process.memoryUsage().rss);
    }, 50);
    const importing = performance.now();
    const signal = new AbortController().signal;
    const run = {
      id: jobId,
      organizationId: actor.organizationId,
      subjectId: log.value.id,
      input: { importId },
      attempt: 1,
      signal,
    };
    const result = await runCaseLogImport({ ...run, createdById: actor.memberId, createdByContactId: null });
    const importSeconds = seconds(importing);
    clearInterval(watch);
    if (result.state !== "done") throw new Error(result.message);
    await sql.rows("DELETE FROM file_chunk WHERE file_id = $1", [file.id]);
    await db.job.update({ where: { id: jobId }, data: { state: "done" } });
    return { bytes: file.size, uploadSeconds, importSeconds, memoryAboveIdle: most - idle };
  } finally {
    await clear(contractId);
  }
}

/** The bulk goes; the small rows of evidence (audit events, measurements) can't be deleted and stay. */
async function clear(contractId: string): Promise<void> {
  await sql.rows("DELETE FROM case_record c USING case_log l WHERE l.id = c.case_log_id AND l.contract_id = $1", [
    contractId,
  ]);
}

export async function benchImport(rows: number, perCase = 1): Promise<ImportBench> {
  const folder = await mkdtemp(join(tmpdir(), "steward-import-"));
  const path = join(folder, "incidents.csv");
  try {
    await pipeline(Readable.from(incidentFile(rows, perCase)), createWriteStream(path));
    const floorSeconds = await runFloor(path);
    const ours = await runOurs(path);
    return { rows, floorSeconds, ...ours, ratio: floorSeconds / ours.importSeconds };
  } finally {
    await rm(folder, { recursive: true });
  }
}

if (process.argv[1]?.endsWith("tests/bench/import.ts")) {
  const [rows = 1_000_000, perCase = 1] = process.argv.slice(2).map(Number).filter(Number.isFinite);
  console.log(JSON.stringify(await benchImport(rows, perCase), null, 2));
  await disconnect();
  process.exit(0);
}
