import { createHash } from "node:crypto";
import { beforeAll, expect, test } from "vitest";
import type { MemberActor, VendorActor } from "@/lib/access/actor";
import { createToken } from "@/lib/access/tokens";
import { endpoints } from "@/lib/api/endpoints";
import { answerApi } from "@/lib/server/api/router";
import { db } from "@/lib/server/database";
import { makeMember, makeOrganization } from "../../support/factories";
import {
  INCIDENT_MAPPING,
  makeContact,
  makeServiceContract,
  runJob,
  setCharges,
} from "../../support/service-level-factories";

const CASES = `number,priority,made_sla,opened_at,resolved_at,closed_at
A,1 - Critical,TRUE,01-02-2026 10:00,02-02-2026 10:00,03-02-2026 10:00
B,1 - Critical,FALSE,01-02-2026 10:00,?,03-02-2026 10:00
`;

let actor: MemberActor;
let contract: Awaited<ReturnType<typeof makeServiceContract>>;
let operations: string;
let auditor: string;
let vendor: string;

async function tokenOf(member: MemberActor | VendorActor): Promise<string> {
  const made = await createToken(member, { name: "Test", scopes: [], days: 1 });
  if (!made.ok) throw new Error(made.message);
  return made.value.token;
}

beforeAll(async () => {
  const organization = await makeOrganization();
  actor = await makeMember(organization, ["operations"]);
  operations = await tokenOf(actor);
  auditor = await tokenOf(await makeMember(organization, ["auditor"]));
  contract = await makeServiceContract(actor);
  vendor = await tokenOf(await makeContact(actor, contract));
  await setCharges(actor, contract, ["2026-02"], "100000");
});

type Send = { body?: unknown; text?: string; type?: string; version?: number; token?: string };

async function call(method: string, path: string, send: Send = {}) {
  const headers: Record<string, string> = { authorization: `Bearer ${send.token ?? operations}` };
  if (send.version !== undefined) headers["if-match"] = `"${send.version}"`;
  const content = send.text ?? (send.body === undefined ? undefined : JSON.stringify(send.body));
  if (content !== undefined) headers["content-type"] = send.type ?? "application/json";
  const request = new Request(`http://localhost/api/v1${path}`, {
    method,
    headers,
    ...(content === undefined ? {} : { body: content }),
  });
  const response = await answerApi(endpoints, request);
  const text = await response.text();
  return { status: response.status, text, json: text ? JSON.parse(text) : null };
}

test("from the mapping to a locked month, through the API alone", async () => {
  const { caseNumber, opened, resolved, closed, datePattern, emptyMarkers, attributes } = INCIDENT_MAPPING;
  const log = await call("POST", `/contracts/${contract.id}/case-logs`, {
    body: {
      name: "Incidents",
      timeZone: "Europe/Berlin",
      mapping: { caseNumber, opened, resolved, closed, datePattern, emptyMarkers, attributes },
    },
  });
  expect(log.status).toBe(201);
  const kpi = await call("POST", `/contracts/${contract.id}/kpis`, {
    body: {
      code: "SLA",
      name: "Within the agreed time",
      unit: "%",
      direction: "higher",
      method: "caseLog",
      caseLogId: log.json.id,
      definition: {
        filter: { conditions: [{ field: "attribute:priority", operator: "in", value: "1 - Critical, 2 - High" }] },
        aggregate: {
          type: "share",
          of: { conditions: [{ field: "attribute:made_sla", operator: "equals", value: "TRUE" }] },
        },
        month: "closed",
      },
    },
  });
  expect(kpi.status).toBe(201);
  const level = await call("POST", "/service-levels", {
    body: {
      kpiId: kpi.json.id,
      class: "critical",
      category: "Resolution",
      expected: "95",
      minimum: "90",
      scheme: { type: "pool", poolPercent: "50", allocationPercent: "40" },
      effectiveFrom: "2026-01",
    },
  });
  expect(level.status).toBe(201);
  const upload = await call("POST", `/contracts/${contract.id}/case-log?fileName=february.csv`, {
    text: CASES,
    type: "text/csv",
  });
  expect(upload.status).toBe(202);
  await runJob(upload.json.id);
  const job = await call("GET", `/jobs/${upload.json.id}`);
  expect(job.json).toMatchObject({ state: "done", progress: { inserted: 2, updated: 0, unchanged: 0 } });
  const periods = await call("GET", `/periods?contract=${contract.id}`);
  expect(periods.json.data).toMatchObject([{ month: "2026-02", state: "reported" }]);
  const [{ id, version }] = periods.json.data;
  const verify = (send: Send) => call("POST", `/periods/${id}/verify`, { body: {}, ...send });
  expect((await verify({})).status).toBe(428);
  expect((await verify({ version: version + 5 })).status).toBe(412);
  expect((await verify({ version, token: auditor })).status).toBe(403);
  const verified = await verify({ version });
  expect(verified.json).toMatchObject({
    state: "verified",
    credits: { amount: "2000.00", currency: "EUR" },
    results: [{ value: "50", numerator: "1", denominator: "2", status: "belowMinimum" }],
  });
  const versions = await call("GET", `/periods/${id}/versions`);
  const [{ contentHash, number }] = versions.json.data;
  const raw = await call("GET", `/periods/${id}/versions/${number}`, { token: vendor });
  expect(createHash("sha256").update(raw.text).digest("hex")).toBe(contentHash);
  const signed = await call("POST", `/periods/${id}/sign`, {
    body: { contentHash, signedName: "Vera" },
    version: verified.json.version,
    token: vendor,
  });
  expect(signed.status).toBe(200);
  const lockBody = { contentHash, signedName: "Fenna" };
  const own = await call("POST", `/periods/${id}/lock`, {
    body: { ...lockBody, contentHash: "x" },
    version: signed.json.version,
  });
  expect(own.status).toBe(422);
  const locked = await call("POST", `/periods/${id}/lock`, { body: lockBody, version: signed.json.version });
  expect(locked.json.state).toBe("locked");
  const late = await call("GET", `/contracts/${contract.id}/restatements`);
  expect(late.json.data).toEqual([]);
  const credits = await call("GET", `/credits?contract=${contract.id}`);
  expect(credits.json.data).toMatchObject([{ amount: "2000", state: "calculated", month: "2026-02" }]);
});

