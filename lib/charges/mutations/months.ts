import "server-only";
import type { MemberActor } from "@/lib/access/actor";
import { type Audit, change } from "@/lib/server/change";
import { databaseNow, databaseToday } from "@/lib/server/clock";
import type { Transaction } from "@/lib/server/database";
import { refuseChanged } from "@/lib/server/stale";
import { decimalOf } from "@/lib/server/values";
import { done, type Outcome, refuse, refuseFields, refuseMissing } from "@/lib/shared/outcome";
import type { Step } from "@/lib/shared/steps";
import { chargeEvents } from "../events";
import type { MonthlyChargeInput } from "../schema";
import { computeCharge, computedFields } from "./compute-charge";

export type StoredCharge = {
  id: string;
  contractId: string;
  chargeLineId: string;
  month: string;
  amount: string;
  currency: string;
  steps: Step[];
  version: number;
};

/** Charges belong to a contract that was active once, and to months that have begun. */
async function refuseMonth(
  tx: Transaction,
  contract: { timeZone: string; activatedAt: Date | null },
  month: string,
): Promise<Outcome<undefined>> {
  if (!contract.activatedAt) return refuse("Charges are recorded once the contract is active.");
  const today = await databaseToday(contract.timeZone, tx);
  if (month > today.slice(0, 7)) return refuseFields({ month: "This month has not begun." });
  return done();
}

/** Computes what a line comes to in a month and stores it, in the caller's transaction. */
export async function storeMonthlyCharge(
  tx: Transaction,
  audit: Audit,
  actor: MemberActor,
  input: MonthlyChargeInput,
): Promise<Outcome<StoredCharge>> {
  const { organizationId } = actor;
  const { chargeLineId, month, note } = input;
  // The line's row orders those who write the same month; other lines go on.
  await tx.$queryRaw`SELECT 1 FROM charge_line WHERE id = ${chargeLineId}::uuid FOR UPDATE`;
  const line = await tx.chargeLine.findFirst({ where: { id: chargeLineId, organizationId }, select: computedFields });
  if (!line) return refuseMissing("charge line");
  const { contract, contractId, kind } = line;
  const allowed = await refuseMonth(tx, contract, month);
  if (!allowed.ok) return allowed;
  const charged = computeCharge(line, month, input.delivery);
  if (!charged.ok) return charged;
  const { amount, volume, steps, delivery } = charged.value;
  const key = { chargeLineId_month: { chargeLineId, month } };
  const before = await tx.monthlyCharge.findUnique({
    where: key,
    select: { id: true, amount: true, note: true, version: true },
  });
  if ((before?.version ?? null) !== input.version) return refuseOther(tx, organizationId, before);
  if (kind === "milestone" && Number(amount) !== 0) {
    const paid = await tx.monthlyCharge.findFirst({
      where: { chargeLineId, month: { not: month }, amount: { not: 0 } },
      select: { month: true },
    });
    if (paid) return refuse(`This milestone was charged in ${paid.month}. It is owed once.`);
  }
  const isLocked = await tx.measurementPeriod.findFirst({
    where: { contractId, month, state: "locked" },
    select: { id: true },
  });
  if (isLocked && note === "") {
    return refuseFields({ note: `${month} is locked. Say why its charge is corrected: the credits are restated.` });
  }
  const values = { delivery: JSON.parse(JSON.stringify(delivery)), amount, volume, steps, note };
  const stored = await tx.monthlyCharge.upsert({
    where: key,
    create: { ...values, organizationId, contractId, chargeLineId, month },
    update: { ...values, version: { increment: 1 } },
    select: { id: true, version: true },
  });
  await closeProposals(tx, actor, { chargeLineId, month });
  audit({
    action: before ? "monthlyCharge.correct" : "monthlyCharge.record",
    subject: { type: "monthlyCharge", id: stored.id, label: `${contract.code} ${line.code} ${month}` },
    ...(before ? { before: { amount: decimalOf(before.amount), note: before.note } } : {}),
    after: { month, amount, currency: contract.currency, delivery, note },
  });
  const { currency } = contract;
  return done({ id: stored.id, contractId, chargeLineId, month, amount, currency, steps, version: stored.version });
}

type Existing = { id: string; amount: { toFixed(): string }; note: string; version: number } | null;

function refuseOther(tx: Transaction, organizationId: string, now: Existing) {
  if (!now) return refuse("That charge is not there any more. Record it anew.");
  const values = { note: now.note, version: now.version };
  return refuseChanged(tx, { organizationId, type: "monthlyCharge", id: now.id }, values);
}

/** Records the charge of a month; what is computed from charges follows. */
export function recordMonthlyCharge(actor: MemberActor, input: MonthlyChargeInput): Promise<Outcome<StoredCharge>> {
  return change(actor, async (tx, audit, tell) => {
    const stored = await storeMonthlyCharge(tx, audit, actor, input);
    if (!stored.ok) return stored;
    const { contractId, month } = stored.value;
    tell(chargeEvents.recorded({ contractId, fromMonth: month }));
    return stored;
  });
}

/** What was proposed for the month is decided by whoever records its charge, whatever it comes to. */
async function closeProposals(
  tx: Transaction,
  actor: MemberActor,
  of: { chargeLineId: string; month: string },
): Promise<void> {
  await tx.chargeProposal.updateMany({
    where: { ...of, state: "proposed" },
    data: {
      state: "recorded",
      decidedById: actor.memberId,
      decidedAt: await databaseNow(tx),
      version: { increment: 1 },
    },
  });
}
