import "server-only";
import type { MemberActor } from "@/lib/access/actor";
import { change } from "@/lib/server/change";
import type { Transaction } from "@/lib/server/database";
import { refuseChanged } from "@/lib/server/stale";
import { dayOf, toDay } from "@/lib/server/values";
import { done, type Outcome, refuseMissing } from "@/lib/shared/outcome";
import { riskEvents } from "./events";
import { checkOwner, type Saved, type Target } from "./mutations";
import type { MitigationInput } from "./schema";

function valuesOf(input: MitigationInput) {
  return { ...input, dueDate: toDay(input.dueDate), doneOn: toDay(input.doneOn) };
}

export function addMitigation(actor: MemberActor, riskId: string, input: MitigationInput): Promise<Outcome<Saved>> {
  return change(actor, async (tx, audit, tell) => {
    const { organizationId } = actor;
    const risk = await tx.risk.findFirst({
      where: { id: riskId, organizationId },
      select: { code: true, title: true },
    });
    if (!risk) return refuseMissing("risk");
    const checked = await checkOwner(tx, organizationId, input.ownerId);
    if (!checked.ok) return checked;
    const made = await tx.riskMitigation.create({
      data: { ...valuesOf(input), organizationId, riskId },
      select: { id: true, version: true },
    });
    tell(riskEvents.mitigationChanged({ riskId }));
    audit({
      action: "mitigation.create",
      subject: { type: "risk", id: riskId, label: `${risk.code} ${risk.title}` },
      after: input,
    });
    return done(made);
  });
}

async function findForChange(tx: Transaction, organizationId: string, id: string) {
  const found = await tx.riskMitigation.findFirst({
    where: { id, organizationId },
    select: {
      riskId: true,
      description: true,
      dueDate: true,
      doneOn: true,
      ownerId: true,
      version: true,
      risk: { select: { code: true, title: true } },
    },
  });
  if (!found) return null;
  const { risk, riskId, ...values } = found;
  return {
    subject: { type: "risk", id: riskId, label: `${risk.code} ${risk.title}` },
    values: { ...values, dueDate: dayOf(values.dueDate), doneOn: dayOf(values.doneOn) },
  };
}

export function updateMitigation(
  actor: MemberActor,
  target: Target,
  input: MitigationInput,
): Promise<Outcome<Saved & { riskId: string }>> {
  return change(actor, async (tx, audit, tell) => {
    const { organizationId } = actor;
    const found = await findForChange(tx, organizationId, target.id);
    if (!found) return refuseMissing("mitigation");
    const checked = await checkOwner(tx, organizationId, input.ownerId);
    if (!checked.ok) return checked;
    const changed = await tx.riskMitigation.updateMany({
      where: { id: target.id, organizationId, version: target.version },
      data: { ...valuesOf(input), version: { increment: 1 } },
    });
    if (changed.count === 0) return refuseChanged(tx, { organizationId, ...found.subject }, found.values);
    tell(riskEvents.mitigationChanged({ riskId: found.subject.id }));
    audit({ action: "mitigation.update", subject: found.subject, before: found.values, after: input });
    return done({ id: target.id, version: target.version + 1, riskId: found.subject.id });
  });
}

export function removeMitigation(actor: MemberActor, target: Target): Promise<Outcome<{ riskId: string }>> {
  return change(actor, async (tx, audit, tell) => {
    const { organizationId } = actor;
    const found = await findForChange(tx, organizationId, target.id);
    if (!found) return refuseMissing("mitigation");
    const removed = await tx.riskMitigation.deleteMany({
      where: { id: target.id, organizationId, version: target.version },
    });
    if (removed.count === 0) return refuseChanged(tx, { organizationId, ...found.subject }, found.values);
    tell(riskEvents.mitigationChanged({ riskId: found.subject.id }));
    audit({ action: "mitigation.remove", subject: found.subject, before: found.values });
    return done({ riskId: found.subject.id });
  });
}
