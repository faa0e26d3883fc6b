import type { MemberActor, VendorActor } from "@/lib/access/actor";
import { findContract, findContractOfAmendment, findVendorContract } from "@/lib/contracts/queries";
import { contractParams, decisionBody, versionShape } from "@/lib/contracts/schema";
import { type Endpoint, memberEndpoint, sharedEndpoint, vendorEndpoint } from "@/lib/server/api/endpoint";
import { done, refuseMissing } from "@/lib/shared/outcome";
import { activateContract } from "./mutations/activate";
import {
  assentToAmendment,
  decideAmendment,
  declineAmendment,
  recordPaperAssent,
  withdrawAmendment,
} from "./mutations/decide-amendment";
import { amendContract } from "./mutations/draft-amendment";
import { recordPaperSignature, signForClient, signForVendor } from "./mutations/sign";
import { findAmendment, listAmendmentsFor } from "./queries/amendments";
import { findText, listSignatures, listTexts } from "./queries/texts";
import {
  agreementParams,
  amendmentBody,
  amendmentKeyShape,
  amendmentReasonBody,
  amendmentShape,
  amendmentStateShape,
  amendmentsShape,
  paperSigningBody,
  signingBody,
  textQuery,
  textShape,
} from "./schema";

const tag = "Contracts";

async function isTheirs(actor: MemberActor | VendorActor, contractId: string): Promise<boolean> {
  const found =
    actor.kind === "vendor"
      ? await findVendorContract(actor, contractId)
      : await findContract(actor.organizationId, contractId);
  return found !== null;
}

async function readText(actor: MemberActor | VendorActor, contractId: string, number: number | null) {
  if (!(await isTheirs(actor, contractId))) return refuseMissing("contract");
  const { organizationId } = actor;
  const heads = await listTexts(organizationId, contractId);
  const head = heads.find((each) => (number === null ? each.isCurrent : each.number === number));
  const text = head && (await findText(organizationId, contractId, head.number));
  if (!head || !text) return refuseMissing("text");
  const signatures = (await listSignatures(organizationId, contractId)).filter((each) => each.text === head.number);
  return done({
    number: head.number,
    sha256: head.sha256,
    isCurrent: head.isCurrent,
    amendment: head.amendment?.number ?? null,
    createdAt: head.createdAt,
    content: text.content,
    signatures: signatures.map(({ side, signedName, signedAt, paperOn, voidedAt, voidReason }) => ({
      side,
      name: signedName,
      signedAt,
      paperOn,
      voidedAt,
      voidReason,
    })),
  });
}

async function readAmendment(actor: MemberActor | VendorActor, id: string) {
  const reader = actor.kind === "vendor" ? actor : { organizationId: actor.organizationId };
  const contractId = await findContractOfAmendment(reader, id);
  const amendment = contractId && (await findAmendment(actor.organizationId, contractId, id));
  if (!amendment) return refuseMissing("amendment");
  const { contractId: of, number, state, effectiveFrom, summary, needsApproval } = amendment;
  const { approvedAt, inForceAt, endedReason, assent, text, differences } = amendment;
  return done({
    id,
    contractId: of,
    number,
    state,
    effectiveFrom,
    summary,
    needsApproval,
    approvedAt,
    assentedAt: assent?.signedAt ?? null,
    inForceAt,
    endedReason,
    text: text?.number ?? null,
    sha256: text?.sha256 ?? null,
    differences: differences.map(({ section, item, label, before, after }) => ({
      section,
      item,
      term: label,
      before: before?.value ?? null,
      after: after?.value ?? null,
    })),
  });
}

const signing: Endpoint[] = [
  sharedEndpoint(
    { member: "contract:read", vendor: "portal:read" },
    {
      method: "GET",
      path: "/contracts/{id}/text",
      tag,
      summary: "Read what the parties sign, with its hash and the names under it",
      params: contractParams,
      query: textQuery,
      response: textShape,
      handle: ({ actor, params, query }) => readText(actor, params.id, query.number ?? null),
    },
  ),
  sharedEndpoint(
    { member: "contract:sign", vendor: "contract:sign" },
    {
      method: "POST",
      path: "/contracts/{id}/sign",
      tag,
      summary: "Sign for the side that calls",
      description: "Names the hash of the text that was read; a text that has changed since is not signed.",
      params: contractParams,
      body: signingBody,
      response: versionShape,
      handle: ({ actor, params, body }) =>
        actor.kind === "vendor" ? signForVendor(actor, params.id, body) : signForClient(actor, params.id, body),
    },
  ),
  memberEndpoint("contract:write", {
    method: "POST",
    path: "/contracts/{id}/record-signature",
    tag,
    summary: "Record that the vendor has signed on paper",
    params: contractParams,
    body: paperSigningBody,
    response: versionShape,
    handle: ({ actor, params, body }) => recordPaperSignature(actor, params.id, body),
  }),
  memberEndpoint("contract:write", {
    method: "POST",
    path: "/contracts/{id}/activate",
    tag,
    summary: "Activate a signed contract",
    params: contractParams,
    response: versionShape,
    versioned: true,
    handle: ({ actor, params, version }) => activateContract(actor, params.id, version),
  }),
];

