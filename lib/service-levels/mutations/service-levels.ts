import "server-only";
import type { MemberActor } from "@/lib/access/actor";
import { lockEditable } from "@/lib/contracts/mutations/terms";
import { change } from "@/lib/server/change";
import { Prisma, type Transaction } from "@/lib/server/database";
import { refuseChanged } from "@/lib/server/stale";
import { d } from "@/lib/shared/decimal";
import { addMonths, type Month } from "@/lib/shared/month";
import { done, type Outcome, type Refusal, refuse, refuseFields, refuseMissing } from "@/lib/shared/outcome";
import { serviceLevelEvents } from "../events";
import { findOverAllocated } from "../rules/period-credits";
import { findServiceLevelProblem, type ServiceLevelInput, type UpdateServiceLevel } from "../schema";
import { lockContractMonths, recomputeContract } from "./recompute-contract";

export function columnsOf(input: Omit<ServiceLevelInput, "kpiId">) {
  const { class: level, category, expected, minimum, scheme, minimumVolume, graceUntil, effectiveFrom, clause } = input;
  return {
    class: level,
    category,
    expected,
    minimum,
    scheme: scheme === null ? Prisma.DbNull : (scheme as Prisma.InputJsonValue),
    minimumVolume,
    graceUntil,
    effectiveFrom,
    clause,
  };
}

async function findKpi(tx: Transaction, organizationId: string, id: string) {
  return tx.kpi.findFirst({
    where: { id, organizationId },
    select: { id: true, name: true, direction: true, contract: { select: { id: true, code: true } } },
  });
}

/** A locked month was signed on the terms of its time. */
async function refuseLocked(tx: Transaction, contractId: string, from: Month): Promise<Refusal | null> {
  const locked = await tx.measurementPeriod.findFirst({
    where: { contractId, state: "locked", month: { gte: from } },
    orderBy: { month: "desc" },
    select: { month: true },
  });
  return locked
    ? refuseFields({
        effectiveFrom: `${locked.month} is locked. New terms can begin in ${addMonths(locked.month, 1)}.`,
      })
    : null;
}

async function refuseOverAllocation(tx: Transaction, contractId: string, month: Month): Promise<Refusal | null> {
  const levels = await tx.serviceLevel.findMany({
    where: { contractId, effectiveFrom: { lte: month }, OR: [{ effectiveTo: null }, { effectiveTo: { gte: month } }] },
    select: { category: true, scheme: true },
  });
  const pools = levels.flatMap(({ category, scheme }) => {
    const stored = scheme as { type?: string; allocationPercent?: string } | null;
    return stored?.type === "pool" ? [{ category, allocationPercent: d(stored.allocationPercent ?? "0") }] : [];
  });
  const over = findOverAllocated(pools);
  if (over.length === 0) return null;
  const names = over.map((name) => name || "without a category").join(", ");
  return refuseFields({ "scheme.allocationPercent": `The allocations of ${names} sum to more than 100 %.` });
}

/** Puts a KPI under contract; where it is already, a further revision that holds from its month on. */
export async function addServiceLevel(
  actor: MemberActor,
  input: ServiceLevelInput,
): Promise<Outcome<{ id: string; contractId: string; version: number }>> {
  return change(actor, async (tx, audit, tell) => {
    const { organizationId } = actor;
    const kpi = await findKpi(tx, organizationId, input.kpiId);
    if (!kpi) return refuseMissing("KPI");
    const problem = findServiceLevelProblem(kpi.direction, input);
    if (problem) return refuseFields(problem);
    const contractId = kpi.contract.id;
    const locked = await lockEditable(tx, actor, contractId);
    if (!locked.ok) return locked;
    await lockContractMonths(tx, contractId);
    const isLocked = await refuseLocked(tx, contractId, input.effectiveFrom);
    if (isLocked) return isLocked;
    const last = await tx.serviceLevel.findFirst({
      where: { kpiId: kpi.id },
      orderBy: { revision: "desc" },
      select: { id: true, revision: true, effectiveFrom: true },
    });
    if (last && last.effectiveFrom >= input.effectiveFrom)
      return refuseFields({
        effectiveFrom: `Revision ${last.revision} holds from ${last.effectiveFrom}. Begin later, or edit it.`,
      });
    if (last)
      await tx.serviceLevel.update({
        where: { id: last.id },
        data: { effectiveTo: addMonths(input.effectiveFrom, -1), version: { increment: 1 } },
        select: { id: true },
      });
    const columns = columnsOf(input);
    const made = await tx.serviceLevel.create({
      data: { ...columns, organizationId, contractId, kpiId: kpi.id, revision: (last?.revision ?? 0) + 1 },
      select: { id: true, revision: true, version: true },
    });
    const tooMuch = await refuseOverAllocation(tx, contractId, input.effectiveFrom);
    if (tooMuch) return tooMuch;
    audit({
      action: "serviceLevel.create",
      subject: { type: "serviceLevel", id: made.id, label: `${kpi.contract.code} ${kpi.name}` },
      after: { ...columns, scheme: input.scheme, revision: made.revision },
    });
    tell(serviceLevelEvents.defined({ contractId }));
    await recomputeContract({ tx, audit, tell }, actor, { organizationId, contractId, fromMonth: input.effectiveFrom });
    return done({ id: made.id, contractId, version: made.version });
  });
}

