import "server-only";
import type { MemberActor, SystemActor } from "@/lib/access/actor";
import { change } from "@/lib/server/change";
import { databaseNow } from "@/lib/server/clock";
import type { Transaction } from "@/lib/server/database";
import { refuseChanged } from "@/lib/server/stale";
import { decimalOf } from "@/lib/server/values";
import { type Decimal, d, sum, toDecimalText } from "@/lib/shared/decimal";
import { done, type Outcome, refuse, refuseMissing } from "@/lib/shared/outcome";
import { readPlannedVolumes } from "@/lib/sourcing/awards/planned-volumes";
import { chargeEvents } from "../events";
import type { ChargeKind } from "../labels";
import { computeCharge, computedFields } from "./compute-charge";
import { type StoredCharge, storeMonthlyCharge } from "./months";

type Asked = { contractId: string; month: string; lineIds: readonly string[] };

/** What is known of a month without anybody reporting it; null: a person has to say what was delivered. */
function findPlan(kind: ChargeKind, volume: Decimal | undefined): object | null {
  if (kind === "fixedFee") return {};
  return (kind === "unitPrice" || kind === "baseline") && volume ? { volume: toDecimalText(volume) } : null;
}

/**
 * Proposes what lines come to in a month that has ended: fixed fees, and prices by volume with the volume that was
 * awarded. It counts for nothing until a person records it. Answers how many were new.
 */
export async function proposeCharges(actor: SystemActor, { contractId, month, lineIds }: Asked): Promise<number> {
  const { organizationId } = actor;
  const outcome = await change(actor, async (tx, audit, tell) => {
    const contract = await tx.contract.findFirst({
      where: { id: contractId, organizationId, activatedAt: { not: null } },
      select: { code: true, vendorId: true, awardId: true, currency: true },
    });
    if (!contract) return refuseMissing("contract");
    const { awardId, vendorId } = contract;
    const volumes = awardId ? await readPlannedVolumes(tx, { id: awardId, vendorId }) : new Map<string, Decimal>();
    const lines = await tx.chargeLine.findMany({
      where: { id: { in: [...lineIds] }, contractId, organizationId, monthlyCharges: { none: { month } } },
      select: computedFields,
      orderBy: { position: "asc" },
    });
    const rows = lines.flatMap((line) => {
      const plan = findPlan(line.kind, volumes.get(line.priceItemId ?? ""));
      const charged = plan && computeCharge(line, month, plan);
      if (!charged?.ok) return [];
      const { amount, delivery, steps } = charged.value;
      return [{ organizationId, contractId, chargeLineId: line.id, month, amount, delivery, steps }];
    });
    const made = await tx.chargeProposal.createManyAndReturn({
      data: rows,
      skipDuplicates: true,
      select: { id: true, amount: true, chargeLine: { select: { code: true } } },
    });
    if (made.length === 0) return refuse("Nothing of this month is known without a person.");
    const amount = sum(made.map((proposal) => d(proposal.amount.toFixed()))).toFixed();
    tell(chargeEvents.proposed({ contractId, month, proposals: made.length, amount, currency: contract.currency }));
    for (const proposal of made) {
      const label = `${contract.code} ${proposal.chargeLine.code} ${month}`;
      audit({
        action: "chargeProposal.create",
        subject: { type: "chargeProposal", id: proposal.id, label },
        after: { month, amount: decimalOf(proposal.amount) },
      });
    }
    return done(made.length);
  });
  return outcome.ok ? outcome.value : 0;
}

async function findOpen(tx: Transaction, actor: MemberActor, id: string, version: number) {
  const { organizationId } = actor;
  await tx.$queryRaw`SELECT 1 FROM charge_proposal WHERE id = ${id}::uuid AND organization_id = ${organizationId}::uuid FOR UPDATE`;
  const proposal = await tx.chargeProposal.findFirst({
    where: { id, organizationId },
    select: { id: true, chargeLineId: true, month: true, delivery: true, state: true, version: true },
  });
  if (!proposal) return refuseMissing("proposed charge");
  if (proposal.state !== "proposed") return refuse("This proposal was decided already.");
  if (proposal.version !== version)
    return refuseChanged(tx, { organizationId, type: "chargeProposal", id }, { version: proposal.version });
  return done(proposal);
}

/** Records what was proposed as the charge of the month: from then on it counts. */
export function confirmProposal(
  actor: MemberActor,
  id: string,
  version: number,
  note: string,
): Promise<Outcome<StoredCharge>> {
  return change(actor, async (tx, audit, tell) => {
    const found = await findOpen(tx, actor, id, version);
    if (!found.ok) return found;
    const { chargeLineId, month } = found.value;
    const delivery = found.value.delivery as Record<string, unknown>;
    const stored = await storeMonthlyCharge(tx, audit, actor, { chargeLineId, month, delivery, note, version: null });
    if (stored.ok) tell(chargeEvents.recorded({ contractId: stored.value.contractId, fromMonth: month }));
    return stored;
  });
}

/** It is not charged as proposed: the month waits for what a person records. */
export function declineProposal(
  actor: MemberActor,
  id: string,
  version: number,
  reason: string,
): Promise<Outcome<{ id: string; version: number }>> {
  return change(actor, async (tx, audit) => {
    const found = await findOpen(tx, actor, id, version);
    if (!found.ok) return found;
    const decided = { state: "declined", decidedById: actor.memberId, decidedAt: await databaseNow(tx) } as const;
    const saved = await tx.chargeProposal.update({
      where: { id },
      data: { ...decided, reason, version: { increment: 1 } },
      select: {
        version: true,
        month: true,
        chargeLine: { select: { code: true, contract: { select: { code: true } } } },
      },
    });
    const label = `${saved.chargeLine.contract.code} ${saved.chargeLine.code} ${saved.month}`;
    audit({ action: "chargeProposal.decline", subject: { type: "chargeProposal", id, label }, after: { reason } });
    return done({ id, version: saved.version });
  });
}