const amending: Endpoint[] = [
  memberEndpoint("contract:write", {
    method: "POST",
    path: "/contracts/{id}/amendments",
    tag,
    summary: "Propose an amendment of a running contract",
    description:
      "The version in If-Match is that of the contract. Above the limit an executive approves; the vendor assents.",
    params: contractParams,
    body: amendmentBody,
    response: amendmentKeyShape,
    status: 201,
    versioned: true,
    handle: async ({ actor, params, version, body }) => {
      const made = await amendContract(actor, params.id, version, body);
      return made.ok ? done({ created: made.value, location: `/api/v1/amendments/${made.value.id}` }) : made;
    },
  }),
  sharedEndpoint(
    { member: "contract:read", vendor: "portal:read" },
    {
      method: "GET",
      path: "/contracts/{id}/amendments",
      tag,
      summary: "List the amendments of a contract, the newest first",
      description: "A vendor sees those that are proposed to it or were.",
      params: contractParams,
      response: amendmentsShape,
      handle: async ({ actor, params }) => {
        if (!(await isTheirs(actor, params.id))) return refuseMissing("contract");
        const amendments = await listAmendmentsFor(actor.organizationId, params.id, actor.kind === "vendor");
        return done({
          data: amendments.map(({ id, number, state, effectiveFrom, summary, inForceAt }) => ({
            id,
            number,
            state,
            effectiveFrom,
            summary,
            inForceAt,
          })),
        });
      },
    },
  ),
  sharedEndpoint(
    { member: "contract:read", vendor: "portal:read" },
    {
      method: "GET",
      path: "/amendments/{id}",
      tag,
      summary: "Read an amendment, old beside new",
      params: agreementParams,
      response: amendmentShape,
      handle: ({ actor, params }) => readAmendment(actor, params.id),
    },
  ),
  memberEndpoint("contract:decide", {
    method: "POST",
    path: "/amendments/{id}/decide",
    tag,
    summary: "Approve or reject an amendment",
    params: agreementParams,
    body: decisionBody,
    response: amendmentStateShape,
    handle: ({ actor, params, body }) => decided(decideAmendment(actor, params.id, body)),
  }),
  vendorEndpoint("contract:sign", {
    method: "POST",
    path: "/amendments/{id}/assent",
    tag,
    summary: "Assent to an amendment, for the vendor",
    params: agreementParams,
    body: signingBody,
    response: amendmentStateShape,
    handle: ({ actor, params, body }) => decided(assentToAmendment(actor, params.id, body)),
  }),
  vendorEndpoint("contract:sign", {
    method: "POST",
    path: "/amendments/{id}/decline",
    tag,
    summary: "Decline an amendment, with the reason",
    params: agreementParams,
    body: amendmentReasonBody,
    response: amendmentStateShape,
    handle: ({ actor, params, body }) => decided(declineAmendment(actor, params.id, body.reason)),
  }),
  memberEndpoint("contract:write", {
    method: "POST",
    path: "/amendments/{id}/record-assent",
    tag,
    summary: "Record that the vendor has assented on paper",
    params: agreementParams,
    body: paperSigningBody,
    response: amendmentStateShape,
    handle: ({ actor, params, body }) => decided(recordPaperAssent(actor, params.id, body)),
  }),
  memberEndpoint("contract:write", {
    method: "POST",
    path: "/amendments/{id}/withdraw",
    tag,
    summary: "Withdraw a proposed amendment",
    params: agreementParams,
    body: amendmentReasonBody,
    response: amendmentStateShape,
    handle: ({ actor, params, body }) => decided(withdrawAmendment(actor, params.id, body.reason)),
  }),
];

async function decided(deciding: ReturnType<typeof decideAmendment>) {
  const outcome = await deciding;
  if (!outcome.ok) return outcome;
  const { id, number, isInForce } = outcome.value;
  return done({ id, number, isInForce });
}

export const agreementEndpoints: Endpoint[] = [...signing, ...amending];
