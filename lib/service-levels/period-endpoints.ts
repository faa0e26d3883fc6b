import { z } from "zod";
import type { MemberActor, VendorActor } from "@/lib/access/actor";
import { type Endpoint, memberEndpoint, sharedEndpoint, vendorEndpoint } from "@/lib/server/api/endpoint";
import { listBelow } from "@/lib/server/api/parent";
import { d } from "@/lib/shared/decimal";
import { recordId } from "@/lib/shared/inputs";
import { toMoney } from "@/lib/shared/money";
import { done, type Outcome, refuseMissing } from "@/lib/shared/outcome";
import { previewExclusion, requestExclusion } from "./mutations/exclusions";
import { disputePeriod, reportPeriod, verifyPeriod } from "./mutations/periods";
import { acceptRestatement, disputeRestatement } from "./mutations/restatements";
import { lockPeriod, signPeriod } from "./mutations/sign-period";
import { findPeriod, type PeriodRecord } from "./queries/period";
import {
  findRestatement,
  findRestatements,
  findVersionContent,
  findVersions,
  type RestatementRecord,
} from "./queries/versions";
import {
  exclusionEffectResponse,
  idAndVersion,
  periodResponse,
  restatementResponse,
  versionResponse,
} from "./response-schema";
import {
  disputeBodySchema,
  disputeRestatementBodySchema,
  exclusionBodySchema,
  lockBodySchema,
  restatementBodySchema,
  signBodySchema,
  verifyBodySchema,
} from "./schema";

const tag = "Service levels";
const params = z.object({ id: recordId });

function toResponse(period: PeriodRecord) {
  const money = (amount: string | null) => (amount === null ? null : toMoney(d(amount), period.currency));
  const { id, contractId, month, state, version, isCapped, steps, disputeReason } = period;
  const { reportedAt, verifiedAt, disputedAt, lockedAt, restatedAt } = period;
  return {
    id,
    contractId,
    month,
    state,
    version,
    charges: money(period.charges),
    cap: money(period.cap),
    credits: money(period.creditTotal),
    isCapped,
    steps,
    reportedAt,
    verifiedAt,
    disputedAt,
    disputeReason,
    lockedAt,
    restatedAt,
    results: period.results.map((result) => ({
      serviceLevelId: result.serviceLevelId,
      kpiId: result.kpiId,
      name: result.name,
      unit: result.unit,
      status: result.status,
      value: result.value,
      numerator: result.numerator,
      denominator: result.denominator,
      cases: result.cases,
      casesWithoutValue: result.casesWithoutValue,
      expected: result.expected,
      minimum: result.minimum,
      multiplier: result.multiplier,
      points: result.points,
      credit: toMoney(d(result.credit ?? "0"), period.currency),
      steps: result.steps,
    })),
  };
}

const toRestatement = ({ version, ...row }: RestatementRecord) => ({ ...row, version });

async function showRestatement(actor: MemberActor | VendorActor, id: string) {
  const found = await findRestatement(actor, id);
  return found ? done(toRestatement(found)) : refuseMissing("restatement");
}

async function answer(
  actor: MemberActor | VendorActor,
  id: string,
  moved: Outcome<unknown>,
): Promise<Outcome<unknown>> {
  if (!moved.ok) return moved;
  const period = await findPeriod(actor, { id });
  return period ? done(toResponse(period)) : refuseMissing("period");
}

