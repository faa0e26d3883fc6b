import "server-only";
import type { MemberActor } from "@/lib/access/actor";
import { change } from "@/lib/server/change";
import { databaseNow, organizationToday } from "@/lib/server/clock";
import { nextCode } from "@/lib/server/codes";
import type { Transaction } from "@/lib/server/database";
import { notify } from "@/lib/server/notify";
import { toDay } from "@/lib/server/values";
import { done, type Outcome, refuse, refuseFields, refuseForbidden } from "@/lib/shared/outcome";
import { transitionEvents } from "../events";
import { DEFAULT_CRITERIA, layOutDefaultPlan } from "../rules/default-plan";
import { decideGoNoGo, nextTransitionStage } from "../rules/go-live";
import type { CreateTransition, DecideGo, PlanInput } from "../schema";
import { type LockedPlan, lockPlan, planSubject } from "./lock";

export type TransitionKey = { id: string; code: string; version: number };
type Versioned = { id: string; version: number };

/** A transition is prepared while the contract is made and runs in its own stage. */
export const TRANSITION_ENGAGEMENT_STAGES = ["contract", "transition"] as const;

async function checkContract(tx: Transaction, engagementId: string, contractId: string | null) {
  if (contractId === null) return null;
  const contract = await tx.contract.findFirst({ where: { id: contractId, engagementId }, select: { id: true } });
  return contract ? null : refuseFields({ contractId: "Choose a contract of this engagement." });
}

export function createTransition(actor: MemberActor, input: CreateTransition): Promise<Outcome<TransitionKey>> {
  const { organizationId, memberId } = actor;
  return change(actor, async (tx, audit) => {
    const engagement = await tx.engagement.findFirst({
      where: { id: input.engagementId, organizationId },
      select: {
        stage: true,
        name: true,
        engagementProcesses: { select: { process: { select: { id: true, name: true } } } },
      },
    });
    if (!engagement) return refuseFields({ engagementId: "Choose one from the list." });
    if (!(TRANSITION_ENGAGEMENT_STAGES as readonly string[]).includes(engagement.stage)) {
      return refuse(`${engagement.name} is not at the stage of a contract or a transition.`);
    }
    const wrong = await checkContract(tx, input.engagementId, input.contractId);
    if (wrong) return wrong;
    const plan = await tx.transitionPlan.create({
      data: {
        organizationId,
        engagementId: input.engagementId,
        contractId: input.contractId,
        name: input.name,
        plannedStart: toDay(input.plannedStart),
        plannedGoLive: toDay(input.plannedGoLive),
        ownerId: memberId,
        code: await nextCode(tx, organizationId, "TRN"),
      },
      select: { id: true, code: true, name: true, version: true },
    });
    if (input.useTemplate) {
      const items = engagement.engagementProcesses.map(({ process }) => process);
      await fillFromTemplate(tx, { organizationId, planId: plan.id }, input, items);
    }
    audit({ action: "transition.create", subject: planSubject(plan), after: input });
    return done({ id: plan.id, code: plan.code, version: plan.version });
  });
}

async function fillFromTemplate(
  tx: Transaction,
  owner: { organizationId: string; planId: string },
  input: CreateTransition,
  processes: { id: string; name: string }[],
): Promise<void> {
  const tasks = layOutDefaultPlan(input.plannedStart, input.plannedGoLive);
  const stored = await tx.transitionTask.createManyAndReturn({
    data: tasks.map(({ key: _, after: __, plannedStart, plannedEnd, ...task }, index) => ({
      ...owner,
      ...task,
      position: index + 1,
      plannedStart: toDay(plannedStart),
      plannedEnd: toDay(plannedEnd),
    })),
    select: { id: true, code: true },
  });
  const idOfCode = new Map(stored.map((task) => [task.code, task.id]));
  const idOf = (key: string) => idOfCode.get(tasks.find((task) => task.key === key)?.code ?? "");
  await tx.taskDependency.createMany({
    data: tasks.flatMap((task) =>
      task.after.flatMap((key) => {
        const [predecessorId, successorId] = [idOf(key), idOf(task.key)];
        return predecessorId && successorId ? [{ predecessorId, successorId }] : [];
      }),
    ),
  });
  await tx.goNoGoCriterion.createMany({
    data: DEFAULT_CRITERIA.map((name, index) => ({ ...owner, name, position: index + 1 })),
  });
  await tx.knowledgeItem.createMany({
    data: processes.map(({ id, name }, index) => ({ ...owner, name, processId: id, position: index + 1 })),
  });
}

