import { type Endpoint, memberEndpoint } from "@/lib/server/api/endpoint";
import { done } from "@/lib/shared/outcome";
import { amendContract, decideAmendment } from "./mutations/amend";
import { amendmentBody, amendmentShape, contractParams, decisionBody } from "./schema";

const tag = "Contracts";

export const amendmentEndpoints: Endpoint[] = [
  memberEndpoint("contract:write", {
    method: "POST",
    path: "/contracts/{id}/amendments",
    tag,
    summary: "Amend a contract",
    description: "The version in If-Match is that of the contract. Above the limit an executive has to approve.",
    params: contractParams,
    body: amendmentBody,
    response: amendmentShape,
    status: 201,
    versioned: true,
    handle: async ({ actor, params, version, body }) => {
      const made = await amendContract(actor, params.id, version, body);
      if (!made.ok) return made;
      return done({ created: made.value });
    },
  }),
  memberEndpoint("contract:decide", {
    method: "POST",
    path: "/amendments/{id}/decide",
    tag,
    summary: "Approve or reject an amendment",
    params: contractParams,
    body: decisionBody,
    handle: async ({ actor, params, body }) => {
      const decided = await decideAmendment(actor, params.id, body);
      if (!decided.ok) return decided;
      return done({ id: params.id });
    },
  }),
];
