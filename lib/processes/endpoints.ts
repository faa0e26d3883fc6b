import "server-only";
import { z } from "zod";
import { csvDelimiters, csvEncodings } from "@/lib/exchange/csv/types";
import { type Endpoint, memberEndpoint } from "@/lib/server/api/endpoint";
import { listEndpoint } from "@/lib/server/api/list-endpoint";
import { recordId } from "@/lib/shared/inputs";
import { done, refuseFields, refuseMissing } from "@/lib/shared/outcome";
import { completeAssessment, discardAssessment, saveAssessment, startAssessment } from "./assessments/mutations";
import { findAssessment } from "./assessments/queries";
import { assessmentBodySchema, assessmentShape, startAssessmentBodySchema } from "./assessments/schema";
import { checkProcessFile, importProcessFile, toImportOutcome } from "./import/import";
import { restoreProcess, retireProcess, splitProcess } from "./lifecycle";
import { assessmentList, processList } from "./lists";
import { createProcess, updateProcess } from "./mutations";
import { findProcess } from "./queries";
import { createProcessSchema, patchProcessSchema, processShape, splitBodySchema } from "./schema";

const params = z.object({ id: recordId });
const tag = "Processes";
const assessments = "Assessments";

const importShape = z.object({
  rows: z.number(),
  added: z.number(),
  changed: z.number().meta({ description: "With dryRun: those that exist already" }),
  unchanged: z.number(),
  sha256: z.string(),
});

const importQuery = z.object({
  dryRun: z.enum(["true", "false"]).optional().meta({ description: "true: only check the file" }),
  delimiter: z.enum(csvDelimiters).optional().meta({ description: "Left out: found out from the file" }),
  encoding: z.enum(csvEncodings).optional().meta({ description: "Left out: found out from the file" }),
});

export const processEndpoints: Endpoint[] = [
  listEndpoint(processList, { path: "/processes", tag, summary: "List processes and their activities" }),
  memberEndpoint("process:create", {
    method: "POST",
    path: "/processes",
    tag,
    summary: "Add a process or an activity",
    body: createProcessSchema,
    response: processShape,
    status: 201,
    handle: async ({ actor, body }) => {
      const made = await createProcess(actor, body);
      return made.ok ? done({ created: made.value, location: `/api/v1/processes/${made.value.id}` }) : made;
    },
  }),
  memberEndpoint("process:import", {
    method: "POST",
    path: "/processes/import",
    tag,
    summary: "Create or update processes from CSV, all or nothing",
    description:
      "Columns are found by their headers, those of the list's export. Rows are told apart by code. Every problem is named by line, column and reason, and then nothing is imported.",
    query: importQuery,
    streams: ["text/csv"],
    response: importShape,
    handle: async ({ actor, query, request }) => {
      const { body } = request;
      if (!body) return refuseFields({ "1": "The file is empty." });
      const options = { delimiter: query.delimiter ?? null, encoding: query.encoding ?? null };
      const run = query.dryRun === "true" ? checkProcessFile : importProcessFile;
      const report = toImportOutcome(await run(actor, body, options));
      if (!report.ok) return report;
      const { rows, created, updated, unchanged, sha256 } = report.value;
      return done({ rows, added: created, changed: updated, unchanged, sha256 });
    },
  }),
  memberEndpoint("process:read", {
    method: "GET",
    path: "/processes/{id}",
    tag,
    summary: "Read a process",
    params,
    response: processShape,
    handle: async ({ actor, params: { id } }) => {
      const process = await findProcess(actor.organizationId, id);
      return process ? done(process) : refuseMissing("process");
    },
  }),
  memberEndpoint("process:update", {
    method: "PATCH",
    path: "/processes/{id}",
    tag,
    summary: "Change a process; parentCode moves it",
    params,
    body: patchProcessSchema,
    response: processShape,
    versioned: true,
    handle: ({ actor, params: { id }, version, body }) => updateProcess(actor, id, version, withoutUndefined(body)),
  }),
  memberEndpoint("process:update", {
    method: "POST",
    path: "/processes/{id}/retire",
    tag,
    summary: "Retire a process",
    params,
    response: processShape,
    versioned: true,
    handle: ({ actor, params: { id }, version }) => retireProcess(actor, id, version),
  }),
  memberEndpoint("process:update", {
    method: "POST",
    path: "/processes/{id}/restore",
    tag,
    summary: "Bring a retired process back",
    params,
    response: processShape,
    versioned: true,
    handle: ({ actor, params: { id }, version }) => restoreProcess(actor, id, version),
  }),
  memberEndpoint("process:create", {
    method: "POST",
    path: "/processes/{id}/split",
    tag,
    summary: "Split a process into activities",
    params,
    body: splitBodySchema,
    response: processShape,
    versioned: true,
    handle: ({ actor, params: { id }, version, body }) => splitProcess(actor, id, version, body.activities),
  }),
  listEndpoint(assessmentList, { path: "/assessments", tag: assessments, summary: "List suitability assessments" }),
  memberEndpoint("assessment:write", {
    method: "POST",
    path: "/processes/{id}/assessments",
    tag: assessments,
    summary: "Start an assessment of a process",
    params,
    body: startAssessmentBodySchema,
    response: assessmentShape,
    status: 201,
    handle: async ({ actor, params: { id }, body }) => {
      const made = await startAssessment(actor, id, body.engagementId);
      return made.ok ? done({ created: made.value, location: `/api/v1/assessments/${made.value.id}` }) : made;
    },
  }),
  memberEndpoint("assessment:read", {
    method: "GET",
    path: "/assessments/{id}",
    tag: assessments,
    summary: "Read an assessment with its calculation",
    params,
    response: assessmentShape,
    handle: async ({ actor, params: { id } }) => {
      const assessment = await findAssessment(actor.organizationId, id);
      return assessment ? done(assessment) : refuseMissing("assessment");
    },
  }),
  memberEndpoint("assessment:write", {
    method: "PUT",
    path: "/assessments/{id}",
    tag: assessments,
    summary: "Save the answers of a draft",
    params,
    body: assessmentBodySchema,
    response: assessmentShape,
    versioned: true,
    handle: ({ actor, params: { id }, version, body }) => saveAssessment(actor, id, version, body),
  }),
  memberEndpoint("assessment:write", {
    method: "POST",
    path: "/assessments/{id}/complete",
    tag: assessments,
    summary: "Complete an assessment",
    description: "With the answers given here; the completed assessment before it becomes superseded.",
    params,
    body: assessmentBodySchema,
    response: assessmentShape,
    versioned: true,
    handle: ({ actor, params: { id }, version, body }) => completeAssessment(actor, id, version, body),
  }),
  memberEndpoint("assessment:write", {
    method: "DELETE",
    path: "/assessments/{id}",
    tag: assessments,
    summary: "Discard a draft",
    params,
    status: 204,
    versioned: true,
    handle: ({ actor, params: { id }, version }) => discardAssessment(actor, id, version),
  }),
];

function withoutUndefined<T extends object>(body: T) {
  return Object.fromEntries(Object.entries(body).filter(([, value]) => value !== undefined)) as {
    [Key in keyof T]?: Exclude<T[Key], undefined>;
  };
}
