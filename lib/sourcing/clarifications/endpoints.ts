import "server-only";
import { z } from "zod";
import { type Endpoint, memberEndpoint } from "@/lib/server/api/endpoint";
import { listEndpoint } from "@/lib/server/api/list-endpoint";
import { done, refuseMissing } from "@/lib/shared/outcome";
import { clarificationList } from "./lists";
import { answerClarification } from "./mutations";
import { findClarification } from "./queries";
import { answerSchema, clarificationSchema } from "./schema";

const tag = "Clarifications";
const params = z.object({ id: z.uuid() });

export const clarificationEndpoints: Endpoint[] = [
  listEndpoint(clarificationList, { path: "/clarifications", tag, summary: "List questions of vendors" }),
  memberEndpoint("rfp:read", {
    method: "GET",
    path: "/clarifications/{id}",
    tag,
    summary: "Read a question",
    params,
    response: clarificationSchema,
    handle: async ({ actor, params: { id } }) => {
      const found = await findClarification(actor, id);
      return found ? done(found) : refuseMissing("question");
    },
  }),
  memberEndpoint("clarification:answer", {
    method: "POST",
    path: "/clarifications/{id}/answer",
    tag,
    summary: "Answer a question",
    params,
    body: answerSchema,
    response: clarificationSchema,
    versioned: true,
    handle: ({ actor, params: { id }, version, body }) => answerClarification(actor, id, version, body),
  }),
];
