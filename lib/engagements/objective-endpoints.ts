import "server-only";
import { z } from "zod";
import type { MemberActor } from "@/lib/access/actor";
import { type Endpoint, memberEndpoint } from "@/lib/server/api/endpoint";
import { recordId } from "@/lib/shared/inputs";
import { done, refuseMissing } from "@/lib/shared/outcome";
import { addChecklistItem, updateChecklistItem } from "./exit-mutations";
import { createObjective, removeObjective, updateObjective } from "./objective-mutations";
import { findEngagementName, findObjective, listExitChecklist, listObjectives } from "./queries";
import {
  addChecklistItemSchema,
  checklistItemRepresentation,
  checklistItemSchema,
  createObjectiveSchema,
  objectiveRepresentation,
  updateObjectiveSchema,
} from "./schema";

const params = z.object({ id: recordId });

async function show(actor: MemberActor, id: string) {
  const found = await findObjective(actor.organizationId, id);
  return found ? done(found) : refuseMissing("objective");
}

async function showItem(actor: MemberActor, engagementId: string, id: string) {
  const items = await listExitChecklist(actor.organizationId, engagementId);
  const found = items.find((item) => item.id === id);
  return found ? done(found) : refuseMissing("checklist item");
}

export const objectiveEndpoints: Endpoint[] = [
  memberEndpoint("engagement:read", {
    method: "GET",
    path: "/engagements/{id}/objectives",
    tag: "Objectives",
    summary: "List the objectives of an engagement",
    params,
    response: z.object({ data: z.array(objectiveRepresentation), nextCursor: z.null() }),
    handle: async ({ actor, params: { id } }) => {
      const engagement = await findEngagementName(actor.organizationId, id);
      if (!engagement) return refuseMissing("engagement");
      return done({ data: await listObjectives(actor.organizationId, id), nextCursor: null });
    },
  }),
  memberEndpoint("objective:write", {
    method: "POST",
    path: "/engagements/{id}/objectives",
    tag: "Objectives",
    summary: "Add an objective to an engagement",
    params,
    body: createObjectiveSchema,
    response: objectiveRepresentation,
    status: 201,
    handle: async ({ actor, params: { id }, body }) => {
      const made = await createObjective(actor, id, body);
      if (!made.ok) return made;
      const shown = await show(actor, made.value.id);
      return shown.ok ? done({ created: shown.value, location: `/api/v1/objectives/${made.value.id}` }) : shown;
    },
  }),
  memberEndpoint("engagement:read", {
    method: "GET",
    path: "/objectives/{id}",
    tag: "Objectives",
    summary: "Read an objective",
    params,
    response: objectiveRepresentation,
    handle: ({ actor, params: { id } }) => show(actor, id),
  }),
  memberEndpoint("objective:write", {
    method: "PATCH",
    path: "/objectives/{id}",
    tag: "Objectives",
    summary: "Change an objective, or write down what was realised",
    params,
    body: updateObjectiveSchema,
    response: objectiveRepresentation,
    versioned: true,
    handle: async ({ actor, params: { id }, version, body }) => {
      const saved = await updateObjective(actor, { id, version }, body);
      return saved.ok ? show(actor, id) : saved;
    },
  }),
  memberEndpoint("objective:write", {
    method: "DELETE",
    path: "/objectives/{id}",
    tag: "Objectives",
    summary: "Remove an objective",
    params,
    status: 204,
    versioned: true,
    handle: ({ actor, params: { id }, version }) => removeObjective(actor, { id, version }),
  }),
  memberEndpoint("engagement:read", {
    method: "GET",
    path: "/engagements/{id}/exit-checklist",
    tag: "Engagements",
    summary: "List the exit checklist of an engagement",
    params,
    response: z.object({ data: z.array(checklistItemRepresentation.loose()), nextCursor: z.null() }),
    handle: async ({ actor, params: { id } }) => {
      const engagement = await findEngagementName(actor.organizationId, id);
      if (!engagement) return refuseMissing("engagement");
      return done({ data: await listExitChecklist(actor.organizationId, id), nextCursor: null });
    },
  }),
  memberEndpoint("engagement:update", {
    method: "POST",
    path: "/engagements/{id}/exit-checklist",
    tag: "Engagements",
    summary: "Add an item to the exit checklist",
    params,
    body: addChecklistItemSchema,
    response: checklistItemRepresentation.loose(),
    status: 201,
    handle: async ({ actor, params: { id }, body }) => {
      const made = await addChecklistItem(actor, id, body.name);
      if (!made.ok) return made;
      const shown = await showItem(actor, id, made.value.id);
      return shown.ok ? done({ created: shown.value }) : shown;
    },
  }),
  memberEndpoint("engagement:update", {
    method: "PATCH",
    path: "/exit-checklist-items/{id}",
    tag: "Engagements",
    summary: "Tick an item of the exit checklist off, waive it or open it again",
    params,
    body: checklistItemSchema,
    response: checklistItemRepresentation.loose(),
    versioned: true,
    handle: async ({ actor, params: { id }, version, body }) => {
      const saved = await updateChecklistItem(actor, { id, version }, body);
      return saved.ok ? showItem(actor, saved.value.engagementId, id) : saved;
    },
  }),
];
