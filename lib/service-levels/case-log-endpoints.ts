import { z } from "zod";
import type { MemberActor, VendorActor } from "@/lib/access/actor";
import { type Endpoint, memberEndpoint, sharedEndpoint } from "@/lib/server/api/endpoint";
import { listBelow } from "@/lib/server/api/parent";
import { change } from "@/lib/server/change";
import { enqueue } from "@/lib/server/job-queue";
import { putFile } from "@/lib/server/storage";
import { recordId } from "@/lib/shared/inputs";
import { done, type Outcome, refuse, refuseMissing } from "@/lib/shared/outcome";
import { acceptCases } from "./accept-cases";
import { createCaseLogBodySchema, importAcceptedSchema, importQuerySchema } from "./case-log-schema";
import { createCaseLog, updateCaseLog } from "./mutations/case-logs";
import { reportMeasurements } from "./mutations/measurements";
import { findCaseLogs, findKpi, findUploadTargets } from "./queries/records";
import { caseLogResponse, idAndVersion, jobAccepted, measurementsAdded } from "./response-schema";
import { measurementsBodySchema } from "./schema";

const tag = "Case logs";
const params = z.object({ id: recordId });
const CSV = "text/csv";
const NDJSON = "application/x-ndjson";

/** Where an upload goes: the log that was named, or the only one. */
async function findTarget(
  actor: MemberActor | VendorActor,
  contractId: string,
  caseLogId: string | null,
): Promise<Outcome<{ id: string; name: string }>> {
  const [target, another] = await findUploadTargets(actor, contractId, caseLogId);
  if (!target) return refuseMissing("case log");
  return another ? refuse("This contract has several case logs. Name one with ?caseLog=.") : done(target);
}

async function acceptMeasurements(
  actor: MemberActor | VendorActor,
  kpiId: string,
  request: Request,
  skipsBadRows: boolean,
): Promise<Outcome<unknown>> {
  const kpi = await findKpi(actor, kpiId);
  if (!kpi) return refuseMissing("KPI");
  if (!request.body) return refuse("The request has no body.");
  const isCsv = (request.headers.get("content-type") ?? "").toLowerCase().startsWith(CSV);
  const file = await putFile(request.body, { longest: 50_000_000 });
  return change(actor, async (tx, audit) => {
    const input = { kpiId, fileId: file.id, format: isCsv ? "csv" : "ndjson", skipsBadRows };
    const id = await enqueue(tx, actor, "measurementImport", { subject: { type: "kpi", id: kpiId }, input });
    audit({
      action: "measurement.upload",
      subject: { type: "kpi", id: kpiId, label: kpi.name },
      after: { sha256: file.sha256, size: file.size },
    });
    return done({
      raw: Response.json(
        { id, sha256: file.sha256, size: file.size },
        { status: 202, headers: { Location: `/api/v1/jobs/${id}` } },
      ),
    });
  });
}

export const caseLogEndpoints: Endpoint[] = [
  memberEndpoint("serviceLevel:read", {
    method: "GET",
    path: "/contracts/{id}/case-logs",
    tag,
    summary: "List the case logs of a contract",
    params,
    response: z.object({ data: z.array(caseLogResponse), nextCursor: z.null() }),
    handle: ({ actor, params: { id } }) =>
      listBelow(actor, "contract", id, () => findCaseLogs(actor.organizationId, id)),
  }),
  memberEndpoint("serviceLevel:write", {
    method: "POST",
    path: "/contracts/{id}/case-logs",
    tag,
    summary: "Create a case log with its mapping",
    params,
    body: createCaseLogBodySchema,
    response: z.object({ id: z.uuid() }),
    status: 201,
    handle: async ({ actor, params: { id }, body }) => {
      const made = await createCaseLog(actor, { ...body, contractId: id });
      return made.ok ? done({ created: made.value }) : made;
    },
  }),
  memberEndpoint("serviceLevel:write", {
    method: "PUT",
    path: "/case-logs/{id}",
    tag,
    summary: "Change the mapping of a case log",
    params,
    body: createCaseLogBodySchema,
    response: idAndVersion,
    versioned: true,
    handle: async ({ actor, params: { id }, body, version }) => {
      const saved = await updateCaseLog(actor, { ...body, id, version });
      return saved.ok ? done({ id, version: version + 1 }) : saved;
    },
  }),
  sharedEndpoint(
    { member: "measurement:import", vendor: "measurement:report" },
    {
      method: "POST",
      path: "/contracts/{id}/case-log",
      tag,
      summary: "Import cases from a CSV stream",
      description: "Any length, in constant memory. All or nothing unless ?onError=skip.",
      params,
      query: importQuerySchema,
      streams: [CSV],
      response: importAcceptedSchema,
      status: 202,
      handle: async ({ actor, params: { id }, query, request }) => {
        const target = await findTarget(actor, id, query.caseLog);
        if (!target.ok) return target;
        if (!request.body) return refuse("The request has no body.");
        const fileName = query.fileName || "cases.csv";
        const accepted = await acceptCases(actor, target.value, request.body, {
          fileName,
          skipsBadRows: query.onError === "skip",
        });
        return accepted.ok
          ? done({ created: accepted.value, location: `/api/v1/jobs/${accepted.value.id}` })
          : accepted;
      },
    },
  ),
  sharedEndpoint(
    { member: "measurement:report", vendor: "measurement:report" },
    {
      method: "POST",
      path: "/kpis/{id}/measurements",
      tag: "Service levels",
      summary: "Report measurements; a further one for a month corrects it",
      description: "JSON is stored at once (201). CSV and NDJSON answer 202 with a job.",
      params,
      query: z.object({ onError: z.enum(["refuse", "skip"]).default("refuse") }),
      body: measurementsBodySchema,
      streams: [CSV, NDJSON],
      response: z.union([measurementsAdded, jobAccepted]),
      status: 201,
      handle: async ({ actor, params: { id }, query, body, request }) => {
        if (!body) return acceptMeasurements(actor, id, request, query.onError === "skip");
        const inputs = "measurements" in body ? body.measurements : [body];
        const reported = await reportMeasurements(actor, id, inputs);
        return reported.ok ? done({ created: reported.value }) : reported;
      },
    },
  ),
];
