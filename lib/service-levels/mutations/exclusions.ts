import "server-only";
import type { MemberActor, VendorActor } from "@/lib/access/actor";
import { change } from "@/lib/server/change";
import { databaseNow } from "@/lib/server/clock";
import { refuseChanged } from "@/lib/server/stale";
import { done, type Outcome, refuse, refuseForbidden, refuseMissing } from "@/lib/shared/outcome";
import type { ExclusionInput } from "../schema";
import { lockContractMonths, recomputeContract } from "./recompute-contract";

/** Asks for a month of a service level to be excused. Somebody else decides. */
export async function requestExclusion(
  actor: MemberActor | VendorActor,
  input: ExclusionInput,
): Promise<Outcome<{ id: string; version: number }>> {
  return change(actor, async (tx, audit) => {
    const { organizationId } = actor;
    const contract = await tx.contract.findFirst({
      where: {
        id: input.contractId,
        organizationId,
        ...(actor.kind === "vendor" ? { vendorId: actor.vendorId } : {}),
      },
      select: { id: true, code: true },
    });
    if (!contract) return refuseMissing("contract");
    if (input.serviceLevelId !== null) {
      const level = await tx.serviceLevel.count({ where: { id: input.serviceLevelId, contractId: contract.id } });
      if (level === 0) return refuseMissing("service level");
    }
    const period = await tx.measurementPeriod.findUnique({
      where: { contractId_month: { contractId: contract.id, month: input.month } },
      select: { state: true },
    });
    if (period?.state === "locked") return refuse(`${input.month} is locked. Agree on an adjustment instead.`);
    const result = input.serviceLevelId
      ? await tx.periodResult.findUnique({
          where: { serviceLevelId_month: { serviceLevelId: input.serviceLevelId, month: input.month } },
          select: { value: true },
        })
      : null;
    const made = await tx.exclusion.create({
      data: {
        ...input,
        organizationId,
        valueBefore: result?.value ?? null,
        requestedById: actor.kind === "member" ? actor.memberId : null,
        requestedByContactId: actor.kind === "vendor" ? actor.contactId : null,
      },
      select: { id: true, version: true },
    });
    audit({
      action: "exclusion.request",
      subject: { type: "exclusion", id: made.id, label: `${contract.code} ${input.month}` },
      after: input,
    });
    return done(made);
  });
}

/** Approves or rejects; who asked for it can't be the one who decides. Results follow in the same transaction. */
export async function decideExclusion(
  actor: MemberActor,
  input: { id: string; version: number },
  decision: "approved" | "rejected",
): Promise<Outcome<{ contractId: string; month: string }>> {
  return change(actor, async (tx, audit, tell) => {
    const { organizationId } = actor;
    const before = await tx.exclusion.findFirst({
      where: { id: input.id, organizationId },
      select: {
        id: true,
        state: true,
        month: true,
        version: true,
        contractId: true,
        requestedById: true,
        contract: { select: { code: true } },
      },
    });
    if (!before) return refuseMissing("exclusion");
    if (before.requestedById === actor.memberId)
      return refuseForbidden("You asked for this exclusion. Somebody else has to decide on it.");
    await lockContractMonths(tx, before.contractId);
    const period = await tx.measurementPeriod.findUnique({
      where: { contractId_month: { contractId: before.contractId, month: before.month } },
      select: { state: true },
    });
    if (decision === "approved" && period?.state === "locked")
      return refuse(`${before.month} is locked. Agree on an adjustment instead.`);
    const updated = await tx.exclusion.updateMany({
      where: { id: input.id, organizationId, version: input.version, state: "requested" },
      data: {
        state: decision,
        decidedById: actor.memberId,
        decidedAt: await databaseNow(tx),
        version: { increment: 1 },
      },
    });
    if (updated.count === 0) {
      if (before.version === input.version) return refuse("This was decided already.");
      return refuseChanged(
        tx,
        { organizationId, type: "exclusion", id: input.id },
        { state: before.state, version: before.version },
      );
    }
    audit({
      action: `exclusion.${decision === "approved" ? "approve" : "reject"}`,
      subject: { type: "exclusion", id: input.id, label: `${before.contract.code} ${before.month}` },
      before: { state: before.state },
      after: { state: decision },
    });
    if (decision === "approved")
      await recomputeContract(tx, audit, tell, {
        organizationId,
        contractId: before.contractId,
        fromMonth: before.month,
      });
    return done({ contractId: before.contractId, month: before.month });
  });
}
