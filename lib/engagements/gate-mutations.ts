import "server-only";
import type { MemberActor } from "@/lib/access/actor";
import { type Audit, change } from "@/lib/server/change";
import { databaseNow } from "@/lib/server/clock";
import { isUniqueViolation } from "@/lib/server/conflicts";
import type { Transaction } from "@/lib/server/database";
import type { Tell } from "@/lib/server/happenings";
import { done, type Outcome, refuse, refuseFields, refuseForbidden, refuseMissing } from "@/lib/shared/outcome";
import { decideApproval, requestApproval, withdrawApprovals } from "./approvals";
import { engagementEvents } from "./events";
import { type Gate, readGate } from "./gate";
import { stageLabels } from "./labels";
import type { Saved, Target } from "./mutations";
import { decideGate as judgeGate } from "./rules/gate-approval";
import { checkMove, type Outcome as Ending } from "./rules/stages";
import type { DecideGate, PassGate } from "./schema";
import { findStaged, refuseStaleStage, type StagedEngagement, subjectOf, writeStage } from "./stage-records";

type Ready = { engagement: StagedEngagement; gate: Gate & { next: NonNullable<Gate["next"]> } };

async function prepare(
  tx: Transaction,
  actor: MemberActor,
  target: Target,
  outcome: Ending | null,
): Promise<Outcome<Ready>> {
  const engagement = await findStaged(tx, actor, target.id);
  if (!engagement) return refuseMissing("engagement");
  if (engagement.version !== target.version) return refuseStaleStage(tx, engagement);
  const gate = await readGate(tx, engagement);
  if (gate.next === null) return refuse("This engagement has ended: there is no gate any more.");
  const move = checkMove(engagement.stage, gate.next, { outcome: outcome ?? undefined });
  if (!move.isAllowed) return refuseFields({ outcome: move.reason }, move.reason);
  return done({ engagement, gate: { ...gate, next: gate.next } });
}

function summaryOf(gate: Ready["gate"]): string {
  const unmet = gate.conditions.filter((condition) => !condition.isMet).length;
  const words = `Pass the gate from ${stageLabels[gate.stage]} to ${stageLabels[gate.next]}`;
  if (unmet === 0) return words;
  return `${words} although ${unmet} of ${gate.conditions.length} conditions ${unmet === 1 ? "is" : "are"} not met`;
}

/** Asks the role that decides this gate. With unmet conditions this asks for a waiver, which needs a written reason. */
export function requestGate(actor: MemberActor, target: Target, input: PassGate): Promise<Outcome<Saved>> {
  return change(actor, async (tx, audit) => {
    const ready = await prepare(tx, actor, target, input.outcome);
    if (!ready.ok) return ready;
    const { engagement, gate } = ready.value;
    if (gate.approver === null) return refuse("This gate needs no approval: pass it.");
    const unmet = gate.conditions.filter((condition) => !condition.isMet);
    if (unmet.length > 0 && !input.waiverReason) {
      return refuseFields({ waiverReason: "Conditions are not met. Say why the gate may be passed all the same." });
    }
    const asked = await requestApproval(tx, audit, actor, {
      kind: "gate",
      subject: subjectOf(engagement),
      engagementId: engagement.id,
      summary: summaryOf(gate),
      requiredRole: gate.approver,
      amount: gate.value,
      href: `/engagements/${engagement.id}`,
    });
    if (!asked.ok) return asked;
    const bumped = await tx.engagement.updateMany({
      where: { id: engagement.id, version: target.version, stage: engagement.stage },
      data: { version: { increment: 1 } },
    });
    if (bumped.count === 0) return refuseStaleStage(tx, engagement);
    try {
      await tx.stagePassage.create({
        data: {
          organizationId: actor.organizationId,
          engagementId: engagement.id,
          fromStage: engagement.stage,
          toStage: gate.next,
          state: "requested",
          conditions: gate.conditions,
          waiverReason: unmet.length > 0 ? input.waiverReason : null,
          outcome: input.outcome,
          requestedById: actor.memberId,
        },
      });
    } catch (error) {
      if (isUniqueViolation(error)) return refuse("Somebody has asked for this gate already.");
      throw error;
    }
    audit({
      action: "gate.request",
      subject: subjectOf(engagement),
      after: { to: gate.next, conditions: gate.conditions, waiverReason: input.waiverReason },
    });
    return done({ id: engagement.id, version: target.version + 1 });
  });
}

/** Passes the gate at once: for a person whose own role decides it, where nobody else has to look. */
export function passGate(actor: MemberActor, target: Target, input: PassGate): Promise<Outcome<Saved>> {
  return change(actor, async (tx, audit, tell) => {
    const ready = await prepare(tx, actor, target, input.outcome);
    if (!ready.ok) return ready;
    const { engagement, gate } = ready.value;
    const waiting = await tx.stagePassage.count({ where: { engagementId: engagement.id, state: "requested" } });
    if (waiting > 0) return refuse("Somebody has asked for this gate. Approve or reject that request.");
    const judged = judgeGate(
      { ...gate, requestedBy: actor.memberId, waiverReason: input.waiverReason },
      { id: actor.memberId, roles: actor.roles },
    );
    if (!judged.isAllowed) return refuseForbidden(judged.reason);
    const at = await databaseNow(tx);
    await tx.stagePassage.create({
      data: {
        organizationId: actor.organizationId,
        engagementId: engagement.id,
        fromStage: engagement.stage,
        toStage: gate.next,
        state: "passed",
        conditions: gate.conditions,
        outcome: input.outcome,
        requestedById: actor.memberId,
        decidedById: actor.memberId,
        decidedAt: at,
      },
    });
    return enter({ tx, audit, tell }, { engagement, gate }, target, { at, outcome: input.outcome, waiverReason: null });
  });
}

