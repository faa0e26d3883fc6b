import "server-only";
import type { MemberActor } from "@/lib/access/actor";
import { change } from "@/lib/server/change";
import type { Transaction } from "@/lib/server/database";
import { refuseChanged } from "@/lib/server/stale";
import { dayOf, toDay } from "@/lib/server/values";
import { done, type Outcome, refuseMissing } from "@/lib/shared/outcome";
import { governanceEvents } from "./events";
import { checkReferences, readToday, type Saved, type Target } from "./references";
import type { ActionItemInput } from "./schema";

function valuesOf(input: ActionItemInput, today: Date) {
  return { ...input, dueDate: toDay(input.dueDate), doneOn: input.state === "done" ? today : null };
}

export function createActionItem(actor: MemberActor, input: ActionItemInput): Promise<Outcome<Saved>> {
  return change(actor, async (tx, audit, tell) => {
    const { organizationId } = actor;
    const checked = await checkReferences(tx, organizationId, input);
    if (!checked.ok) return checked;
    const made = await tx.actionItem.create({
      data: { ...valuesOf(input, await readToday(tx, organizationId)), organizationId },
      select: { id: true, version: true },
    });
    tell(governanceEvents.actionChanged({ engagementId: input.engagementId }));
    if (input.ownerId) tell(governanceEvents.actionAssigned({ actionId: made.id, ownerId: input.ownerId }));
    audit({
      action: "actionItem.create",
      subject: { type: "actionItem", id: made.id, label: input.title },
      after: input,
    });
    return done({ ...made, engagementId: input.engagementId });
  });
}

async function findForChange(tx: Transaction, organizationId: string, id: string) {
  const found = await tx.actionItem.findFirst({
    where: { id, organizationId },
    select: {
      engagementId: true,
      title: true,
      description: true,
      ownerId: true,
      vendorOwner: true,
      dueDate: true,
      state: true,
      doneOn: true,
      version: true,
    },
  });
  return found && { ...found, dueDate: dayOf(found.dueDate), doneOn: dayOf(found.doneOn) };
}

export function updateActionItem(actor: MemberActor, target: Target, input: ActionItemInput): Promise<Outcome<Saved>> {
  return change(actor, async (tx, audit, tell) => {
    const { organizationId } = actor;
    const before = await findForChange(tx, organizationId, target.id);
    if (!before) return refuseMissing("action");
    const checked = await checkReferences(tx, organizationId, input);
    if (!checked.ok) return checked;
    // Done stays done on the day on which it was.
    const doneOn = toDay(before.doneOn) ?? (await readToday(tx, organizationId));
    const changed = await tx.actionItem.updateMany({
      where: { id: target.id, organizationId, version: target.version },
      data: { ...valuesOf(input, doneOn), version: { increment: 1 } },
    });
    const subject = { type: "actionItem", id: target.id, label: input.title };
    if (changed.count === 0) return refuseChanged(tx, { organizationId, ...subject }, before);
    tell(governanceEvents.actionChanged({ engagementId: input.engagementId }));
    if (before.engagementId !== input.engagementId)
      tell(governanceEvents.actionChanged({ engagementId: before.engagementId }));
    if (input.ownerId && input.ownerId !== before.ownerId)
      tell(governanceEvents.actionAssigned({ actionId: target.id, ownerId: input.ownerId }));
    audit({ action: "actionItem.update", subject, before, after: input });
    return done({ id: target.id, version: target.version + 1, engagementId: input.engagementId });
  });
}