export function updateTransition(
  actor: MemberActor,
  id: string,
  version: number,
  input: PlanInput,
): Promise<Outcome<Versioned>> {
  return change(actor, async (tx, audit, tell) => {
    const locked = await lockPlan(tx, actor, id, version);
    if (!locked.ok) return locked;
    const plan = locked.value;
    tell(transitionEvents.planChanged({ engagementId: plan.engagementId }));
    if (plan.stage === "closed") return refuse("This transition is closed.");
    const wrong = await checkContract(tx, plan.engagementId, input.contractId);
    if (wrong) return wrong;
    const saved = await tx.transitionPlan.update({
      where: { id, version },
      data: {
        ...input,
        plannedStart: toDay(input.plannedStart),
        plannedGoLive: toDay(input.plannedGoLive),
        version: { increment: 1 },
      },
      select: { version: true },
    });
    audit({ action: "transition.update", subject: planSubject(plan), before: plan, after: input });
    return done({ id, version: saved.version });
  });
}

async function refuseAdvance(tx: Transaction, plan: LockedPlan) {
  if (plan.stage === "parallelRun") return refuse("Go-live is decided on the go/no-go page.");
  if (plan.stage !== "hypercare") return null;
  const open = await tx.transitionTask.findMany({
    where: { planId: plan.id, state: { not: "done" } },
    select: { name: true },
    orderBy: { position: "asc" },
    take: 4,
  });
  if (open.length === 0) return null;
  const names = open.slice(0, 3).map(({ name }) => name);
  return refuse(`Not closed: still open are ${names.join("; ")}${open.length > 3 ? " and more" : ""}.`);
}

/** One stage further; into go-live only by the decision. */
export function advanceTransition(actor: MemberActor, id: string, version: number): Promise<Outcome<Versioned>> {
  return change(actor, async (tx, audit, tell) => {
    const locked = await lockPlan(tx, actor, id, version);
    if (!locked.ok) return locked;
    const plan = locked.value;
    tell(transitionEvents.planChanged({ engagementId: plan.engagementId }));
    const next = nextTransitionStage(plan.stage);
    if (!next) return refuse("This transition is closed.");
    const refused = await refuseAdvance(tx, plan);
    if (refused) return refused;
    const saved = await tx.transitionPlan.update({
      where: { id, version },
      data: { stage: next, version: { increment: 1 } },
      select: { version: true },
    });
    audit({
      action: "transition.advance",
      subject: planSubject(plan),
      before: { stage: plan.stage },
      after: { stage: next },
    });
    return done({ id, version: saved.version });
  });
}

/** The decision of the go/no-go meeting. Who waived a criterion can't be the one who decides on it. */
export function decideGoLive(
  actor: MemberActor,
  id: string,
  version: number,
  input: DecideGo,
): Promise<Outcome<Versioned>> {
  return change(actor, async (tx, audit, tell) => {
    const locked = await lockPlan(tx, actor, id, version);
    if (!locked.ok) return locked;
    const plan = locked.value;
    tell(transitionEvents.planChanged({ engagementId: plan.engagementId }));
    if (plan.stage !== "parallelRun") return refuse("Go-live is decided at the end of the parallel run.");
    const criteria = await tx.goNoGoCriterion.findMany({
      where: { planId: id },
      select: { id: true, name: true, state: true, waiverReason: true, decidedById: true },
      orderBy: { position: "asc" },
    });
    const isGo = input.decision === "go";
    if (!isGo && input.reason === "") return refuseFields({ reason: "Say why it is not yet time." });
    const today = await organizationToday(actor.organizationId, tx);
    const goLiveOn = input.goLiveOn ?? today;
    if (isGo) {
      const advised = decideGoNoGo(criteria);
      if (advised.decision === "noGo") return refuse(`No go yet. ${advised.reason}`);
      if (criteria.some((each) => each.state === "waived" && each.decidedById === actor.memberId)) {
        return refuseForbidden("You waived one of the criteria. Somebody else decides on go-live.");
      }
      if (goLiveOn > today)
        return refuseFields({ goLiveOn: "This day is still to come. Decide on the day, or before it as no-go." });
    }
    const saved = await tx.transitionPlan.update({
      where: { id, version },
      data: {
        ...(isGo ? { stage: "goLive" as const, actualGoLive: toDay(goLiveOn) } : {}),
        goLiveDecision: input.decision,
        goLiveReason: input.reason,
        goLiveDecidedById: actor.memberId,
        goLiveDecidedAt: await databaseNow(tx),
        version: { increment: 1 },
      },
      select: { version: true },
    });
    audit({
      action: isGo ? "transition.go" : "transition.noGo",
      subject: planSubject(plan),
      before: { stage: plan.stage },
      after: {
        ...input,
        ...(isGo ? { goLiveOn } : {}),
        criteria: criteria.map(({ name, state }) => ({ name, state })),
      },
    });
    await notify(tx, {
      organizationId: actor.organizationId,
      roles: ["operations", "procurement", "executive"],
      exceptPersonId: actor.personId,
      kind: "transition",
      title: isGo ? `Go: ${plan.name} is live` : `No go yet: ${plan.name}`,
      body: input.reason,
      href: `/transitions/${id}/go-no-go`,
    });
    return done({ id, version: saved.version });
  });
}
