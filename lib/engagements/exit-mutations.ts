import "server-only";
import type { MemberActor } from "@/lib/access/actor";
import { change } from "@/lib/server/change";
import { databaseNow } from "@/lib/server/clock";
import { refuseChanged } from "@/lib/server/stale";
import { done, type Outcome, refuse, refuseFields, refuseMissing } from "@/lib/shared/outcome";
import type { Saved, Target } from "./mutations";
import type { ChecklistItem } from "./schema";
import { findStaged, subjectOf } from "./stage-records";

export function addChecklistItem(actor: MemberActor, engagementId: string, name: string): Promise<Outcome<Saved>> {
  return change(actor, async (tx, audit) => {
    const engagement = await findStaged(tx, actor, engagementId);
    if (!engagement) return refuseMissing("engagement");
    if (engagement.stage !== "exit") return refuse("The checklist is worked on while the engagement is in exit.");
    const of = { engagementId, organizationId: actor.organizationId };
    const position = (await tx.exitChecklistItem.count({ where: of })) + 1;
    const made = await tx.exitChecklistItem.create({
      data: { ...of, name, position },
      select: { id: true, version: true },
    });
    audit({ action: "exitChecklist.add", subject: subjectOf(engagement), after: { name } });
    return done(made);
  });
}

/** Ticks an item off with its evidence, waives it with a reason, or opens it again. */
export function updateChecklistItem(
  actor: MemberActor,
  target: Target,
  input: ChecklistItem,
): Promise<Outcome<Saved & { engagementId: string }>> {
  return change(actor, async (tx, audit) => {
    const item = await tx.exitChecklistItem.findFirst({
      where: { id: target.id, organizationId: actor.organizationId },
      select: {
        engagementId: true,
        name: true,
        state: true,
        evidence: true,
        waiverReason: true,
        version: true,
        engagement: { select: { id: true, code: true, name: true, stage: true } },
      },
    });
    if (!item) return refuseMissing("checklist item");
    if (item.engagement.stage !== "exit") {
      return refuse("The checklist is worked on while the engagement is in exit.");
    }
    if (input.state === "waived" && !input.waiverReason) {
      return refuseFields({ waiverReason: "Say why this need not be done." });
    }
    const isDecided = input.state !== "open";
    const changed = await tx.exitChecklistItem.updateMany({
      where: { id: target.id, organizationId: actor.organizationId, version: target.version },
      data: {
        state: input.state,
        evidence: input.evidence,
        waiverReason: input.state === "waived" ? input.waiverReason : null,
        decidedById: isDecided ? actor.memberId : null,
        decidedAt: isDecided ? await databaseNow(tx) : null,
        version: { increment: 1 },
      },
    });
    const { state, evidence, waiverReason, version } = item;
    if (changed.count === 0) {
      const subject = { organizationId: actor.organizationId, type: "engagement", id: item.engagementId };
      return refuseChanged(tx, subject, { state, evidence, waiverReason, version });
    }
    audit({
      action: "exitChecklist.update",
      subject: subjectOf(item.engagement),
      before: { name: item.name, state, evidence, waiverReason },
      after: input,
    });
    return done({ id: target.id, version: target.version + 1, engagementId: item.engagementId });
  });
}
