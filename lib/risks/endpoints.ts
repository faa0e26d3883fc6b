import "server-only";
import { z } from "zod";
import type { MemberActor } from "@/lib/access/actor";
import { type Endpoint, memberEndpoint } from "@/lib/server/api/endpoint";
import { listEndpoint } from "@/lib/server/api/list-endpoint";
import { recordId } from "@/lib/shared/inputs";
import { done, refuseMissing } from "@/lib/shared/outcome";
import { riskList } from "./lists";
import { addMitigation, removeMitigation, updateMitigation } from "./mitigation-mutations";
import { createRisk, updateRisk } from "./mutations";
import { findRisk } from "./queries";
import { mitigationSchema, riskRepresentation, riskSchema } from "./schema";

const tag = "Risks";
const params = z.object({ id: recordId });

async function show(actor: MemberActor, id: string) {
  const found = await findRisk(actor.organizationId, id);
  if (!found) return refuseMissing("risk");
  const { engagement: _, vendor: __, owner: ___, ...representation } = found;
  return done(representation);
}

export const riskEndpoints: Endpoint[] = [
  listEndpoint(riskList, { path: "/risks", tag, summary: "List risks" }),
  memberEndpoint("risk:write", {
    method: "POST",
    path: "/risks",
    tag,
    summary: "Record a risk",
    body: riskSchema,
    response: riskRepresentation,
    status: 201,
    handle: async ({ actor, body }) => {
      const made = await createRisk(actor, body);
      if (!made.ok) return made;
      const shown = await show(actor, made.value.id);
      return shown.ok ? done({ created: shown.value, location: `/api/v1/risks/${made.value.id}` }) : shown;
    },
  }),
  memberEndpoint("risk:read", {
    method: "GET",
    path: "/risks/{id}",
    tag,
    summary: "Read a risk with its mitigations",
    params,
    response: riskRepresentation,
    handle: ({ actor, params: { id } }) => show(actor, id),
  }),
  memberEndpoint("risk:write", {
    method: "PUT",
    path: "/risks/{id}",
    tag,
    summary: "Change a risk",
    params,
    body: riskSchema,
    response: riskRepresentation,
    versioned: true,
    handle: async ({ actor, params: { id }, version, body }) => {
      const saved = await updateRisk(actor, { id, version }, body);
      return saved.ok ? show(actor, id) : saved;
    },
  }),
  memberEndpoint("risk:write", {
    method: "POST",
    path: "/risks/{id}/mitigations",
    tag,
    summary: "Add a mitigation to a risk",
    params,
    body: mitigationSchema,
    response: riskRepresentation,
    status: 201,
    handle: async ({ actor, params: { id }, body }) => {
      const made = await addMitigation(actor, id, body);
      if (!made.ok) return made;
      const shown = await show(actor, id);
      return shown.ok ? done({ created: shown.value }) : shown;
    },
  }),
  memberEndpoint("risk:write", {
    method: "PUT",
    path: "/mitigations/{id}",
    tag,
    summary: "Change a mitigation",
    params,
    body: mitigationSchema,
    response: riskRepresentation,
    versioned: true,
    handle: async ({ actor, params: { id }, version, body }) => {
      const saved = await updateMitigation(actor, { id, version }, body);
      return saved.ok ? show(actor, saved.value.riskId) : saved;
    },
  }),
  memberEndpoint("risk:write", {
    method: "DELETE",
    path: "/mitigations/{id}",
    tag,
    summary: "Remove a mitigation",
    params,
    status: 204,
    versioned: true,
    handle: ({ actor, params: { id }, version }) => removeMitigation(actor, { id, version }),
  }),
];
