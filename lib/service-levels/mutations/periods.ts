import "server-only";
import type { MemberActor, VendorActor } from "@/lib/access/actor";
import { type Audit, change } from "@/lib/server/change";
import { databaseNow } from "@/lib/server/clock";
import type { Prisma, Transaction } from "@/lib/server/database";
import type { Tell } from "@/lib/server/happenings";
import { refuseChanged } from "@/lib/server/stale";
import {
  done,
  type Outcome,
  type Refusal,
  refuse,
  refuseFields,
  refuseForbidden,
  refuseMissing,
} from "@/lib/shared/outcome";
import { serviceLevelEvents } from "../events";
import { findReportProblem } from "../queries/reportable";
import { allows, type PeriodVerb, statesFor } from "../rules/period-states";
import { freezePeriod } from "./freeze-period";
import { postCredits, withdrawCredits } from "./ledger";
import { computeWorlds, lockContractMonths } from "./recompute-contract";

export type Who = MemberActor | VendorActor;
export type Named = { id: string; version: number };

const WHY_NOT: Record<PeriodVerb, string> = {
  report: "Only an open or disputed month can be reported.",
  verify: "Only a month that is reported or disputed can be verified.",
  dispute: "Only a month that is reported or verified can be disputed.",
  lock: "Only a verified month can be locked.",
};

const periodFields = {
  id: true,
  month: true,
  state: true,
  version: true,
  contractId: true,
  disputeReason: true,
  reportedById: true,
  verifiedAt: true,
  verifiedById: true,
  creditTotal: true,
  contract: { select: { code: true, title: true, currency: true, vendorId: true } },
} as const;
export type Period = Prisma.MeasurementPeriodGetPayload<{ select: typeof periodFields }>;

function findPeriod(tx: Transaction, actor: Who, id: string): Promise<Period | null> {
  return tx.measurementPeriod.findFirst({
    where: {
      id,
      organizationId: actor.organizationId,
      ...(actor.kind === "vendor" ? { contract: { vendorId: actor.vendorId } } : {}),
    },
    select: periodFields,
  });
}

export const periodLabel = ({ contract, month }: Period) => `${contract.code} ${contract.title} ${month}`;

export async function refuseOther(tx: Transaction, actor: Who, period: Period): Promise<Refusal> {
  return refuseChanged(
    tx,
    { organizationId: actor.organizationId, type: "period", id: period.id },
    { state: period.state, version: period.version },
  );
}

/** Moves a period on, or says why not. The state and the version in the update decide a race. */
export async function move(
  tx: Transaction,
  audit: Audit,
  actor: Who,
  period: Period,
  verb: PeriodVerb,
  change: { version: number; data: Prisma.MeasurementPeriodUncheckedUpdateManyInput; after: Record<string, unknown> },
): Promise<Outcome<undefined>> {
  if (period.version !== change.version) return refuseOther(tx, actor, period);
  if (!allows(verb, period.state)) return refuse(WHY_NOT[verb]);
  const updated = await tx.measurementPeriod.updateMany({
    where: { id: period.id, version: change.version, state: { in: statesFor(verb) } },
    data: { ...change.data, version: { increment: 1 } },
  });
  if (updated.count === 0) return refuseOther(tx, actor, period);
  audit({
    action: `period.${verb}`,
    subject: { type: "period", id: period.id, label: periodLabel(period) },
    before: { state: period.state },
    after: change.after,
  });
  return done();
}

export type Moved = { contractId: string; month: string; version: number };
export type OnPeriod = { tx: Transaction; audit: Audit; tell: Tell; period: Period };

export async function onPeriod(
  actor: Who,
  named: Named,
  work: (context: OnPeriod) => Promise<Outcome<undefined>>,
): Promise<Outcome<Moved>> {
  return change(actor, async (tx, audit, tell) => {
    const first = await findPeriod(tx, actor, named.id);
    if (!first) return refuseMissing("period");
    await lockContractMonths(tx, first.contractId);
    const period = (await findPeriod(tx, actor, named.id)) ?? first;
    const outcome = await work({ tx, audit, tell, period });
    if (!outcome.ok) return outcome;
    const now = await tx.measurementPeriod.findUniqueOrThrow({ where: { id: period.id }, select: { version: true } });
    return done({ contractId: period.contractId, month: period.month, version: now.version });
  });
}

const sideOf = (actor: Who) => (actor.kind === "vendor" ? ("vendor" as const) : ("client" as const));
export const eventOf = ({ id, contractId, month }: Period) => ({ periodId: id, contractId, month });

