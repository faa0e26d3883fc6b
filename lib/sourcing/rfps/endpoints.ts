import "server-only";
import { z } from "zod";
import { type Endpoint, memberEndpoint } from "@/lib/server/api/endpoint";
import { listEndpoint } from "@/lib/server/api/list-endpoint";
import { done, type Outcome, refuseMissing } from "@/lib/shared/outcome";
import { setCriteria, setLots } from "./contents/mutations";
import { addEvaluator, addInvitation, removeEvaluator, removeInvitation } from "./contents/people";
import { addQuestion, generateQuestions, moveQuestion, removeQuestion, updateQuestion } from "./contents/questions";
import { rfpList } from "./lists";
import { createRfp, updateRfp } from "./mutations";
import { amendRfp, closeRfp, endRfp, publishRfp } from "./publication/mutations";
import { findRfp, listPublishChecks } from "./queries";
import {
  amendmentSchema,
  checkSchema,
  createRfpSchema,
  criteriaSchema,
  endRfpSchema,
  evaluatorSchema,
  invitationSchema,
  lotsSchema,
  publishBodySchema,
  questionSchema,
  questionViewSchema,
  rfpSchema,
  updateRfpSchema,
} from "./schema";

const tag = "RFPs";
const params = z.object({ id: z.uuid() });
const added = z.object({ id: z.uuid(), rfpId: z.uuid() });

function created<T>(outcome: Outcome<T>) {
  return outcome.ok ? done({ created: outcome.value }) : outcome;
}

const contents: Endpoint[] = [
  memberEndpoint("rfp:write", {
    method: "PUT",
    path: "/rfps/{id}/criteria",
    tag,
    summary: "Replace the criteria of a draft",
    description: "The weights must sum to 100 when the RFP is published.",
    params,
    body: criteriaSchema,
    response: rfpSchema,
    versioned: true,
    handle: ({ actor, params: { id }, version, body }) => setCriteria(actor, id, version, body.criteria),
  }),
  memberEndpoint("rfp:write", {
    method: "PUT",
    path: "/rfps/{id}/lots",
    tag,
    summary: "Replace the lots and price items of a draft",
    params,
    body: lotsSchema,
    response: rfpSchema,
    versioned: true,
    handle: ({ actor, params: { id }, version, body }) => setLots(actor, id, version, body.lots),
  }),
  memberEndpoint("rfp:write", {
    method: "POST",
    path: "/rfps/{id}/generate-questions",
    tag,
    summary: "Make questions from the requirements that have none",
    params,
    response: z.object({ added: z.int() }),
    handle: ({ actor, params: { id } }) => generateQuestions(actor, id),
  }),
  memberEndpoint("rfp:write", {
    method: "POST",
    path: "/rfps/{id}/questions",
    tag,
    summary: "Add a question",
    params,
    body: questionSchema,
    response: questionViewSchema,
    status: 201,
    handle: async ({ actor, params: { id }, body }) => created(await addQuestion(actor, id, body)),
  }),
  memberEndpoint("rfp:write", {
    method: "PUT",
    path: "/rfp-questions/{id}",
    tag,
    summary: "Change a question",
    params,
    body: questionSchema,
    response: questionViewSchema,
    versioned: true,
    handle: ({ actor, params: { id }, version, body }) => updateQuestion(actor, id, version, body),
  }),
  memberEndpoint("rfp:write", {
    method: "POST",
    path: "/rfp-questions/{id}/move",
    tag,
    summary: "Move a question up or down",
    params,
    body: z.strictObject({ way: z.enum(["up", "down"]) }),
    response: added,
    versioned: true,
    handle: ({ actor, params: { id }, version, body }) => moveQuestion(actor, id, version, body.way),
  }),
  memberEndpoint("rfp:write", {
    method: "DELETE",
    path: "/rfp-questions/{id}",
    tag,
    summary: "Delete a question",
    params,
    status: 204,
    versioned: true,
    handle: ({ actor, params: { id }, version }) => removeQuestion(actor, id, version),
  }),
  memberEndpoint("rfp:write", {
    method: "POST",
    path: "/rfps/{id}/invitations",
    tag,
    summary: "Invite a vendor",
    description: "Told at publication; on a published RFP at once. Suspended and retired vendors are refused.",
    params,
    body: invitationSchema,
    response: added,
    status: 201,
    handle: async ({ actor, params: { id }, body }) => created(await addInvitation(actor, id, body.vendorId)),
  }),
  memberEndpoint("rfp:write", {
    method: "DELETE",
    path: "/rfp-invitations/{id}",
    tag,
    summary: "Take a vendor off the list of a draft",
    params,
    status: 204,
    handle: ({ actor, params: { id } }) => removeInvitation(actor, id),
  }),
  memberEndpoint("rfp:write", {
    method: "POST",
    path: "/rfps/{id}/evaluators",
    tag,
    summary: "Name an evaluator",
    params,
    body: evaluatorSchema,
    response: added,
    status: 201,
    handle: async ({ actor, params: { id }, body }) => created(await addEvaluator(actor, id, body.memberId)),
  }),
  memberEndpoint("rfp:write", {
    method: "DELETE",
    path: "/rfp-evaluators/{id}",
    tag,
    summary: "Remove an evaluator before the opening",
    params,
    status: 204,
    handle: ({ actor, params: { id } }) => removeEvaluator(actor, id),
  }),
];