test("measurements as JSON, CSV and NDJSON; bad lines are named", async () => {
  const made = await call("POST", `/contracts/${contract.id}/kpis`, {
    body: { code: "REP", name: "Reported", unit: "h", direction: "lower", method: "reported" },
  });
  const path = `/kpis/${made.json.id}/measurements`;
  expect((await call("POST", path, { body: { month: "2026-01", value: "4.5" } })).status).toBe(201);
  expect((await call("POST", path, { body: { month: "2026-13", value: "4.5" } })).status).toBe(422);
  expect((await call("POST", path, { body: { month: "2026-02", value: "4.5", colour: "red" } })).status).toBe(422);
  const csv = await call("POST", path, { text: "month,value\n2026-02,5\n2026-03,six\n", type: "text/csv" });
  expect(csv.status).toBe(202);
  expect(await runJob(csv.json.id)).toMatchObject({ state: "failed", errors: [{ line: 3, column: "value" }] });
  const lines = '{"month":"2026-02","value":"5"}\n{"month":"2026-03","value":"6"}\n';
  const ndjson = await call("POST", path, { text: lines, type: "application/x-ndjson" });
  expect(await runJob(ndjson.json.id)).toMatchObject({ state: "done", progress: { added: 2 } });
  // A worker that died after the commit runs the job again.
  await db.job.update({ where: { id: ndjson.json.id }, data: { state: "running" } });
  await runJob(ndjson.json.id);
  expect(await db.measurement.count({ where: { kpiId: made.json.id } })).toBe(3);
});

test.each([
  [
    "an attribute that is SQL",
    { field: "attribute:x') OR true --", operator: "equals", value: "'; DROP TABLE case_record; --" },
    201,
  ],
  ["an unknown field", { field: "password", operator: "equals", value: "x" }, 422],
  ["an unknown operator", { field: "attribute:x", operator: "; --", value: "x" }, 422],
  ["text compared as a number", { field: "attribute:x", operator: "atMost", value: "many" }, 422],
])("a condition with %s", async (name, condition, status) => {
  const log = await db.caseLog.findFirstOrThrow({ where: { contractId: contract.id } });
  const made = await call("POST", `/contracts/${contract.id}/kpis`, {
    body: {
      code: name,
      name,
      unit: "%",
      direction: "higher",
      method: "caseLog",
      caseLogId: log.id,
      definition: { filter: { conditions: [condition] }, aggregate: { type: "count" }, month: "opened" },
    },
  });
  expect(made.status).toBe(status);
  expect(
    await db.$queryRaw`SELECT count(*)::int AS cases FROM case_record WHERE case_log_id = ${log.id}::uuid`,
  ).toEqual([{ cases: 2 }]);
});
