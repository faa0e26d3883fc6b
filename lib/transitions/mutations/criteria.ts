import "server-only";
import type { MemberActor } from "@/lib/access/actor";
import { change } from "@/lib/server/change";
import { databaseNow } from "@/lib/server/clock";
import type { Transaction } from "@/lib/server/database";
import { refuseChanged } from "@/lib/server/stale";
import { done, type Outcome, refuse, refuseMissing } from "@/lib/shared/outcome";
import type { JudgeCriterion } from "../schema";
import { type LockedPlan, lockPlan } from "./lock";

type Versioned = { id: string; version: number };

function refuseAfterGoLive(plan: LockedPlan) {
  const isLive = plan.stage === "goLive" || plan.stage === "hypercare" || plan.stage === "closed";
  return isLive ? refuse("Go-live is decided. Its criteria stay as they were judged.") : null;
}

function criterionSubject(plan: { code: string }, criterion: { id: string; name: string }) {
  return { type: "goNoGoCriterion", id: criterion.id, label: `${plan.code} ${criterion.name}` };
}

export function addCriterion(actor: MemberActor, planId: string, name: string): Promise<Outcome<Versioned>> {
  return change(actor, async (tx, audit) => {
    const locked = await lockPlan(tx, actor, planId);
    if (!locked.ok) return locked;
    const refused = refuseAfterGoLive(locked.value);
    if (refused) return refused;
    const last = await tx.goNoGoCriterion.aggregate({ where: { planId }, _max: { position: true } });
    const position = (last._max.position ?? 0) + 1;
    const made = await tx.goNoGoCriterion.create({
      data: { organizationId: actor.organizationId, planId, name, position },
      select: { id: true, name: true, version: true },
    });
    audit({ action: "goNoGoCriterion.create", subject: criterionSubject(locked.value, made), after: { name } });
    return done({ id: made.id, version: made.version });
  });
}

async function lockCriterion(tx: Transaction, actor: MemberActor, id: string, version: number) {
  const { organizationId } = actor;
  const where = { id, organizationId };
  const place = await tx.goNoGoCriterion.findFirst({ where, select: { planId: true } });
  if (!place) return refuseMissing("criterion");
  const locked = await lockPlan(tx, actor, place.planId);
  if (!locked.ok) return locked;
  const criterion = await tx.goNoGoCriterion.findFirst({
    where,
    select: { id: true, name: true, state: true, evidence: true, waiverReason: true, version: true },
  });
  if (!criterion) return refuseMissing("criterion");
  if (criterion.version !== version) {
    const { state, evidence, waiverReason, version: now } = criterion;
    const values = { state, evidence, waiverReason, version: now };
    return refuseChanged(tx, { organizationId, type: "goNoGoCriterion", id }, values);
  }
  return done({ criterion, plan: locked.value });
}

/** Met with its evidence, waived with its reason, or open again. */
export function judgeCriterion(
  actor: MemberActor,
  id: string,
  version: number,
  input: JudgeCriterion,
): Promise<Outcome<Versioned>> {
  return change(actor, async (tx, audit) => {
    const locked = await lockCriterion(tx, actor, id, version);
    if (!locked.ok) return locked;
    const { criterion, plan } = locked.value;
    const refused = refuseAfterGoLive(plan);
    if (refused) return refused;
    const isOpen = input.state === "open";
    const saved = await tx.goNoGoCriterion.update({
      where: { id, version },
      data: {
        state: input.state,
        evidence: input.evidence,
        waiverReason: input.state === "waived" ? input.waiverReason : null,
        decidedById: isOpen ? null : actor.memberId,
        decidedAt: isOpen ? null : await databaseNow(tx),
        version: { increment: 1 },
      },
      select: { version: true },
    });
    audit({
      action: "goNoGoCriterion.judge",
      subject: criterionSubject(plan, criterion),
      before: criterion,
      after: input,
    });
    return done({ id, version: saved.version });
  });
}

export function removeCriterion(actor: MemberActor, id: string, version: number): Promise<Outcome<{ planId: string }>> {
  return change(actor, async (tx, audit) => {
    const locked = await lockCriterion(tx, actor, id, version);
    if (!locked.ok) return locked;
    const { criterion, plan } = locked.value;
    const refused = refuseAfterGoLive(plan);
    if (refused) return refused;
    await tx.goNoGoCriterion.delete({ where: { id } });
    audit({ action: "goNoGoCriterion.remove", subject: criterionSubject(plan, criterion), before: criterion });
    return done({ planId: plan.id });
  });
}
