import { z } from "zod";
import { saveCreditTerms } from "@/lib/contracts/mutations/credit-terms";
import { type Endpoint, memberEndpoint } from "@/lib/server/api/endpoint";
import { listEndpoint } from "@/lib/server/api/list-endpoint";
import { listBelow } from "@/lib/server/api/parent";
import { recordId } from "@/lib/shared/inputs";
import { done, refuseMissing } from "@/lib/shared/outcome";
import { caseLogEndpoints } from "./case-log-endpoints";
import { createKpiBodySchema } from "./kpi-schema";
import { caseLogImportList, creditList, measurementList, periodList, serviceLevelList } from "./lists";
import { creditVerbs, moveCredit } from "./mutations/credits";
import { decideExclusion } from "./mutations/exclusions";
import { createKpi, updateKpi } from "./mutations/kpis";
import { addServiceLevel, updateServiceLevel } from "./mutations/service-levels";
import { periodEndpoints } from "./period-endpoints";
import { findDefinitions, findExclusions, findKpi, findServiceLevel } from "./queries/records";
import { exclusionResponse, idAndVersion, kpiResponse, serviceLevelResponse } from "./response-schema";
import { creditTermsBodySchema, serviceLevelSchema } from "./schema";

const tag = "Service levels";
const params = z.object({ id: recordId });

const lists: Endpoint[] = [
  listEndpoint(serviceLevelList, {
    path: "/service-levels",
    tag,
    summary: "List service levels in force with their latest month",
  }),
  listEndpoint(periodList, { path: "/periods", tag, summary: "List measurement periods" }),
  listEndpoint(measurementList, { path: "/measurements", tag, summary: "List measurements, corrections included" }),
  listEndpoint(creditList, { path: "/credits", tag, summary: "List service credits" }),
  listEndpoint(caseLogImportList, { path: "/case-log-imports", tag, summary: "List imports into case logs" }),
];

const kpis: Endpoint[] = [
  memberEndpoint("serviceLevel:read", {
    method: "GET",
    path: "/contracts/{id}/kpis",
    tag,
    summary: "List the KPIs of a contract with the revisions of their service levels",
    params,
    response: z.object({
      data: z.array(kpiResponse.extend({ serviceLevels: z.array(serviceLevelResponse) })),
      nextCursor: z.null(),
    }),
    handle: ({ actor, params: { id } }) =>
      listBelow(actor, "contract", id, async () => {
        const rows = await findDefinitions(actor.organizationId, id);
        return rows.map(({ caseLog: _, ...kpi }) => kpi);
      }),
  }),
  memberEndpoint("serviceLevel:write", {
    method: "POST",
    path: "/contracts/{id}/kpis",
    tag,
    summary: "Create a KPI",
    params,
    body: createKpiBodySchema,
    response: idAndVersion,
    status: 201,
    handle: async ({ actor, params: { id }, body }) => {
      const made = await createKpi(actor, { ...body, contractId: id });
      return made.ok ? done({ created: made.value, location: `/api/v1/kpis/${made.value.id}` }) : made;
    },
  }),
  memberEndpoint("serviceLevel:read", {
    method: "GET",
    path: "/kpis/{id}",
    tag,
    summary: "Read a KPI",
    params,
    response: kpiResponse,
    handle: async ({ actor, params: { id } }) => {
      const kpi = await findKpi(actor, id);
      return kpi ? done(kpi) : refuseMissing("KPI");
    },
  }),
  memberEndpoint("serviceLevel:write", {
    method: "PUT",
    path: "/kpis/{id}",
    tag,
    summary: "Change a KPI; computed ones are computed anew for all months",
    params,
    body: createKpiBodySchema,
    response: kpiResponse,
    versioned: true,
    handle: async ({ actor, params: { id }, body, version }) => {
      const saved = await updateKpi(actor, { ...body, id, version });
      return saved.ok ? done(await findKpi(actor, id)) : saved;
    },
  }),
];

