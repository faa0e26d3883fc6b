import "server-only";
import type { MemberActor, VendorActor } from "@/lib/access/actor";
import { type Audit, change } from "@/lib/server/change";
import { databaseNow } from "@/lib/server/clock";
import type { Prisma, Transaction } from "@/lib/server/database";
import { refuseChanged } from "@/lib/server/stale";
import { addMonths, type Month } from "@/lib/shared/month";
import { done, type Outcome, type Refusal, refuse, refuseForbidden, refuseMissing } from "@/lib/shared/outcome";
import { serviceLevelEvents } from "../events";
import type { ChangedMonth } from "../rules/period-content";
import { freezePeriod } from "./freeze-period";
import { findChanges, hashChanges } from "./propose-restatement";
import { computeWorlds, lockContractMonths, recomputeContract, type Worlds, writeResults } from "./recompute-contract";
import { periodFigures } from "./settle-periods";

type Who = MemberActor | VendorActor;
type Named = { id: string; version: number; reason: string };
type Decided = { contractId: string; id: string; version: number };

const fields = {
  id: true,
  state: true,
  version: true,
  contractId: true,
  contentHash: true,
  proposedSide: true,
  fromMonth: true,
  difference: true,
  currency: true,
  contract: { select: { code: true, title: true } },
} as const;
type Restatement = Prisma.RestatementGetPayload<{ select: typeof fields }>;

function find(tx: Transaction, actor: Who, id: string): Promise<Restatement | null> {
  return tx.restatement.findFirst({
    where: {
      id,
      organizationId: actor.organizationId,
      ...(actor.kind === "vendor" ? { contract: { vendorId: actor.vendorId } } : {}),
    },
    select: fields,
  });
}

const labelOf = (row: Restatement) => `${row.contract.code} ${row.contract.title} ${row.fromMonth}`;
const sideOf = (actor: Who) => (actor.kind === "vendor" ? "vendor" : "client");

/** Open, seen as it is now, and put by the other side; or why not. */
async function refuseDecision(tx: Transaction, actor: Who, row: Restatement, version: number): Promise<Refusal | null> {
  if (row.version !== version)
    return refuseChanged(
      tx,
      { organizationId: actor.organizationId, type: "restatement", id: row.id },
      { state: row.state, version: row.version },
    );
  if (row.state !== "proposed") return refuse("This was decided already.");
  return row.proposedSide === sideOf(actor)
    ? refuseForbidden("Your side proposed this restatement. The other side decides on it.")
    : null;
}

async function settle(tx: Transaction, actor: Who, row: Restatement, state: "accepted" | "disputed", reason: string) {
  await tx.restatement.update({
    where: { id: row.id, version: row.version },
    data: {
      state,
      decidedAt: await databaseNow(tx),
      decidedById: actor.kind === "member" ? actor.memberId : null,
      decidedByContactId: actor.kind === "vendor" ? actor.contactId : null,
      decisionReason: reason,
      version: { increment: 1 },
    },
  });
}

/**
 * Agrees to a restatement: every month that it names gets its next version, and the difference is posted once, in the
 * month that is open now. The months stay locked.
 */
export function acceptRestatement(actor: Who, named: Named): Promise<Outcome<Decided>> {
  return change(actor, async (tx, audit, tell) => {
    const first = await find(tx, actor, named.id);
    if (!first) return refuseMissing("restatement");
    await lockContractMonths(tx, first.contractId);
    const row = (await find(tx, actor, named.id)) ?? first;
    const refused = await refuseDecision(tx, actor, row, named.version);
    if (refused) return refused;
    const of = { organizationId: actor.organizationId, contractId: row.contractId };
    const worlds = await computeWorlds(tx, of);
    const changes = worlds ? findChanges(worlds) : [];
    if (!worlds || hashChanges(changes) !== row.contentHash)
      return refuse("The figures have moved since this was proposed. Look at it again.");
    await settle(tx, actor, row, "accepted", named.reason);
    await restateMonths(tx, audit, row, of, worlds, changes);
    await postAdjustment(tx, audit, row, of, changes);
    audit({
      action: "restatement.accept",
      subject: { type: "restatement", id: row.id, label: labelOf(row) },
      before: { state: "proposed" },
      after: { state: "accepted", difference: row.difference.toFixed(), reason: named.reason },
    });
    tell(serviceLevelEvents.restatementAccepted({ ...of, restatementId: row.id, side: sideOf(actor) }));
    // Open months count runs and caps from the months as they now stand.
    await recomputeContract({ tx, audit, tell }, actor, { ...of, fromMonth: row.fromMonth });
    return done({ contractId: row.contractId, id: row.id, version: row.version + 1 });
  });
}

