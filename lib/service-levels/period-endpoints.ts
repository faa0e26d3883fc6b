import { z } from "zod";
import type { MemberActor, VendorActor } from "@/lib/access/actor";
import { type Endpoint, memberEndpoint, sharedEndpoint } from "@/lib/server/api/endpoint";
import { d } from "@/lib/shared/decimal";
import { recordId } from "@/lib/shared/inputs";
import { toMoney } from "@/lib/shared/money";
import { done, type Outcome, refuseMissing } from "@/lib/shared/outcome";
import { requestExclusion } from "./mutations/exclusions";
import { disputePeriod, lockPeriod, reportPeriod, verifyPeriod } from "./mutations/periods";
import { findPeriod, type PeriodRecord } from "./queries/period";
import { idAndVersion, periodResponse } from "./response-schema";
import { disputeBodySchema, exclusionBodySchema } from "./schema";

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
    summary: "Verify a month and store its credits",
    params,
    response: periodResponse,
    versioned: true,
    handle: async ({ actor, params: { id }, version }) => answer(actor, id, await verifyPeriod(actor, { id, version })),
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
    summary: "Lock a verified month for good",
    params,
    response: periodResponse,
    versioned: true,
    handle: async ({ actor, params: { id }, version }) => answer(actor, id, await lockPeriod(actor, { id, version })),
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