const states: Endpoint[] = [
  memberEndpoint("rfp:read", {
    method: "GET",
    path: "/rfps/{id}/publish-checks",
    tag,
    summary: "What stands between a draft and its publication",
    params,
    response: z.object({ data: z.array(checkSchema) }),
    handle: async ({ actor, params: { id } }) => {
      const rfp = await findRfp(actor.organizationId, id);
      return rfp ? done({ data: await listPublishChecks(rfp) }) : refuseMissing("RFP");
    },
  }),
  memberEndpoint("rfp:publish", {
    method: "POST",
    path: "/rfps/{id}/publish",
    tag,
    summary: "Publish an RFP to its invited vendors",
    description: "A very short time for questions or bids is refused until it is said to be meant.",
    params,
    body: publishBodySchema.optional(),
    response: rfpSchema,
    versioned: true,
    handle: ({ actor, params: { id }, version, body }) => publishRfp(actor, id, version, body),
  }),
  memberEndpoint("rfp:publish", {
    method: "POST",
    path: "/rfps/{id}/amendments",
    tag,
    summary: "Amend a published RFP",
    params,
    body: amendmentSchema,
    response: rfpSchema,
    status: 201,
    versioned: true,
    handle: async ({ actor, params: { id }, version, body }) => created(await amendRfp(actor, id, version, body)),
  }),
  memberEndpoint("rfp:publish", {
    method: "POST",
    path: "/rfps/{id}/close",
    tag,
    summary: "Write down that the deadline has passed",
    params,
    response: rfpSchema,
    versioned: true,
    handle: ({ actor, params: { id }, version }) => closeRfp(actor, id, version),
  }),
  memberEndpoint("rfp:publish", {
    method: "POST",
    path: "/rfps/{id}/cancel",
    tag,
    summary: "Cancel an RFP",
    description: "Invited vendors are told the reason.",
    params,
    body: endRfpSchema,
    response: rfpSchema,
    versioned: true,
    handle: ({ actor, params: { id }, version, body }) => endRfp(actor, id, version, "cancel", body.reason),
  }),
  memberEndpoint("rfp:publish", {
    method: "POST",
    path: "/rfps/{id}/declare-unsuccessful",
    tag,
    summary: "End an RFP without an award",
    params,
    body: endRfpSchema,
    response: rfpSchema,
    versioned: true,
    handle: ({ actor, params: { id }, version, body }) =>
      endRfp(actor, id, version, "declareUnsuccessful", body.reason),
  }),
];

export const rfpEndpoints: Endpoint[] = [
  listEndpoint(rfpList, { path: "/rfps", tag, summary: "List RFPs" }),
  memberEndpoint("rfp:write", {
    method: "POST",
    path: "/rfps",
    tag,
    summary: "Create an RFP from the latest scope of an engagement",
    body: createRfpSchema,
    response: rfpSchema,
    status: 201,
    handle: async ({ actor, body }) => {
      const made = await createRfp(actor, body);
      return made.ok ? done({ created: made.value, location: `/api/v1/rfps/${made.value.id}` }) : made;
    },
  }),
  memberEndpoint("rfp:read", {
    method: "GET",
    path: "/rfps/{id}",
    tag,
    summary: "Read an RFP",
    params,
    response: rfpSchema,
    handle: async ({ actor, params: { id } }) => {
      const rfp = await findRfp(actor.organizationId, id);
      return rfp ? done(rfp) : refuseMissing("RFP");
    },
  }),
  memberEndpoint("rfp:write", {
    method: "PATCH",
    path: "/rfps/{id}",
    tag,
    summary: "Change a draft",
    params,
    body: updateRfpSchema,
    response: rfpSchema,
    versioned: true,
    handle: ({ actor, params: { id }, version, body }) => updateRfp(actor, id, version, body),
  }),
  ...contents,
  ...states,
];
