import { z } from "zod";
import type { MemberActor } from "@/lib/access/actor";
import type { Right } from "@/lib/access/rights";
import { type Endpoint, memberEndpoint, vendorEndpoint } from "@/lib/server/api/endpoint";
import { listEndpoint } from "@/lib/server/api/list-endpoint";
import { listBelow } from "@/lib/server/api/parent";
import { recordId } from "@/lib/shared/inputs";
import { done, type Outcome, refuseMissing } from "@/lib/shared/outcome";
import { editLetter } from "./edit-letter";
import { findLetterDrafts } from "./letter-drafts";
import { awardList } from "./lists";
import { approveAward, cancelAward, finaliseAward, rejectAward, startStandstill } from "./mutations";
import { proposeAward } from "./propose";
import { findAward, findOwnLetters } from "./queries";
import {
  approveBodySchema,
  awardShape,
  cancelBodySchema,
  letterBodySchema,
  letterDraftShape,
  letterShape,
  proposeAwardSchema,
  reasonBodySchema,
} from "./schema";

const tag = "Awards";
const params = z.object({ id: recordId });
const movedShape = z.strictObject({ id: recordId, version: z.number() });
type Moved = Promise<Outcome<{ id: string; version: number }>>;

function verb<Body extends z.ZodType>(
  right: Right,
  name: string,
  summary: string,
  body: Body,
  move: (actor: MemberActor, input: { id: string; version: number } & z.output<Body>) => Moved,
): Endpoint {
  return memberEndpoint(right, {
    method: "POST",
    path: `/awards/{id}/${name}`,
    tag,
    summary,
    params,
    body: body as z.ZodType,
    versioned: true,
    response: movedShape,
    handle: (call) =>
      move(call.actor, { ...(call.body as z.output<Body> & object), ...call.params, version: call.version }),
  });
}

function bare(
  right: Right,
  name: string,
  summary: string,
  move: (actor: MemberActor, input: { id: string; version: number }) => Moved,
): Endpoint {
  return memberEndpoint(right, {
    method: "POST",
    path: `/awards/{id}/${name}`,
    tag,
    summary,
    params,
    versioned: true,
    response: movedShape,
    handle: ({ actor, params: { id }, version }) => move(actor, { id, version }),
  });
}

export const awardEndpoints: Endpoint[] = [
  listEndpoint(awardList, { path: "/awards", tag, summary: "Awards" }),
  memberEndpoint("award:propose", {
    method: "POST",
    path: "/awards",
    tag,
    summary: "Propose the award of a lot",
    body: proposeAwardSchema,
    response: movedShape,
    status: 201,
    handle: async ({ actor, body }) => {
      const made = await proposeAward(actor, body);
      return made.ok ? done({ created: made.value, location: `/api/v1/awards/${made.value.id}` }) : made;
    },
  }),
  memberEndpoint("bid:read", {
    method: "GET",
    path: "/awards/{id}",
    tag,
    summary: "An award with its shares and letters",
    params,
    response: awardShape,
    handle: async ({ actor, params: { id } }) => {
      const award = await findAward(actor.organizationId, id);
      if (!award) return refuseMissing("award");
      const { proposedById: _, ...answer } = award;
      return done(answer);
    },
  }),
  verb("award:decide", "approve", "Approve a proposed award of somebody else", approveBodySchema, approveAward),
  verb("award:decide", "reject", "Reject a proposed award, with the reason", reasonBodySchema, rejectAward),
  bare("award:propose", "start-standstill", "Send the letters and begin the standstill", startStandstill),
  bare("award:propose", "finalise", "Make the award final once the standstill has passed", finaliseAward),
  verb("award:propose", "cancel", "Cancel an award that is not final, with the reason", cancelBodySchema, cancelAward),
  memberEndpoint("bid:read", {
    method: "GET",
    path: "/awards/{id}/letter-drafts",
    tag,
    summary: "The letters of an award as they would be sent now",
    params,
    response: z.strictObject({ data: z.array(letterDraftShape), nextCursor: z.string().nullable() }),
    handle: async ({ actor, params: { id } }) => {
      const letters = await findLetterDrafts(actor.organizationId, id, null);
      return letters ? done({ data: letters, nextCursor: null }) : refuseMissing("award");
    },
  }),
  memberEndpoint("award:propose", {
    method: "PUT",
    path: "/awards/{id}/letter-drafts/{vendorId}",
    tag,
    summary: "Edit a letter before it is sent",
    params: z.object({ id: recordId, vendorId: recordId }),
    body: letterBodySchema,
    versioned: true,
    response: letterDraftShape,
    handle: ({ actor, params: { id, vendorId }, body, version }) =>
      editLetter(actor, { id, vendorId, version, ...body }),
  }),
  vendorEndpoint("portal:read", {
    method: "GET",
    path: "/rfps/{id}/letters",
    tag,
    summary: "Own letters about the result of an RFP",
    params,
    response: z.strictObject({ data: z.array(letterShape), nextCursor: z.string().nullable() }),
    handle: ({ actor, params: { id } }) =>
      listBelow(actor, "rfp", id, async () => {
        const rows = await findOwnLetters(actor, id);
        return rows.map(({ id: _, ...letter }) => letter);
      }),
  }),
];
