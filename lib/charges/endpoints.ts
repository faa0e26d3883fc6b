import { type Endpoint, memberEndpoint } from "@/lib/server/api/endpoint";
import { listEndpoint } from "@/lib/server/api/list-endpoint";
import { done, refuseMissing } from "@/lib/shared/outcome";
import { chargeLineList, chargeProposalList, monthlyChargeList } from "./lists";
import { createChargeLine, removeChargeLine, updateChargeLine } from "./mutations/lines";
import { recordMonthlyCharge } from "./mutations/months";
import { confirmProposal, declineProposal } from "./mutations/proposals";
import { findChargeLine } from "./queries";
import {
  chargeKeyShape,
  chargeLineBody,
  chargeLineShape,
  chargeParams,
  confirmProposalBody,
  declineProposalBody,
  monthlyChargeBody,
  monthlyChargeShape,
  monthParams,
} from "./schema";

const tag = "Charges";

export const chargeEndpoints: Endpoint[] = [
  listEndpoint(chargeLineList, { path: "/charge-lines", tag, summary: "List charge lines" }),
  listEndpoint(monthlyChargeList, { path: "/monthly-charges", tag, summary: "List charges by month and line" }),
  memberEndpoint("contract:read", {
    method: "GET",
    path: "/charge-lines/{id}",
    tag,
    summary: "Read a charge line",
    params: chargeParams,
    response: chargeLineShape,
    handle: async ({ actor, params }) => {
      const line = await findChargeLine(actor.organizationId, params.id);
      return line ? done(line) : refuseMissing("charge line");
    },
  }),
  memberEndpoint("charge:write", {
    method: "POST",
    path: "/contracts/{id}/charge-lines",
    tag,
    summary: "Add a charge line",
    description: "Until the contract runs; signatures that were given are void then. Later lines come by an amendment.",
    params: chargeParams,
    body: chargeLineBody,
    response: chargeKeyShape,
    status: 201,
    handle: async ({ actor, params, body }) => {
      const made = await createChargeLine(actor, params.id, body);
      return made.ok ? done({ created: made.value, location: `/api/v1/charge-lines/${made.value.id}` }) : made;
    },
  }),
  memberEndpoint("charge:write", {
    method: "PUT",
    path: "/charge-lines/{id}",
    tag,
    summary: "Write a charge line anew, until the contract runs",
    params: chargeParams,
    body: chargeLineBody,
    response: chargeKeyShape,
    versioned: true,
    handle: ({ actor, params, version, body }) => updateChargeLine(actor, params.id, version, body),
  }),
  memberEndpoint("charge:write", {
    method: "DELETE",
    path: "/charge-lines/{id}",
    tag,
    summary: "Remove a charge line, until the contract runs",
    params: chargeParams,
    status: 204,
    versioned: true,
    handle: ({ actor, params, version }) => removeChargeLine(actor, params.id, version),
  }),
  memberEndpoint("charge:write", {
    method: "POST",
    path: "/charge-lines/{id}/months/{month}",
    tag,
    summary: "Record or correct the charge of a month",
    description: "Computed from what was delivered; the service credits of the month follow.",
    params: monthParams,
    body: monthlyChargeBody,
    response: monthlyChargeShape,
    handle: async ({ actor, params, body }) => {
      const stored = await recordMonthlyCharge(actor, { ...body, chargeLineId: params.id, month: params.month });
      if (!stored.ok) return stored;
      const { id, chargeLineId, month, amount, currency, steps, version } = stored.value;
      return done({ id, chargeLineId, month, charge: { amount, currency }, steps, version });
    },
  }),
  listEndpoint(chargeProposalList, {
    path: "/charge-proposals",
    tag,
    summary: "List what was proposed at the month's end; it counts for nothing until it is confirmed",
  }),
  memberEndpoint("charge:write", {
    method: "POST",
    path: "/charge-proposals/{id}/confirm",
    tag,
    summary: "Record a proposal as the charge of its month",
    params: chargeParams,
    body: confirmProposalBody,
    response: monthlyChargeShape,
    versioned: true,
    handle: async ({ actor, params, version, body }) => {
      const stored = await confirmProposal(actor, params.id, version, body.note);
      if (!stored.ok) return stored;
      const { id, chargeLineId, month, amount, currency, steps } = stored.value;
      return done({ id, chargeLineId, month, charge: { amount, currency }, steps, version: stored.value.version });
    },
  }),
  memberEndpoint("charge:write", {
    method: "POST",
    path: "/charge-proposals/{id}/decline",
    tag,
    summary: "Do not charge what was proposed",
    params: chargeParams,
    body: declineProposalBody,
    response: chargeKeyShape,
    versioned: true,
    handle: ({ actor, params, version, body }) => declineProposal(actor, params.id, version, body.reason),
  }),
];
