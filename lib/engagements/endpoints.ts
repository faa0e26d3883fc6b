import "server-only";
import { z } from "zod";
import type { MemberActor } from "@/lib/access/actor";
import { type Endpoint, memberEndpoint } from "@/lib/server/api/endpoint";
import { listEndpoint } from "@/lib/server/api/list-endpoint";
import { db } from "@/lib/server/database";
import { recordId } from "@/lib/shared/inputs";
import { done, type Outcome, refuseMissing } from "@/lib/shared/outcome";
import { addComment, commentRepresentation, createCommentSchema, listComments } from "./comments";
import { readGate } from "./gate";
import { decideGate, passGate, requestGate, withdrawGate } from "./gate-mutations";
import { approvalList, engagementList } from "./lists";
import { moveStage } from "./move-mutations";
import { createEngagement, type Saved, updateEngagement } from "./mutations";
import { findEngagement } from "./queries";
import {
  createEngagementSchema,
  decideGateSchema,
  engagementRepresentation,
  gateRepresentation,
  moveStageSchema,
  passGateSchema,
  updateEngagementSchema,
} from "./schema";

const tag = "Engagements";
const params = z.object({ id: recordId });

async function show(actor: MemberActor, id: string) {
  const found = await findEngagement(actor.organizationId, id);
  return found ? done(found) : refuseMissing("engagement");
}

async function showSaved(actor: MemberActor, saved: Outcome<Saved>) {
  return saved.ok ? show(actor, saved.value.id) : saved;
}

export const engagementEndpoints: Endpoint[] = [
  listEndpoint(engagementList, { path: "/engagements", tag, summary: "List engagements" }),
  memberEndpoint("engagement:create", {
    method: "POST",
    path: "/engagements",
    tag,
    summary: "Create an engagement",
    body: createEngagementSchema,
    response: engagementRepresentation,
    status: 201,
    handle: async ({ actor, body }) => {
      const made = await createEngagement(actor, body);
      if (!made.ok) return made;
      const shown = await show(actor, made.value.id);
      return shown.ok ? done({ created: shown.value, location: `/api/v1/engagements/${made.value.id}` }) : shown;
    },
  }),
  memberEndpoint("engagement:read", {
    method: "GET",
    path: "/engagements/{id}",
    tag,
    summary: "Read an engagement",
    params,
    response: engagementRepresentation,
    handle: ({ actor, params: { id } }) => show(actor, id),
  }),
  memberEndpoint("engagement:update", {
    method: "PATCH",
    path: "/engagements/{id}",
    tag,
    summary: "Change an engagement",
    params,
    body: updateEngagementSchema,
    response: engagementRepresentation,
    versioned: true,
    handle: async ({ actor, params: { id }, version, body }) =>
      showSaved(actor, await updateEngagement(actor, { id, version }, body)),
  }),
  memberEndpoint("engagement:read", {
    method: "GET",
    path: "/engagements/{id}/gate",
    tag,
    summary: "Read the gate that an engagement stands at",
    description: "Each condition is read from what is stored at this moment.",
    params,
    response: gateRepresentation,
    handle: async ({ actor, params: { id } }) => {
      const found = await findEngagement(actor.organizationId, id);
      if (!found) return refuseMissing("engagement");
      const estimatedYearlyValue = found.estimatedYearlyValue?.amount ?? null;
      return done(await readGate(db, { ...found, organizationId: actor.organizationId, estimatedYearlyValue }));
    },
  }),
  memberEndpoint("gate:request", {
    method: "POST",
    path: "/engagements/{id}/request-gate",
    tag,
    summary: "Ask for the approval of the gate",
    params,
    body: passGateSchema,
    response: engagementRepresentation,
    versioned: true,
    handle: async ({ actor, params: { id }, version, body }) =>
      showSaved(actor, await requestGate(actor, { id, version }, body)),
  }),
  memberEndpoint("gate:request", {
    method: "POST",
    path: "/engagements/{id}/pass-gate",
    tag,
    summary: "Pass the gate at once",
    description: "For a caller whose own role decides the gate, where nobody else has to look.",
    params,
    body: passGateSchema,
    response: engagementRepresentation,
    versioned: true,
    handle: async ({ actor, params: { id }, version, body }) =>
      showSaved(actor, await passGate(actor, { id, version }, body)),
  }),
  memberEndpoint("gate:decide", {
    method: "POST",
    path: "/engagements/{id}/decide-gate",
    tag,
    summary: "Approve or reject the request at the gate",
    params,
    body: decideGateSchema,
    response: engagementRepresentation,
    versioned: true,
    handle: async ({ actor, params: { id }, version, body }) =>
      showSaved(actor, await decideGate(actor, { id, version }, body)),
  }),
  memberEndpoint("gate:request", {
    method: "POST",
    path: "/engagements/{id}/withdraw-gate",
    tag,
    summary: "Take the request at the gate back",
    params,
    response: engagementRepresentation,
    versioned: true,
    handle: async ({ actor, params: { id }, version }) => showSaved(actor, await withdrawGate(actor, { id, version })),
  }),
  memberEndpoint("engagement:update", {
    method: "POST",
    path: "/engagements/{id}/move",
    tag,
    summary: "Go back to an earlier stage, or cancel",
    params,
    body: moveStageSchema,
    response: engagementRepresentation,
    versioned: true,
    handle: async ({ actor, params: { id }, version, body }) =>
      showSaved(actor, await moveStage(actor, { id, version }, body)),
  }),
  listEndpoint(approvalList, { path: "/approvals", tag: "Approvals", summary: "List approvals" }),
  memberEndpoint("engagement:read", {
    method: "GET",
    path: "/engagements/{id}/comments",
    tag,
    summary: "List the comments on an engagement",
    params,
    response: z.object({ data: z.array(commentRepresentation), nextCursor: z.null() }),
    handle: async ({ actor, params: { id } }) => {
      const shown = await show(actor, id);
      if (!shown.ok) return shown;
      return done({ data: await listComments(actor.organizationId, "engagement", id), nextCursor: null });
    },
  }),
  memberEndpoint("comment:create", {
    method: "POST",
    path: "/comments",
    tag: "Comments",
    summary: "Comment on an engagement or a risk",
    body: createCommentSchema,
    response: z.object({ id: z.uuid() }),
    status: 201,
    handle: async ({ actor, body }) => {
      const made = await addComment(actor, body);
      return made.ok ? done({ created: made.value }) : made;
    },
  }),
];
