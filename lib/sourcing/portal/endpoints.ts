import { z } from "zod";
import { type Endpoint, vendorEndpoint } from "@/lib/server/api/endpoint";
import { listBelow } from "@/lib/server/api/parent";
import { recordId, requiredText } from "@/lib/shared/inputs";
import { done, refuseMissing } from "@/lib/shared/outcome";
import { askQuestion, declineInvitation, intendToBid, recordView } from "./mutations";
import { findClarifications, findInvitations, findRfpDocument } from "./queries";
import { clarificationShape, invitationShape } from "./schema";

const tag = "Vendor portal";
const params = z.object({ id: recordId });
const rfpParams = z.object({ rfpId: recordId });
const decidedShape = z.strictObject({ id: recordId, rfpId: recordId, version: z.number() });

/** What a vendor's contact can do before there is a bid; everything bound to the own invitation. */
export const portalEndpoints: Endpoint[] = [
  vendorEndpoint("portal:read", {
    method: "GET",
    path: "/invitations",
    tag,
    summary: "Own invitations to RFPs",
    response: z.strictObject({ data: z.array(invitationShape), nextCursor: z.string().nullable() }),
    handle: async ({ actor }) => {
      const rows = await findInvitations(actor);
      const data = rows.map(({ id, state, declineReason, version, rfp }) => ({
        id,
        rfpId: rfp.id,
        code: rfp.code,
        title: rfp.title,
        rfpState: rfp.state,
        state,
        declineReason,
        questionsUntil: rfp.questionsUntil,
        bidsUntil: rfp.bidsUntil,
        version,
      }));
      return done({ data, nextCursor: null });
    },
  }),
  vendorEndpoint("invitation:answer", {
    method: "POST",
    path: "/invitations/{id}/intend",
    tag,
    summary: "Say that the company intends to bid",
    params,
    versioned: true,
    response: decidedShape,
    handle: ({ actor, params: { id }, version }) => intendToBid(actor, { id, version }),
  }),
  vendorEndpoint("invitation:answer", {
    method: "POST",
    path: "/invitations/{id}/decline",
    tag,
    summary: "Decline an invitation, with the reason",
    params,
    body: z.strictObject({ reason: requiredText(2000) }),
    versioned: true,
    response: decidedShape,
    handle: ({ actor, params: { id }, body, version }) => declineInvitation(actor, { id, version, ...body }),
  }),
  vendorEndpoint("portal:read", {
    method: "GET",
    path: "/invitations/rfps/{rfpId}",
    tag,
    summary: "The document of an RFP that the company is invited to; the first look is recorded",
    params: rfpParams,
    response: z.looseObject({ description: z.string(), currency: z.string(), termMonths: z.number() }),
    handle: async ({ actor, params: { rfpId } }) => {
      const document = await findRfpDocument(actor, rfpId);
      if (!document) return refuseMissing("RFP");
      await recordView(actor, rfpId);
      return done(document);
    },
  }),
  vendorEndpoint("portal:read", {
    method: "GET",
    path: "/invitations/rfps/{rfpId}/questions",
    tag,
    summary: "Own questions, and the answers to all",
    params: rfpParams,
    response: z.strictObject({ data: z.array(clarificationShape), nextCursor: z.string().nullable() }),
    handle: ({ actor, params: { rfpId } }) => listBelow(actor, "rfp", rfpId, () => findClarifications(actor, rfpId)),
  }),
  vendorEndpoint("clarification:ask", {
    method: "POST",
    path: "/invitations/rfps/{rfpId}/questions",
    tag,
    summary: "Ask a question before the cut-off",
    params: rfpParams,
    body: z.strictObject({ question: requiredText(5000) }),
    response: z.strictObject({ id: recordId }),
    status: 201,
    handle: async ({ actor, params: { rfpId }, body }) => {
      const asked = await askQuestion(actor, { rfpId, ...body });
      return asked.ok ? done({ created: asked.value }) : asked;
    },
  }),
];