/** Corrects the terms of the newest revision, as long as no month that they hold for is locked. */
export async function updateServiceLevel(
  actor: MemberActor,
  input: UpdateServiceLevel,
): Promise<Outcome<{ contractId: string }>> {
  return change(actor, async (tx, audit, tell) => {
    const { organizationId } = actor;
    const { id, version } = input;
    const before = await tx.serviceLevel.findFirst({
      where: { id, organizationId },
      include: {
        kpi: { select: { id: true, name: true, direction: true } },
        contract: { select: { id: true, code: true } },
      },
    });
    if (!before || before.kpiId !== input.kpiId) return refuseMissing("service level");
    const { kpi, contract, createdAt, updatedAt, ...old } = before;
    if (old.effectiveTo !== null) return refuse("A later revision took its place. Edit that one.");
    const problem = findServiceLevelProblem(kpi.direction, input);
    if (problem) return refuseFields(problem);
    const locked = await lockEditable(tx, actor, contract.id);
    if (!locked.ok) return locked;
    await lockContractMonths(tx, contract.id);
    const [first = input.effectiveFrom] = [old.effectiveFrom, input.effectiveFrom].sort();
    const isLocked = await refuseLocked(tx, contract.id, first);
    if (isLocked) return isLocked;
    const previous = await tx.serviceLevel.findFirst({
      where: { kpiId: kpi.id, revision: old.revision - 1 },
      select: { id: true, effectiveFrom: true },
    });
    if (previous && previous.effectiveFrom >= input.effectiveFrom)
      return refuseFields({ effectiveFrom: `Begin after ${previous.effectiveFrom}, when the revision before began.` });
    const columns = columnsOf(input);
    const updated = await tx.serviceLevel.updateMany({
      where: { id, organizationId, version },
      data: { ...columns, version: { increment: 1 } },
    });
    if (updated.count === 0)
      return refuseChanged(
        tx,
        { organizationId, type: "serviceLevel", id },
        {
          category: old.category,
          expected: old.expected.toFixed(),
          minimum: old.minimum.toFixed(),
          effectiveFrom: old.effectiveFrom,
          clause: old.clause,
          version: old.version,
        },
      );
    if (previous)
      await tx.serviceLevel.update({
        where: { id: previous.id },
        data: { effectiveTo: addMonths(input.effectiveFrom, -1) },
        select: { id: true },
      });
    const tooMuch = await refuseOverAllocation(tx, contract.id, input.effectiveFrom);
    if (tooMuch) return tooMuch;
    audit({
      action: "serviceLevel.update",
      subject: { type: "serviceLevel", id, label: `${contract.code} ${kpi.name}` },
      before: { ...old, expected: old.expected.toFixed(), minimum: old.minimum.toFixed() },
      after: { ...columns, scheme: input.scheme },
    });
    tell(serviceLevelEvents.defined({ contractId: contract.id }));
    await recomputeContract({ tx, audit, tell }, actor, { organizationId, contractId: contract.id, fromMonth: first });
    return done({ contractId: contract.id });
  });
}