/** The figures of the month are complete: they wait for the client to verify them. */
export function reportPeriod(actor: Who, named: Named): Promise<Outcome<Moved>> {
  return onPeriod(actor, named, async ({ tx, audit, tell, period }) => {
    const problem = await findReportProblem(tx, period.contractId, period.month);
    if (problem) return refuse(problem);
    const isAnswer = period.state === "disputed";
    tell(serviceLevelEvents.monthReported({ ...eventOf(period), side: sideOf(actor), isAnswer }));
    return move(tx, audit, actor, period, "report", {
      version: named.version,
      data: {
        state: "reported",
        reportedAt: await databaseNow(tx),
        reportedById: actor.kind === "member" ? actor.memberId : null,
        reportedByContactId: actor.kind === "vendor" ? actor.contactId : null,
        disputedAt: null,
        disputedById: null,
        disputedByContactId: null,
      },
      after: { state: "reported" },
    });
  });
}

/** Who reported a month, or recorded a figure of it, is not the one who agrees to it. */
async function hasReported(tx: Transaction, actor: MemberActor, period: Period): Promise<boolean> {
  if (period.reportedById === actor.memberId) return true;
  const own = await tx.$queryRaw<{ own: boolean }[]>`
    SELECT EXISTS (SELECT 1 FROM (
      SELECT DISTINCT ON (m.kpi_id) m.reported_by_id FROM measurement m JOIN kpi k ON k.id = m.kpi_id
      WHERE k.contract_id = ${period.contractId}::uuid AND m.month = ${period.month} ORDER BY m.kpi_id, m.sequence DESC
    ) AS last WHERE last.reported_by_id = ${actor.memberId}::uuid) AS own`;
  return own[0]?.own ?? false;
}

/**
 * Agrees to the figures: they are frozen as a version, and what they owe is posted. A month without charges has no base
 * for credits: that is said, or the charges are recorded first.
 */
export function verifyPeriod(actor: MemberActor, named: Named & { noChargesReason?: string }): Promise<Outcome<Moved>> {
  return onPeriod(actor, named, async ({ tx, audit, tell, period }) => {
    const { contractId, month, id } = period;
    const noChargesReason = named.noChargesReason ?? "";
    if (allows("verify", period.state)) {
      if (await hasReported(tx, actor, period))
        return refuseForbidden("You reported this month or recorded a figure of it. Somebody else verifies it.");
      const charged = await tx.monthlyCharge.count({ where: { contractId, month } });
      if (charged === 0 && noChargesReason === "")
        return refuseFields(
          { noChargesReason: "No charges are recorded for this month: record them, or say why there are none." },
          `${month} has no charges, so no credit can be computed from it.`,
        );
    }
    const moved = await move(tx, audit, actor, period, "verify", {
      version: named.version,
      data: { state: "verified", verifiedAt: await databaseNow(tx), verifiedById: actor.memberId, noChargesReason },
      after: { state: "verified", ...(noChargesReason ? { noChargesReason } : {}) },
    });
    if (!moved.ok) return moved;
    const of = { organizationId: actor.organizationId, contractId };
    const worlds = await computeWorlds(tx, of);
    const closed = worlds?.agreed.find((each) => each.month === month);
    if (!worlds || !closed) return refuse(`No service level holds in ${month}.`);
    const frozen = await freezePeriod(tx, of, worlds.loaded, closed, {
      periodId: id,
      kind: "verified",
      createdById: actor.memberId,
    });
    const label = periodLabel(period);
    const { currency } = period.contract;
    await postCredits(tx, audit, { ...of, periodId: id, label, currency, periodVersion: frozen.number }, closed);
    audit({
      action: "period.freeze",
      subject: { type: "period", id, label },
      after: { number: frozen.number, contentHash: frozen.contentHash },
    });
    tell(serviceLevelEvents.monthVerified(eventOf(period)));
    return done();
  });
}

export function disputePeriod(actor: Who, input: Named & { reason: string }): Promise<Outcome<Moved>> {
  return onPeriod(actor, input, async ({ tx, audit, tell, period }) => {
    const moved = await move(tx, audit, actor, period, "dispute", {
      version: input.version,
      data: {
        state: "disputed",
        disputedAt: await databaseNow(tx),
        disputedById: actor.kind === "member" ? actor.memberId : null,
        disputedByContactId: actor.kind === "vendor" ? actor.contactId : null,
        disputeReason: input.reason,
        verifiedAt: null,
        verifiedById: null,
      },
      after: { state: "disputed", reason: input.reason },
    });
    if (!moved.ok) return moved;
    await withdrawCredits(tx, period.id);
    tell(serviceLevelEvents.monthDisputed({ ...eventOf(period), side: sideOf(actor), reason: input.reason }));
    return moved;
  });
}
