import "server-only";
import type { Actor, MemberActor } from "@/lib/access/actor";
import type { Prisma, Transaction } from "@/lib/server/database";
import { refuseChanged } from "@/lib/server/stale";
import { dayOf, toDay } from "@/lib/server/values";
import { done, type Outcome, refuseMissing } from "@/lib/shared/outcome";
import { type LockedContract, lockContract } from "./lock";

const select = {
  id: true,
  contractId: true,
  number: true,
  state: true,
  effectiveFrom: true,
  summary: true,
  changes: true,
  parts: true,
  needsApproval: true,
  needsAssent: true,
  approvedAt: true,
  createdById: true,
  version: true,
} as const;

function present({ effectiveFrom, ...row }: Prisma.ContractAmendmentGetPayload<{ select: typeof select }>) {
  return { ...row, effectiveFrom: dayOf(effectiveFrom) };
}
export type AmendmentRecord = ReturnType<typeof present>;

export function amendmentSubject(contract: { code: string }, amendment: { id: string; number: number }) {
  return { type: "contractAmendment", id: amendment.id, label: `${contract.code} amendment ${amendment.number}` };
}

/** An amendment with its contract, which is locked: all amendments of a contract wait for each other. */
export async function lockAmendment(
  tx: Transaction,
  actor: Actor,
  id: string,
  version?: number,
): Promise<Outcome<{ amendment: AmendmentRecord; contract: LockedContract }>> {
  const { organizationId } = actor;
  const where = { id, organizationId };
  const place = await tx.contractAmendment.findFirst({ where, select: { contractId: true } });
  if (!place) return refuseMissing("amendment");
  const locked = await lockContract(tx, actor, place.contractId);
  // What it belongs to is not theirs: then this is not there either.
  if (!locked.ok) return refuseMissing("amendment");
  const row = await tx.contractAmendment.findFirst({ where, select });
  const isHidden = actor.kind === "vendor" && (row?.state === "draft" || row?.needsAssent === false);
  if (!row || isHidden) return refuseMissing("amendment");
  const amendment = present(row);
  if (version !== undefined && version !== amendment.version) {
    const { summary, effectiveFrom } = amendment;
    const values = { summary, effectiveFrom, version: amendment.version };
    return refuseChanged(tx, { organizationId, type: "contractAmendment", id }, values);
  }
  return done({ amendment, contract: locked.value });
}

export type NewAmendment = { effectiveFrom: string; summary: string };

/** The next number; the contract is locked, so that numbers have no gaps and no doubles. */
export async function createAmendment(
  tx: Transaction,
  actor: MemberActor,
  contractId: string,
  { effectiveFrom, summary }: NewAmendment,
): Promise<AmendmentRecord> {
  const last = await tx.contractAmendment.aggregate({ where: { contractId }, _max: { number: true } });
  const made = await tx.contractAmendment.create({
    data: {
      organizationId: actor.organizationId,
      contractId,
      number: (last._max.number ?? 0) + 1,
      effectiveFrom: toDay(effectiveFrom),
      summary,
      createdById: actor.memberId,
    },
    select,
  });
  return present(made);
}

export function findAmendmentHead(tx: Transaction, id: string) {
  return tx.contractAmendment.findUniqueOrThrow({
    where: { id },
    select: { number: true, state: true, summary: true, needsAssent: true },
  });
}

/** The one that is being written or that waits for somebody: there is one at a time. */
export function findOpenAmendment(tx: Transaction, contractId: string) {
  return tx.contractAmendment.findFirst({
    where: { contractId, state: { in: ["draft", "proposed"] } },
    select: { id: true, number: true },
  });
}

export async function deleteDraft(tx: Transaction, id: string): Promise<void> {
  await tx.contractAmendment.delete({ where: { id } });
}

/** Writes what is given; what may still change in which state, the database knows. */
export async function updateAmendment(
  tx: Transaction,
  id: string,
  data: Prisma.ContractAmendmentUncheckedUpdateInput,
): Promise<AmendmentRecord> {
  return present(
    await tx.contractAmendment.update({ where: { id }, data: { ...data, version: { increment: 1 } }, select }),
  );
}
