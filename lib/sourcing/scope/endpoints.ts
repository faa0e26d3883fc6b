import "server-only";
import { z } from "zod";
import type { Actor } from "@/lib/access/actor";
import { type Endpoint, memberEndpoint } from "@/lib/server/api/endpoint";
import { listEndpoint } from "@/lib/server/api/list-endpoint";
import { listBelow } from "@/lib/server/api/parent";
import { done, type Outcome, refuseMissing } from "@/lib/shared/outcome";
import { requirementList } from "./lists";
import { startScope, updateScope } from "./mutations";
import {
  addDeliverable,
  addProposedLevel,
  addResponsibility,
  removeDeliverable,
  removeProposedLevel,
  removeResponsibility,
  type SavedScopePart,
  updateDeliverable,
  updateProposedLevel,
  updateResponsibility,
} from "./parts/mutations";
import { findScope, listScopeRevisions } from "./queries";
import { addRequirement, moveRequirement, removeRequirement, updateRequirement } from "./requirements/mutations";
import {
  changeRequirementSchema,
  changeScopeSchema,
  deliverableSchema,
  moveBodySchema,
  proposedLevelSchema,
  requirementSchema,
  requirementViewSchema,
  responsibilitySchema,
  scopeSchema,
} from "./schema";

const tag = "Scope of work";
const params = z.object({ id: z.uuid() });
const saved = z.object({ id: z.uuid(), scopeId: z.uuid(), version: z.int() });

type Write<Input> = {
  plural: string;
  name: string;
  schema: z.ZodType<Input>;
  add: (actor: Actor, scopeId: string, input: Input) => Promise<Outcome<SavedScopePart>>;
  update: (actor: Actor, id: string, version: number, input: Input) => Promise<Outcome<SavedScopePart>>;
  remove: (actor: Actor, id: string, version: number) => Promise<Outcome<SavedScopePart>>;
};

function partEndpoints<Input>({ plural, name, schema, add, update, remove }: Write<Input>): Endpoint[] {
  return [
    memberEndpoint("scope:write", {
      method: "POST",
      path: `/scopes/{id}/${plural}`,
      tag,
      summary: `Add a ${name}`,
      params,
      body: schema,
      response: saved,
      status: 201,
      handle: async ({ actor, params: { id }, body }) => {
        const made = await add(actor, id, body as Input);
        return made.ok ? done({ created: made.value }) : made;
      },
    }),
    memberEndpoint("scope:write", {
      method: "PUT",
      path: `/${plural}/{id}`,
      tag,
      summary: `Change a ${name}`,
      params,
      body: schema,
      response: saved,
      versioned: true,
      handle: ({ actor, params: { id }, version, body }) => update(actor, id, version, body as Input),
    }),
    memberEndpoint("scope:write", {
      method: "DELETE",
      path: `/${plural}/{id}`,
      tag,
      summary: `Remove a ${name}`,
      params,
      status: 204,
      versioned: true,
      handle: ({ actor, params: { id }, version }) => remove(actor, id, version),
    }),
  ];
}

export const scopeEndpoints: Endpoint[] = [
  memberEndpoint("scope:read", {
    method: "GET",
    path: "/engagements/{id}/scopes",
    tag,
    summary: "List the revisions of an engagement's scope, newest first",
    params,
    response: z.object({
      data: z.array(scopeSchema.pick({ id: true, revision: true, state: true, issuedAt: true })),
      nextCursor: z.null(),
    }),
    handle: ({ actor, params: { id } }) =>
      listBelow(actor, "engagement", id, () => listScopeRevisions(actor.organizationId, id)),
  }),
  memberEndpoint("scope:write", {
    method: "POST",
    path: "/engagements/{id}/scopes",
    tag,
    summary: "Start the scope, or a new revision that copies the latest",
    params,
    response: scopeSchema,
    status: 201,
    handle: async ({ actor, params: { id } }) => {
      const made = await startScope(actor, id);
      return made.ok ? done({ created: made.value, location: `/api/v1/scopes/${made.value.id}` }) : made;
    },
  }),
  memberEndpoint("scope:read", {
    method: "GET",
    path: "/scopes/{id}",
    tag,
    summary: "Read one revision of a scope",
    params,
    response: scopeSchema,
    handle: async ({ actor, params: { id } }) => {
      const scope = await findScope(actor.organizationId, id);
      return scope ? done(scope) : refuseMissing("scope");
    },
  }),
  memberEndpoint("scope:write", {
    method: "PATCH",
    path: "/scopes/{id}",
    tag,
    summary: "Change the texts of a draft",
    params,
    body: changeScopeSchema,
    response: scopeSchema,
    versioned: true,
    handle: ({ actor, params: { id }, version, body }) => updateScope(actor, id, version, body),
  }),
  listEndpoint(requirementList, { path: "/requirements", tag, summary: "List requirements of all scopes" }),
  memberEndpoint("scope:write", {
    method: "POST",
    path: "/scopes/{id}/requirements",
    tag,
    summary: "Add a requirement",
    params,
    body: requirementSchema,
    response: requirementViewSchema,
    status: 201,
    handle: async ({ actor, params: { id }, body }) => {
      const made = await addRequirement(actor, id, body);
      return made.ok ? done({ created: made.value }) : made;
    },
  }),
  memberEndpoint("scope:write", {
    method: "PATCH",
    path: "/requirements/{id}",
    tag,
    summary: "Change a requirement",
    params,
    body: changeRequirementSchema,
    response: requirementViewSchema,
    versioned: true,
    handle: ({ actor, params: { id }, version, body }) => updateRequirement(actor, id, version, body),
  }),
  memberEndpoint("scope:write", {
    method: "POST",
    path: "/requirements/{id}/move",
    tag,
    summary: "Move a requirement up or down",
    params,
    body: moveBodySchema,
    response: saved,
    versioned: true,
    handle: ({ actor, params: { id }, version, body }) => moveRequirement(actor, id, version, body.way),
  }),
  memberEndpoint("scope:write", {
    method: "DELETE",
    path: "/requirements/{id}",
    tag,
    summary: "Delete a requirement",
    params,
    status: 204,
    versioned: true,
    handle: ({ actor, params: { id }, version }) => removeRequirement(actor, id, version),
  }),
  ...partEndpoints({
    plural: "deliverables",
    name: "deliverable",
    schema: deliverableSchema,
    add: addDeliverable,
    update: updateDeliverable,
    remove: removeDeliverable,
  }),
  ...partEndpoints({
    plural: "responsibilities",
    name: "responsibility",
    schema: responsibilitySchema,
    add: addResponsibility,
    update: updateResponsibility,
    remove: removeResponsibility,
  }),
  ...partEndpoints({
    plural: "proposed-service-levels",
    name: "proposed service level",
    schema: proposedLevelSchema,
    add: addProposedLevel,
    update: updateProposedLevel,
    remove: removeProposedLevel,
  }),
];