type Entry = { at: Date; outcome: Ending | null; waiverReason: string | null };

async function enter(
  { tx, audit, tell }: { tx: Transaction; audit: Audit; tell: Tell },
  { engagement, gate }: Ready,
  target: Target,
  entry: Entry,
): Promise<Outcome<Saved>> {
  const isWritten = await writeStage(tx, engagement, target, {
    stage: gate.next,
    at: entry.at,
    outcome: entry.outcome,
  });
  if (!isWritten) return refuseStaleStage(tx, engagement);
  tell(engagementEvents.stageEntered({ engagementId: engagement.id }));
  audit({
    action: entry.waiverReason ? "gate.waive" : "gate.pass",
    subject: subjectOf(engagement),
    before: { stage: engagement.stage },
    after: { stage: gate.next, conditions: gate.conditions, waiverReason: entry.waiverReason, outcome: entry.outcome },
  });
  return done({ id: engagement.id, version: target.version + 1 });
}

/** Approves or rejects what was asked for. The conditions are read anew: they decide, not those of the request. */
export function decideGate(actor: MemberActor, target: Target, input: DecideGate): Promise<Outcome<Saved>> {
  return change(actor, async (tx, audit, tell) => {
    const passage = await tx.stagePassage.findFirst({
      where: { engagementId: target.id, organizationId: actor.organizationId, state: "requested" },
      select: { id: true, requestedById: true, waiverReason: true, outcome: true },
    });
    if (!passage) {
      const isThere = await findStaged(tx, actor, target.id);
      return isThere ? refuse("Nobody has asked for this gate.") : refuseMissing("engagement");
    }
    const ready = await prepare(tx, actor, target, passage.outcome);
    if (!ready.ok) return ready;
    const { engagement, gate } = ready.value;
    const waiverReason = input.waiverReason || passage.waiverReason;
    const judged = judgeGate(
      { ...gate, requestedBy: passage.requestedById, waiverReason },
      { id: actor.memberId, roles: actor.roles },
    );
    if (input.isApproved && !judged.isAllowed) return refuseForbidden(judged.reason);
    const decided = await decideApproval(tx, audit, actor, {
      kind: "gate",
      subject: subjectOf(engagement),
      isApproved: input.isApproved,
      reason: input.reason || null,
      href: `/engagements/${engagement.id}`,
      // The rules of the gate have said above whether the one who asked may also decide.
      mayBeRequester: true,
    });
    if (!decided.ok) return decided;
    const at = await databaseNow(tx);
    const isWaiver = judged.isAllowed && judged.isWaiver;
    const closed = await tx.stagePassage.updateMany({
      where: { id: passage.id, state: "requested" },
      data: {
        state: input.isApproved ? "passed" : "rejected",
        conditions: gate.conditions,
        waiverReason: isWaiver || !input.isApproved ? waiverReason : null,
        reason: input.reason || null,
        decidedById: actor.memberId,
        decidedAt: at,
      },
    });
    if (closed.count === 0) return refuse("Somebody has decided this meanwhile.");
    if (input.isApproved) {
      const entry = { at, outcome: passage.outcome, waiverReason: isWaiver ? waiverReason : null };
      return enter({ tx, audit, tell }, { engagement, gate }, target, entry);
    }
    const bumped = await tx.engagement.updateMany({
      where: { id: engagement.id, version: target.version },
      data: { version: { increment: 1 } },
    });
    if (bumped.count === 0) return refuseStaleStage(tx, engagement);
    audit({ action: "gate.reject", subject: subjectOf(engagement), after: { to: gate.next, reason: input.reason } });
    return done({ id: engagement.id, version: target.version + 1 });
  });
}

/** The one who asked, or anybody who may ask, takes the request back. */
export function withdrawGate(actor: MemberActor, target: Target): Promise<Outcome<Saved>> {
  return change(actor, async (tx, audit) => {
    const engagement = await findStaged(tx, actor, target.id);
    if (!engagement) return refuseMissing("engagement");
    const withdrawn = await tx.stagePassage.updateMany({
      where: { engagementId: engagement.id, organizationId: actor.organizationId, state: "requested" },
      data: { state: "withdrawn", decidedById: actor.memberId, decidedAt: await databaseNow(tx) },
    });
    if (withdrawn.count === 0) return refuse("There is no open request to take back.");
    await withdrawApprovals(tx, actor, { kind: "gate", subjectId: engagement.id });
    const bumped = await tx.engagement.updateMany({
      where: { id: engagement.id, version: target.version },
      data: { version: { increment: 1 } },
    });
    if (bumped.count === 0) return refuseStaleStage(tx, engagement);
    audit({ action: "gate.withdraw", subject: subjectOf(engagement) });
    return done({ id: engagement.id, version: target.version + 1 });
  });
}
