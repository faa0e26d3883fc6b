import "server-only";
import { z } from "zod";
import type { MemberActor } from "@/lib/access/actor";
import { type Endpoint, memberEndpoint } from "@/lib/server/api/endpoint";
import { listEndpoint } from "@/lib/server/api/list-endpoint";
import { recordId } from "@/lib/shared/inputs";
import { done, type Outcome, refuseMissing } from "@/lib/shared/outcome";
import { decideCase, submitCase, withdrawCase } from "./decision-mutations";
import { businessCaseList } from "./lists";
import {
  chooseOption,
  createCase,
  reviseCase,
  type Saved,
  saveFigures,
  type Target,
  updateSettings,
} from "./mutations";
import { findCase } from "./queries";
import { calculateCase } from "./rules/case-results";
import {
  caseRepresentation,
  chooseSchema,
  decideCaseSchema,
  figuresSchema,
  resultsRepresentation,
  settingsSchema,
} from "./schema";

const tag = "Business cases";
const params = z.object({ id: recordId });

async function show(actor: MemberActor, id: string) {
  const found = await findCase(actor.organizationId, id);
  if (!found) return refuseMissing("business case");
  const { engagement: _, ...representation } = found;
  return done(representation);
}

async function showSaved(actor: MemberActor, saved: Outcome<Saved>) {
  return saved.ok ? show(actor, saved.value.id) : saved;
}

async function showMade(actor: MemberActor, made: Outcome<Saved>) {
  const shown = await showSaved(actor, made);
  return shown.ok ? done({ created: shown.value, location: `/api/v1/business-cases/${shown.value.id}` }) : shown;
}

/** A change of state without a body. */
function verb(name: string, summary: string, run: (actor: MemberActor, target: Target) => Promise<Outcome<Saved>>) {
  return memberEndpoint("businessCase:write", {
    method: "POST",
    path: `/business-cases/{id}/${name}`,
    tag,
    summary,
    params,
    response: caseRepresentation,
    versioned: true,
    handle: async ({ actor, params: { id }, version }) => showSaved(actor, await run(actor, { id, version })),
  });
}

export const businessCaseEndpoints: Endpoint[] = [
  listEndpoint(businessCaseList, { path: "/business-cases", tag, summary: "List business cases" }),
  memberEndpoint("businessCase:write", {
    method: "POST",
    path: "/engagements/{id}/business-cases",
    tag,
    summary: "Make the business case of an engagement",
    params,
    body: settingsSchema,
    response: caseRepresentation,
    status: 201,
    handle: async ({ actor, params: { id }, body }) => showMade(actor, await createCase(actor, id, body)),
  }),
  memberEndpoint("businessCase:read", {
    method: "GET",
    path: "/business-cases/{id}",
    tag,
    summary: "Read a business case with its options and figures",
    params,
    response: caseRepresentation,
    handle: ({ actor, params: { id } }) => show(actor, id),
  }),
  memberEndpoint("businessCase:read", {
    method: "GET",
    path: "/business-cases/{id}/results",
    tag,
    summary: "Read what the options come to, with the working",
    params,
    response: resultsRepresentation,
    handle: async ({ actor, params: { id } }) => {
      const found = await findCase(actor.organizationId, id);
      return found ? done({ options: calculateCase(found) }) : refuseMissing("business case");
    },
  }),
  memberEndpoint("businessCase:write", {
    method: "PATCH",
    path: "/business-cases/{id}",
    tag,
    summary: "Change the settings of a draft",
    params,
    body: settingsSchema,
    response: caseRepresentation,
    versioned: true,
    handle: async ({ actor, params: { id }, version, body }) =>
      showSaved(actor, await updateSettings(actor, { id, version }, body)),
  }),
  memberEndpoint("businessCase:write", {
    method: "PUT",
    path: "/business-cases/{id}/options",
    tag,
    summary: "Replace the options and figures of a draft",
    params,
    body: figuresSchema,
    response: caseRepresentation,
    versioned: true,
    handle: async ({ actor, params: { id }, version, body }) =>
      showSaved(actor, await saveFigures(actor, { id, version }, body)),
  }),
  memberEndpoint("businessCase:write", {
    method: "POST",
    path: "/business-cases/{id}/choose",
    tag,
    summary: "Choose an option",
    params,
    body: chooseSchema,
    response: caseRepresentation,
    versioned: true,
    handle: async ({ actor, params: { id }, version, body }) =>
      showSaved(actor, await chooseOption(actor, { id, version }, body)),
  }),
  verb("submit", "Ask for the approval", submitCase),
  verb("withdraw", "Take the request for approval back", withdrawCase),
  memberEndpoint("businessCase:write", {
    method: "POST",
    path: "/business-cases/{id}/revise",
    tag,
    summary: "Make a new revision",
    params,
    response: caseRepresentation,
    status: 201,
    versioned: true,
    handle: async ({ actor, params: { id }, version }) => showMade(actor, await reviseCase(actor, { id, version })),
  }),
  memberEndpoint("businessCase:decide", {
    method: "POST",
    path: "/business-cases/{id}/decide",
    tag,
    summary: "Approve or reject",
    params,
    body: decideCaseSchema,
    response: caseRepresentation,
    versioned: true,
    handle: async ({ actor, params: { id }, version, body }) =>
      showSaved(actor, await decideCase(actor, { id, version }, body)),
  }),
];
