import "server-only";
import type { MemberActor } from "@/lib/access/actor";
import { change } from "@/lib/server/change";
import type { Transaction } from "@/lib/server/database";
import { refuseChanged } from "@/lib/server/stale";
import { dayOf, decimalOf, toDay } from "@/lib/server/values";
import { done, type Outcome, refuse, refuseFields, refuseMissing } from "@/lib/shared/outcome";
import { objectiveValues, type Saved, type Target } from "./mutations";
import type { CreateObjective, UpdateObjective } from "./schema";

const ENDED = ["closed", "cancelled"];

export function createObjective(
  actor: MemberActor,
  engagementId: string,
  input: CreateObjective,
): Promise<Outcome<Saved>> {
  return change(actor, async (tx, audit) => {
    const { organizationId } = actor;
    const engagement = await tx.engagement.findFirst({
      where: { id: engagementId, organizationId },
      select: { code: true, name: true, stage: true, _count: { select: { objectives: true } } },
    });
    if (!engagement) return refuseMissing("engagement");
    if (ENDED.includes(engagement.stage)) return refuse("This engagement has ended. Its objectives stay as they are.");
    const made = await tx.objective.create({
      data: { ...objectiveValues(input), organizationId, engagementId, position: engagement._count.objectives },
      select: { id: true, version: true },
    });
    audit({
      action: "objective.create",
      subject: { type: "engagement", id: engagementId, label: `${engagement.code} ${engagement.name}` },
      after: input,
    });
    return done(made);
  });
}

function findForChange(tx: Transaction, organizationId: string, id: string) {
  return tx.objective.findFirst({
    where: { id, organizationId },
    select: {
      kind: true,
      name: true,
      unit: true,
      direction: true,
      baseline: true,
      target: true,
      dueDate: true,
      realised: true,
      realisedOn: true,
      version: true,
      engagementId: true,
      engagement: { select: { code: true, name: true } },
    },
  });
}

/** Texts of an objective by form field. */
function textsOf(found: NonNullable<Awaited<ReturnType<typeof findForChange>>>) {
  const { engagement: _, engagementId: __, ...values } = found;
  return {
    ...values,
    baseline: decimalOf(values.baseline),
    target: decimalOf(values.target),
    dueDate: dayOf(values.dueDate),
    realised: decimalOf(values.realised),
    realisedOn: dayOf(values.realisedOn),
  };
}

export function updateObjective(
  actor: MemberActor,
  target: Target,
  input: UpdateObjective,
): Promise<Outcome<Saved & { engagementId: string }>> {
  return change(actor, async (tx, audit) => {
    const { organizationId } = actor;
    const found = await findForChange(tx, organizationId, target.id);
    if (!found) return refuseMissing("objective");
    if (input.realised !== null && input.realisedOn === null) {
      return refuseFields({ realisedOn: "Say on which day this was measured." });
    }
    const changed = await tx.objective.updateMany({
      where: { id: target.id, organizationId, version: target.version },
      data: {
        ...objectiveValues(input),
        realised: input.realised,
        realisedOn: toDay(input.realisedOn),
        version: { increment: 1 },
      },
    });
    const subject = { type: "engagement", id: found.engagementId };
    if (changed.count === 0) return refuseChanged(tx, { organizationId, ...subject }, textsOf(found));
    audit({
      action: "objective.update",
      subject: { ...subject, label: `${found.engagement.code} ${found.engagement.name}` },
      before: textsOf(found),
      after: input,
    });
    return done({ id: target.id, version: target.version + 1, engagementId: found.engagementId });
  });
}

export function removeObjective(actor: MemberActor, target: Target): Promise<Outcome<{ engagementId: string }>> {
  return change(actor, async (tx, audit) => {
    const { organizationId } = actor;
    const found = await findForChange(tx, organizationId, target.id);
    if (!found) return refuseMissing("objective");
    const removed = await tx.objective.deleteMany({
      where: { id: target.id, organizationId, version: target.version },
    });
    const subject = { type: "engagement", id: found.engagementId };
    if (removed.count === 0) return refuseChanged(tx, { organizationId, ...subject }, textsOf(found));
    audit({
      action: "objective.remove",
      subject: { ...subject, label: `${found.engagement.code} ${found.engagement.name}` },
      before: textsOf(found),
    });
    return done({ engagementId: found.engagementId });
  });
}