export const periodEndpoints: Endpoint[] = [
  sharedEndpoint(
    { member: "serviceLevel:read", vendor: "portal:read" },
    {
      method: "GET",
      path: "/periods/{id}",
      tag,
      summary: "Read a month with its results, credits and their working",
      params,
      response: periodResponse,
      handle: async ({ actor, params: { id } }) => answer(actor, id, done()),
    },
  ),
  sharedEndpoint(
    { member: "measurement:report", vendor: "measurement:report" },
    {
      method: "POST",
      path: "/periods/{id}/report",
      tag,
      summary: "Report a month: its figures are complete",
      params,
      response: periodResponse,
      versioned: true,
      handle: async ({ actor, params: { id }, version }) =>
        answer(actor, id, await reportPeriod(actor, { id, version })),
    },
  ),
  memberEndpoint("period:verify", {
    method: "POST",
    path: "/periods/{id}/verify",
    tag,
    summary: "Verify a month: its figures are frozen as a version, its credits posted",
    params,
    body: verifyBodySchema,
    response: periodResponse,
    versioned: true,
    handle: async ({ actor, params: { id }, version, body }) =>
      answer(actor, id, await verifyPeriod(actor, { id, version, ...body })),
  }),
  sharedEndpoint(
    { member: "period:dispute", vendor: "period:dispute" },
    {
      method: "POST",
      path: "/periods/{id}/dispute",
      tag,
      summary: "Dispute a month",
      params,
      body: disputeBodySchema,
      response: periodResponse,
      versioned: true,
      handle: async ({ actor, params: { id }, body, version }) =>
        answer(actor, id, await disputePeriod(actor, { id, version, ...body })),
    },
  ),
  memberEndpoint("period:lock", {
    method: "POST",
    path: "/periods/{id}/lock",
    tag,
    summary: "Sign a verified month for the client and lock it for good",
    params,
    body: lockBodySchema,
    response: periodResponse,
    versioned: true,
    handle: async ({ actor, params: { id }, version, body }) =>
      answer(actor, id, await lockPeriod(actor, { id, version, ...body })),
  }),
  vendorEndpoint("period:sign", {
    method: "POST",
    path: "/periods/{id}/sign",
    tag,
    summary: "Sign a verified month for the vendor",
    params,
    body: signBodySchema,
    response: periodResponse,
    versioned: true,
    handle: async ({ actor, params: { id }, version, body }) =>
      answer(actor, id, await signPeriod(actor, { id, version, ...body })),
  }),
  sharedEndpoint(
    { member: "serviceLevel:read", vendor: "portal:read" },
    {
      method: "GET",
      path: "/periods/{id}/versions",
      tag,
      summary: "List the frozen versions of a month with their hashes and signatures",
      params,
      response: z.object({ data: z.array(versionResponse), nextCursor: z.null() }),
      handle: async ({ actor, params: { id } }) => {
        if (!(await findPeriod(actor, { id }))) return refuseMissing("period");
        const rows = await findVersions(actor, id);
        return done({
          data: rows.map(({ id: _, createdAt, restatementId, acceptedBy, signatures, ...row }) => ({
            ...row,
            createdAt,
            restatementId,
            acceptedBy,
            signatures: signatures.map(({ side, signedName, by, signedAt, contentHash }) => ({
              side,
              signedName,
              by,
              signedAt,
              contentHash,
            })),
          })),
          nextCursor: null,
        });
      },
    },
  ),
  sharedEndpoint(
    { member: "serviceLevel:read", vendor: "portal:read" },
    {
      method: "GET",
      path: "/periods/{id}/versions/{number}",
      tag,
      summary: "Read a frozen version byte for byte: its SHA-256 is what was signed",
      params: params.extend({ number: z.coerce.number().int().min(1).max(1_000_000) }),
      response: z.unknown(),
      handle: async ({ actor, params: { id, number } }) => {
        const content = await findVersionContent(actor, id, number);
        return content === null
          ? refuseMissing("version")
          : done({ raw: new Response(content, { headers: { "Content-Type": "application/json" } }) });
      },
    },
  ),
  sharedEndpoint(
    { member: "serviceLevel:read", vendor: "portal:read" },
    {
      method: "GET",
      path: "/contracts/{id}/restatements",
      tag,
      summary: "List the restatements of a contract, what waits first",
      params,
      response: z.object({ data: z.array(restatementResponse), nextCursor: z.null() }),
      handle: async ({ actor, params: { id } }) =>
        listBelow(actor, "contract", id, async () => (await findRestatements(actor, id)).map(toRestatement)),
    },
  ),
  sharedEndpoint(
    { member: "serviceLevel:read", vendor: "portal:read" },
    {
      method: "GET",
      path: "/restatements/{id}",
      tag,
      summary: "Read a restatement: every month before and after",
      params,
      response: restatementResponse,
      handle: async ({ actor, params: { id } }) => showRestatement(actor, id),
    },
  ),
  sharedEndpoint(
    { member: "restatement:decide", vendor: "restatement:decide" },
    {
      method: "POST",
      path: "/restatements/{id}/accept",
      tag,
      summary: "Accept what the other side proposed: next versions, and one adjustment in the open month",
      params,
      body: restatementBodySchema,
      response: restatementResponse,
      versioned: true,
      handle: async ({ actor, params: { id }, version, body }) => {
        const decided = await acceptRestatement(actor, { id, version, ...body });
        return decided.ok ? showRestatement(actor, id) : decided;
      },
    },
  ),
  sharedEndpoint(
    { member: "restatement:decide", vendor: "restatement:decide" },
    {
      method: "POST",
      path: "/restatements/{id}/dispute",
      tag,
      summary: "Dispute what the other side proposed: the locked months stay",
      params,
      body: disputeRestatementBodySchema,
      response: restatementResponse,
      versioned: true,
      handle: async ({ actor, params: { id }, version, body }) => {
        const decided = await disputeRestatement(actor, { id, version, ...body });
        return decided.ok ? showRestatement(actor, id) : decided;
      },
    },
  ),
  memberEndpoint("exclusion:decide", {
    method: "GET",
    path: "/exclusions/{id}/effect",
    tag,
    summary: "What approving an exclusion would change: cases, value and money before and after",
    params,
    response: exclusionEffectResponse,
    handle: async ({ actor, params: { id } }) => {
      const effect = await previewExclusion(actor.organizationId, id);
      return effect ? done(effect) : refuseMissing("exclusion that waits");
    },
  }),
  sharedEndpoint(
    { member: "measurement:report", vendor: "period:dispute" },
    {
      method: "POST",
      path: "/contracts/{id}/exclusions",
      tag,
      summary: "Ask for a month of a service level to be excused",
      params,
      body: exclusionBodySchema,
      response: idAndVersion,
      status: 201,
      handle: async ({ actor, params: { id }, body }) => {
        const made = await requestExclusion(actor, { ...body, contractId: id });
        return made.ok ? done({ created: made.value }) : made;
      },
    },
  ),
];
