import "server-only";
import type { MemberActor, VendorActor } from "@/lib/access/actor";
import { type Audit, change } from "@/lib/server/change";
import { databaseNow } from "@/lib/server/clock";
import type { Prisma, Transaction } from "@/lib/server/database";
import { refuseChanged } from "@/lib/server/stale";
import { done, type Outcome, type Refusal, refuse, refuseMissing } from "@/lib/shared/outcome";
import { allows, type PeriodVerb, statesFor } from "../rules/period-states";
import { lockContractMonths } from "./recompute-contract";
import { storeCredits } from "./store-credits";

type Who = MemberActor | VendorActor;
type Named = { id: string; version: number };

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
  contract: { select: { code: true, title: true, currency: true } },
} as const;
type Period = Prisma.MeasurementPeriodGetPayload<{ select: typeof periodFields }>;

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

async function refuseOther(tx: Transaction, actor: Who, period: Period): Promise<Refusal> {
  return refuseChanged(
    tx,
    { organizationId: actor.organizationId, type: "period", id: period.id },
    { state: period.state, version: period.version },
  );
}

/** Moves a period on, or says why not. The state and the version in the update decide a race. */
async function move(
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
    subject: {
      type: "period",
      id: period.id,
      label: `${period.contract.code} ${period.contract.title} ${period.month}`,
    },
    before: { state: period.state },
    after: change.after,
  });
  return done();
}

type Moved = { contractId: string; month: string; version: number };

async function onPeriod(
  actor: Who,
  named: Named,
  work: (tx: Transaction, audit: Audit, period: Period) => Promise<Outcome<undefined>>,
): Promise<Outcome<Moved>> {
  return change(actor, async (tx, audit) => {
    const first = await findPeriod(tx, actor, named.id);
    if (!first) return refuseMissing("period");
    await lockContractMonths(tx, first.contractId);
    const period = (await findPeriod(tx, actor, named.id)) ?? first;
    const outcome = await work(tx, audit, period);
    if (!outcome.ok) return outcome;
    const now = await tx.measurementPeriod.findUniqueOrThrow({ where: { id: period.id }, select: { version: true } });
    return done({ contractId: period.contractId, month: period.month, version: now.version });
  });
}

/** The figures of the month are complete: they wait for the client to verify them. */
export function reportPeriod(actor: Who, named: Named): Promise<Outcome<Moved>> {
  return onPeriod(actor, named, async (tx, audit, period) =>
    move(tx, audit, actor, period, "report", {
      version: named.version,
      data: {
        state: "reported",
        reportedAt: await databaseNow(tx),
        disputedAt: null,
        disputedById: null,
        disputedByContactId: null,
      },
      after: { state: "reported" },
    }),
  );
}

/** Agrees to the figures and stores the month's credits. */
export function verifyPeriod(actor: MemberActor, named: Named): Promise<Outcome<Moved>> {
  return onPeriod(actor, named, async (tx, audit, period) => {
    const moved = await move(tx, audit, actor, period, "verify", {
      version: named.version,
      data: { state: "verified", verifiedAt: await databaseNow(tx), verifiedById: actor.memberId },
      after: { state: "verified" },
    });
    if (!moved.ok) return moved;
    const { contractId, month, id } = period;
    await storeCredits(tx, audit, { organizationId: actor.organizationId, contractId, periodId: id, month });
    return done();
  });
}

export function disputePeriod(actor: Who, input: Named & { reason: string }): Promise<Outcome<Moved>> {
  return onPeriod(actor, input, async (tx, audit, period) => {
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
    // Credits that were only calculated fall with the figures they were calculated from.
    if (moved.ok) await tx.serviceCredit.deleteMany({ where: { periodId: period.id, state: "calculated" } });
    return moved;
  });
}

/** From here on nothing of the month is changed: late data restates it by an adjustment elsewhere. */
export function lockPeriod(actor: MemberActor, named: Named): Promise<Outcome<Moved>> {
  return onPeriod(actor, named, async (tx, audit, period) =>
    move(tx, audit, actor, period, "lock", {
      version: named.version,
      data: { state: "locked", lockedAt: await databaseNow(tx), lockedById: actor.memberId },
      after: { state: "locked" },
    }),
  );
}
