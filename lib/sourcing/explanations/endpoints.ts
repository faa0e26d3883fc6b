import { z } from "zod";
import { type Endpoint, memberEndpoint, sharedEndpoint, vendorEndpoint } from "@/lib/server/api/endpoint";
import { listBelow } from "@/lib/server/api/parent";
import { recordId } from "@/lib/shared/inputs";
import { done } from "@/lib/shared/outcome";
import { answerExplanation, askExplanation, decideExplanation } from "./mutations";
import { findExplanations, findOwnExplanations } from "./queries";
import { answerBodySchema, askBodySchema, decisionBodySchema, explanationShape, ownExplanationShape } from "./schema";

const tag = "Price explanations";
const params = z.object({ id: recordId });
const movedShape = z.strictObject({ id: recordId, rfpId: recordId, version: z.number() });

/** Abnormally low prices: asked about, explained by the bidder, decided. */
export const explanationEndpoints: Endpoint[] = [
  sharedEndpoint(
    { member: "bid:read", vendor: "portal:read" },
    {
      method: "GET",
      path: "/rfps/{id}/price-explanations",
      tag,
      summary: "Requests to explain a price; for a vendor those to the own company",
      params,
      response: z.strictObject({
        data: z.array(z.union([explanationShape, ownExplanationShape])),
        nextCursor: z.string().nullable(),
      }),
      handle: ({ actor, params: { id } }) =>
        listBelow<unknown>(actor, "rfp", id, () =>
          actor.kind === "vendor" ? findOwnExplanations(actor, id) : findExplanations(actor.organizationId, id),
        ),
    },
  ),
  memberEndpoint("award:propose", {
    method: "POST",
    path: "/bids/{id}/price-explanations",
    tag,
    summary: "Ask a bidder to explain an abnormally low price",
    params,
    body: askBodySchema,
    response: movedShape,
    status: 201,
    handle: async ({ actor, params: { id }, body }) => {
      const asked = await askExplanation(actor, { bidId: id, ...body });
      return asked.ok ? done({ created: asked.value }) : asked;
    },
  }),
  vendorEndpoint("explanation:answer", {
    method: "POST",
    path: "/price-explanations/{id}/answer",
    tag,
    summary: "Explain the own price, until the day that was given",
    params,
    body: answerBodySchema,
    versioned: true,
    response: movedShape,
    handle: ({ actor, params: { id }, body, version }) => answerExplanation(actor, { id, version, ...body }),
  }),
  memberEndpoint("award:propose", {
    method: "POST",
    path: "/price-explanations/{id}/decide",
    tag,
    summary: "Accept an explanation, or reject the bid",
    params,
    body: decisionBodySchema,
    versioned: true,
    response: movedShape,
    handle: ({ actor, params: { id }, body, version }) => decideExplanation(actor, { id, version, ...body }),
  }),
];
