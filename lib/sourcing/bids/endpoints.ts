import { z } from "zod";
import type { MemberActor, VendorActor } from "@/lib/access/actor";
import { type Endpoint, memberEndpoint, sharedEndpoint, vendorEndpoint } from "@/lib/server/api/endpoint";
import { listEndpoint } from "@/lib/server/api/list-endpoint";
import { listBelow } from "@/lib/server/api/parent";
import { recordId } from "@/lib/shared/inputs";
import { done, refuseMissing } from "@/lib/shared/outcome";
import { bidList } from "./lists";
import { saveDraft, startBid, submitBid, withdrawBid } from "./mutations";
import { confirmOpening, startOpening } from "./openings";
import { findOwnBid, findOwnBids, findReceipts } from "./portal-queries";
import { findOpenedBid, findOpenedBids, findOpenings } from "./queries";
import {
  confirmOpeningBodySchema,
  draftContentSchema,
  openedBidShape,
  openingSchema,
  openingShape,
  ownBidShape,
  ownDraftShape,
  receiptShape,
} from "./schema";

const tag = "Bids";
const params = z.object({ id: recordId });
const page = <Shape extends z.ZodType>(shape: Shape) =>
  z.strictObject({ data: z.array(shape), nextCursor: z.string().nullable() });

function readBids(actor: MemberActor | VendorActor, rfpId: string) {
  return listBelow<unknown>(actor, "rfp", rfpId, () =>
    actor.kind === "vendor" ? findOwnBids(actor, rfpId) : findOpenedBids(actor.organizationId, rfpId),
  );
}

async function readOwnDraft(actor: VendorActor, id: string) {
  const bid = await findOwnBid(actor, id);
  if (!bid) return refuseMissing("bid");
  const { asked: _, problems: __, currency: ___, termMonths: ____, ...draft } = bid;
  return done(draft);
}

/** Bids: the bidder's own at any time, the client's side only what has been opened. */
export const bidEndpoints: Endpoint[] = [
  listEndpoint(bidList, { path: "/bids", tag, summary: "Opened bids" }),
  sharedEndpoint(
    { member: "bid:read", vendor: "portal:read" },
    {
      method: "GET",
      path: "/rfps/{id}/bids",
      tag,
      summary: "Opened bids of an RFP; for a vendor the own bids",
      params,
      response: page(z.union([openedBidShape, ownBidShape])),
      handle: ({ actor, params: { id } }) => readBids(actor, id),
    },
  ),
  vendorEndpoint("bid:write", {
    method: "POST",
    path: "/rfps/{id}/bids",
    tag,
    summary: "Begin a bid for a lot",
    params,
    body: z.strictObject({ lotId: recordId }),
    response: z.strictObject({ id: recordId }),
    status: 201,
    handle: async ({ actor, params: { id }, body }) => {
      const started = await startBid(actor, { rfpId: id, lotId: body.lotId });
      return started.ok ? done({ created: started.value, location: `/api/v1/bids/${started.value.id}` }) : started;
    },
  }),
  sharedEndpoint(
    { member: "bid:read", vendor: "portal:read" },
    {
      method: "GET",
      path: "/bids/{id}",
      tag,
      summary: "An opened bid; for a vendor the own bid with its draft",
      params,
      response: z.union([openedBidShape, ownDraftShape]),
      handle: async ({ actor, params: { id } }) => {
        if (actor.kind === "vendor") return readOwnDraft(actor, id);
        const bid = await findOpenedBid(actor.organizationId, id);
        return bid ? done(bid) : refuseMissing("bid");
      },
    },
  ),
  vendorEndpoint("bid:write", {
    method: "PUT",
    path: "/bids/{id}/draft",
    tag,
    summary: "Keep the draft of a bid, sealed",
    params,
    body: draftContentSchema,
    versioned: true,
    response: z.strictObject({ id: recordId, version: z.number(), completeness: z.number() }),
    handle: ({ actor, params: { id }, body, version }) => saveDraft(actor, { ...body, id, version }),
  }),
  vendorEndpoint("bid:submit", {
    method: "POST",
    path: "/bids/{id}/submit",
    tag,
    summary: "Submit the draft; answers the receipt",
    params,
    versioned: true,
    response: receiptShape,
    handle: ({ actor, params: { id }, version }) => submitBid(actor, { id, version }),
  }),
  vendorEndpoint("bid:submit", {
    method: "POST",
    path: "/bids/{id}/withdraw",
    tag,
    summary: "Withdraw a submitted bid before the deadline",
    params,
    versioned: true,
    response: z.strictObject({ id: recordId, version: z.number() }),
    handle: ({ actor, params: { id }, version }) => withdrawBid(actor, { id, version }),
  }),
  vendorEndpoint("portal:read", {
    method: "GET",
    path: "/bids/{id}/receipts",
    tag,
    summary: "Receipts of the own bid, newest first",
    params,
    response: page(receiptShape),
    handle: ({ actor, params: { id } }) => listBelow(actor, "bid", id, () => findReceipts(actor, id)),
  }),
  memberEndpoint("bid:read", {
    method: "GET",
    path: "/rfps/{id}/openings",
    tag,
    summary: "Openings of an RFP with their minutes",
    params,
    response: page(openingShape),
    handle: ({ actor, params: { id } }) =>
      listBelow(actor, "rfp", id, async () => {
        const rows = await findOpenings(actor.organizationId, id);
        return rows.map(({ firstOpenerId: _, ...row }) => row);
      }),
  }),
  memberEndpoint("bid:open", {
    method: "POST",
    path: "/rfps/{id}/openings",
    tag,
    summary: "Begin to open an envelope; a second person confirms",
    params,
    body: openingSchema.pick({ envelope: true }),
    response: z.strictObject({ id: recordId }),
    status: 201,
    handle: async ({ actor, params: { id }, body }) => {
      const started = await startOpening(actor, { rfpId: id, ...body });
      return started.ok ? done({ created: started.value }) : started;
    },
  }),
  memberEndpoint("bid:open", {
    method: "POST",
    path: "/openings/{id}/confirm",
    tag,
    summary: "Confirm as the second person: the envelopes are unsealed",
    params,
    body: confirmOpeningBodySchema.optional(),
    response: z.strictObject({ id: recordId, bids: z.number(), misfits: z.number() }),
    handle: ({ actor, params: { id }, body }) => confirmOpening(actor, { id, decision: body?.decision ?? "" }),
  }),
];
