import type { MemberActor, VendorActor } from "@/lib/access/actor";
import { type Endpoint, memberEndpoint, sharedEndpoint } from "@/lib/server/api/endpoint";
import { listEndpoint } from "@/lib/server/api/list-endpoint";
import { done, type Outcome, refuseMissing } from "@/lib/shared/outcome";
import { amendmentList, contractList } from "./lists";
import { decideContract } from "./mutations/approve";
import { createContract } from "./mutations/create";
import { recordNotice, terminateContract } from "./mutations/end";
import { createFromAward } from "./mutations/from-award";
import { returnContract, submitContract, updateContract } from "./mutations/terms";
import { type ContractRecord, findContract, findVendorContract } from "./queries";
import {
  contractKey,
  contractParams,
  contractShape,
  createContractSchema,
  createFromAwardSchema,
  decisionBody,
  noticeBody,
  patchContractSchema,
  reasonBody,
  termsAsOfQuery,
  termsAsOfShape,
  versionShape,
} from "./schema";
import { readContractTerms } from "./terms";

const tag = "Contracts";

function toShape(contract: ContractRecord) {
  const { id, code, title, type, state, currency, timeZone, startDate, noticeBy, decideBy, version } = contract;
  return {
    id,
    code,
    title,
    type,
    state,
    engagementId: contract.engagement.id,
    vendor: { id: contract.vendor.id, name: contract.vendor.legalName },
    awardId: contract.awardId,
    currency,
    timeZone,
    startDate,
    endDate: contract.endOn,
    noticeBy,
    decideBy,
    value: contract.yearlyValue === null ? null : { amount: contract.yearlyValue, currency },
    atRiskPercent: contract.atRiskPercent,
    yearlyCapBasis: contract.yearlyCapBasis,
    yearlyCapPercent: contract.yearlyCapPercent,
    yearlyCapAmount: contract.yearlyCapAmount,
    signedAt: contract.signedAt,
    approvedAt: contract.approvedAt,
    activatedAt: contract.activatedAt,
    version,
  };
}

function findFor(actor: MemberActor | VendorActor, id: string): Promise<ContractRecord | null> {
  return actor.kind === "vendor" ? findVendorContract(actor, id) : findContract(actor.organizationId, id);
}

const created = (made: Outcome<{ id: string }>) =>
  made.ok ? done({ created: made.value, location: `/api/v1/contracts/${made.value.id}` }) : made;

type Step = (actor: MemberActor, id: string, version: number) => Promise<Outcome<unknown>>;

function step(right: "contract:write" | "contract:sign", verb: string, summary: string, run: Step): Endpoint {
  return memberEndpoint(right, {
    method: "POST",
    path: `/contracts/{id}/${verb}`,
    tag,
    summary,
    params: contractParams,
    response: versionShape,
    versioned: true,
    handle: ({ actor, params, version }) => run(actor, params.id, version),
  });
}

const changes: Endpoint[] = [
  step("contract:write", "submit", "Send a draft into review", submitContract),
  memberEndpoint("contract:write", {
    method: "POST",
    path: "/contracts/{id}/return",
    tag,
    summary: "Return a contract in review to draft",
    params: contractParams,
    body: reasonBody,
    response: versionShape,
    versioned: true,
    handle: ({ actor, params, version, body }) => returnContract(actor, params.id, version, body.reason),
  }),
  memberEndpoint("contract:decide", {
    method: "POST",
    path: "/contracts/{id}/decide",
    tag,
    summary: "Approve or reject a contract above the limit",
    params: contractParams,
    body: decisionBody,
    response: versionShape,
    versioned: true,
    handle: ({ actor, params, version, body }) => decideContract(actor, params.id, version, body),
  }),
  memberEndpoint("contract:sign", {
    method: "POST",
    path: "/contracts/{id}/give-notice",
    tag,
    summary: "Record that notice was given",
    params: contractParams,
    body: noticeBody,
    response: versionShape,
    versioned: true,
    handle: ({ actor, params, version, body }) => recordNotice(actor, params.id, version, body),
  }),
  memberEndpoint("contract:sign", {
    method: "POST",
    path: "/contracts/{id}/terminate",
    tag,
    summary: "Terminate a contract, with the reason",
    params: contractParams,
    body: reasonBody,
    response: versionShape,
    versioned: true,
    handle: ({ actor, params, version, body }) => terminateContract(actor, params.id, version, body.reason),
  }),
];

export const contractEndpoints: Endpoint[] = [
  listEndpoint(contractList, { path: "/contracts", tag, summary: "List contracts" }),
  listEndpoint(amendmentList, { path: "/amendments", tag, summary: "List amendments of contracts" }),
  memberEndpoint("contract:write", {
    method: "POST",
    path: "/contracts",
    tag,
    summary: "Write a contract by hand",
    body: createContractSchema,
    response: contractKey,
    status: 201,
    handle: async ({ actor, body }) => created(await createContract(actor, body)),
  }),
  memberEndpoint("contract:write", {
    method: "POST",
    path: "/contracts/from-award",
    tag,
    summary: "Make a contract from a final award",
    body: createFromAwardSchema,
    response: contractKey,
    status: 201,
    handle: async ({ actor, body }) => created(await createFromAward(actor, body)),
  }),
  sharedEndpoint(
    { member: "contract:read", vendor: "portal:read" },
    {
      method: "GET",
      path: "/contracts/{id}",
      tag,
      summary: "Read a contract",
      params: contractParams,
      response: contractShape,
      handle: async ({ actor, params }) => {
        const contract = await findFor(actor, params.id);
        if (!contract) return refuseMissing("contract");
        // By when the client decides is its own business.
        const shape = toShape(contract);
        return done(actor.kind === "vendor" ? { ...shape, decideBy: null } : shape);
      },
    },
  ),
  memberEndpoint("contract:write", {
    method: "PATCH",
    path: "/contracts/{id}",
    tag,
    summary: "Change terms, until the contract runs",
    params: contractParams,
    body: patchContractSchema,
    response: versionShape,
    versioned: true,
    handle: ({ actor, params, version, body }) => updateContract(actor, params.id, version, body),
  }),
  sharedEndpoint(
    { member: "contract:read", vendor: "portal:read" },
    {
      method: "GET",
      path: "/contracts/{id}/terms",
      tag,
      summary: "Read the terms as of a date",
      params: contractParams,
      query: termsAsOfQuery,
      response: termsAsOfShape,
      handle: async ({ actor, params, query }) => {
        const contract = await findFor(actor, params.id);
        if (!contract) return refuseMissing("contract");
        const asOf = query.asOf ?? contract.today;
        const terms = await readContractTerms(undefined, actor.organizationId, params.id, asOf);
        if (!terms) return refuseMissing("contract");
        const { internalLeadDays: _, switchingLeadDays: __, ...shared } = terms;
        return done({ asOf, terms: actor.kind === "vendor" ? shared : terms });
      },
    },
  ),
  ...changes,
];