const levels: Endpoint[] = [
  memberEndpoint("serviceLevel:write", {
    method: "POST",
    path: "/service-levels",
    tag,
    summary: "Put a KPI under contract, or add a revision that holds from a month on",
    body: serviceLevelSchema,
    response: idAndVersion,
    status: 201,
    handle: async ({ actor, body }) => {
      const made = await addServiceLevel(actor, body);
      if (!made.ok) return made;
      const { id, version } = made.value;
      return done({ created: { id, version }, location: `/api/v1/service-levels/${id}` });
    },
  }),
  memberEndpoint("serviceLevel:read", {
    method: "GET",
    path: "/service-levels/{id}",
    tag,
    summary: "Read a service level",
    params,
    response: serviceLevelResponse,
    handle: async ({ actor, params: { id } }) => {
      const level = await findServiceLevel(actor, id);
      return level ? done(level) : refuseMissing("service level");
    },
  }),
  memberEndpoint("serviceLevel:write", {
    method: "PUT",
    path: "/service-levels/{id}",
    tag,
    summary: "Correct the terms of the newest revision",
    params,
    body: serviceLevelSchema,
    response: serviceLevelResponse,
    versioned: true,
    handle: async ({ actor, params: { id }, body, version }) => {
      const saved = await updateServiceLevel(actor, { ...body, id, version });
      return saved.ok ? done(await findServiceLevel(actor, id)) : saved;
    },
  }),
  memberEndpoint("serviceLevel:write", {
    method: "PUT",
    path: "/contracts/{id}/credit-terms",
    tag,
    summary: "Set the table of points of a contract",
    params,
    body: creditTermsBodySchema,
    response: creditTermsBodySchema,
    handle: async ({ actor, params: { id }, body }) => {
      const saved = await saveCreditTerms(actor, { contractId: id, ...body });
      return saved.ok ? done(body) : saved;
    },
  }),
];

const credits: Endpoint[] = creditVerbs.map((verb) =>
  memberEndpoint("credit:agree", {
    method: "POST",
    path: `/credits/{id}/${verb}`,
    tag,
    summary: {
      agree: "Agree on a credit",
      apply: "Note a credit as applied to an invoice",
      settle: "Note a credit as settled",
    }[verb],
    params,
    response: z.object({ contractId: z.uuid() }),
    versioned: true,
    handle: ({ actor, params: { id }, version }) => moveCredit(actor, { id, version }, verb),
  }),
);

const exclusions: Endpoint[] = [
  memberEndpoint("serviceLevel:read", {
    method: "GET",
    path: "/contracts/{id}/exclusions",
    tag,
    summary: "List the exclusions of a contract",
    params,
    response: z.object({ data: z.array(exclusionResponse), nextCursor: z.null() }),
    handle: ({ actor, params: { id } }) =>
      listBelow(actor, "contract", id, async () => {
        const rows = await findExclusions(actor.organizationId, id);
        return rows.map(({ id: key, serviceLevelId, month, kind, reason, evidence, state, version }) => ({
          id: key,
          serviceLevelId,
          month,
          kind,
          reason,
          evidence,
          state,
          version,
        }));
      }),
  }),
  ...(["approve", "reject"] as const).map((verb) =>
    memberEndpoint("exclusion:decide", {
      method: "POST",
      path: `/exclusions/{id}/${verb}`,
      tag,
      summary: verb === "approve" ? "Approve an exclusion" : "Reject an exclusion",
      params,
      response: z.object({ contractId: z.uuid(), month: z.string() }),
      versioned: true,
      handle: ({ actor, params: { id }, version }) =>
        decideExclusion(actor, { id, version }, verb === "approve" ? "approved" : "rejected"),
    }),
  ),
];

export const serviceLevelEndpoints: Endpoint[] = [
  ...lists,
  ...kpis,
  ...levels,
  ...periodEndpoints,
  ...credits,
  ...exclusions,
  ...caseLogEndpoints,
];