async function restateMonths(
  tx: Transaction,
  audit: Audit,
  row: Restatement,
  of: { organizationId: string; contractId: string },
  worlds: Worlds,
  changes: readonly ChangedMonth[],
): Promise<void> {
  // The database lets locked months go on for this restatement, and only in this transaction.
  await tx.$executeRaw`SELECT set_config('steward.restatement', ${row.id}, true)`;
  const now = await databaseNow(tx);
  const months = new Set(changes.map(({ month }) => month));
  const restated = worlds.today.filter((each) => months.has(each.month));
  await writeResults(tx, of, worlds.loaded, restated);
  for (const closed of restated) {
    const period = await tx.measurementPeriod.update({
      where: { contractId_month: { contractId: of.contractId, month: closed.month } },
      data: { ...periodFigures(closed), restatedAt: now, version: { increment: 1 } },
      select: { id: true },
    });
    const version = await freezePeriod(tx, of, worlds.loaded, closed, {
      periodId: period.id,
      kind: "locked",
      restatementId: row.id,
    });
    audit({
      action: "period.restate",
      subject: { type: "period", id: period.id, label: `${row.contract.code} ${row.contract.title} ${closed.month}` },
      after: { number: version.number, contentHash: version.contentHash, restatement: row.id },
    });
  }
  await tx.$executeRaw`SELECT set_config('steward.restatement', '', true)`;
}

/** One entry for the whole restatement, in the first month after it that is not locked. */
async function postAdjustment(
  tx: Transaction,
  audit: Audit,
  row: Restatement,
  of: { organizationId: string; contractId: string },
  changes: readonly ChangedMonth[],
): Promise<void> {
  if (row.difference.isZero()) return;
  const [first, last] = [changes[0]?.month ?? row.fromMonth, changes.at(-1)?.month ?? row.fromMonth];
  const period = await findOpenPeriod(tx, of, last);
  const versions = await tx.periodVersion.aggregate({ where: { restatementId: row.id }, _max: { number: true } });
  await tx.creditEntry.create({
    data: {
      ...of,
      periodId: period.id,
      month: period.month,
      sourceMonth: first,
      periodVersion: versions._max.number ?? 1,
      kind: "adjustment",
      restatementId: row.id,
      amount: row.difference,
      currency: row.currency,
      reason: `Restatement of ${first === last ? first : `${first} to ${last}`}`,
      derivation: {
        steps: [
          ...changes.map(({ month, total }) => ({
            label: `Credit of ${month}: restated − before`,
            value: `${total.after} − ${total.before}`,
          })),
          { label: "Difference", value: `${row.difference.toFixed()} ${row.currency}` },
        ],
      },
    },
    select: { id: true },
  });
  audit({
    action: "credit.adjust",
    subject: { type: "period", id: period.id, label: `${row.contract.code} ${row.contract.title} ${period.month}` },
    after: { amount: row.difference.toFixed(), currency: row.currency, sourceMonth: first, restatement: row.id },
  });
}

async function findOpenPeriod(
  tx: Transaction,
  of: { organizationId: string; contractId: string },
  after: Month,
): Promise<{ id: string; month: string }> {
  const open = await tx.measurementPeriod.findFirst({
    where: { contractId: of.contractId, state: { not: "locked" }, month: { gt: after } },
    orderBy: { month: "asc" },
    select: { id: true, month: true },
  });
  if (open) return open;
  const last = await tx.measurementPeriod.aggregate({ where: { contractId: of.contractId }, _max: { month: true } });
  const month = addMonths(last._max.month ?? after, 1);
  return tx.measurementPeriod.create({ data: { ...of, month }, select: { id: true, month: true } });
}

/** Turns a restatement down: the locked months stay as they are, and the same is not proposed again. */
export function disputeRestatement(actor: Who, named: Named): Promise<Outcome<Decided>> {
  return change(actor, async (tx, audit, tell) => {
    const row = await find(tx, actor, named.id);
    if (!row) return refuseMissing("restatement");
    await lockContractMonths(tx, row.contractId);
    const refused = await refuseDecision(tx, actor, (await find(tx, actor, named.id)) ?? row, named.version);
    if (refused) return refused;
    await settle(tx, actor, row, "disputed", named.reason);
    audit({
      action: "restatement.dispute",
      subject: { type: "restatement", id: row.id, label: labelOf(row) },
      before: { state: "proposed" },
      after: { state: "disputed", reason: named.reason },
    });
    const { contractId } = row;
    tell(serviceLevelEvents.restatementDisputed({ contractId, restatementId: row.id, side: sideOf(actor) }));
    return done({ contractId, id: row.id, version: row.version + 1 });
  });
}
