import "server-only";
import type { MemberActor } from "@/lib/access/actor";
import { type Audit, change } from "@/lib/server/change";
import { nextCode } from "@/lib/server/codes";
import type { Transaction } from "@/lib/server/database";
import { refuseChanged } from "@/lib/server/stale";
import { decimalOf, toDay } from "@/lib/server/values";
import { done, type Outcome, refuseFields, refuseMissing } from "@/lib/shared/outcome";
import type { CreateEngagement, CreateObjective, UpdateEngagement } from "./schema";

export type Target = { id: string; version: number };
export type Saved = { id: string; version: number };

/** Members and processes of another organization look as if they did not exist. */
async function checkReferences(
  tx: Transaction,
  organizationId: string,
  input: Pick<UpdateEngagement, "ownerId" | "processIds">,
): Promise<Outcome<undefined>> {
  const owner = await tx.member.count({ where: { id: input.ownerId, organizationId, state: "active" } });
  if (owner === 0) return refuseFields({ ownerId: "Choose a member of your organization." });
  const wanted = new Set(input.processIds);
  const found = await tx.process.count({ where: { id: { in: [...wanted] }, organizationId } });
  if (found !== wanted.size) return refuseFields({ processIds: "One of these processes does not exist." });
  return done();
}

function engagementValues(input: UpdateEngagement) {
  const { name, summary, ownerId, currency, estimatedYearlyValue } = input;
  return { name, summary, ownerId, currency, estimatedYearlyValue };
}

export function objectiveValues(input: CreateObjective) {
  const { kind, name, unit, direction, baseline, target, dueDate } = input;
  return { kind, name, unit, direction, baseline, target, dueDate: toDay(dueDate) };
}

export function createEngagement(
  actor: MemberActor,
  input: CreateEngagement,
): Promise<Outcome<Saved & { code: string }>> {
  return change(actor, (tx, audit) => insertEngagement(tx, audit, actor, input));
}

async function insertEngagement(
  tx: Transaction,
  audit: Audit,
  actor: MemberActor,
  input: CreateEngagement,
): Promise<Outcome<Saved & { code: string }>> {
  const { organizationId } = actor;
  const checked = await checkReferences(tx, organizationId, input);
  if (!checked.ok) return checked;
  const code = await nextCode(tx, organizationId, "ENG");
  const made = await tx.engagement.create({
    data: {
      ...engagementValues(input),
      organizationId,
      code,
      engagementProcesses: { create: [...new Set(input.processIds)].map((processId) => ({ processId })) },
      objectives: {
        create: input.objectives.map((objective, position) => ({
          ...objectiveValues(objective),
          organizationId,
          position,
        })),
      },
    },
    select: { id: true, version: true },
  });
  audit({
    action: "engagement.create",
    subject: { type: "engagement", id: made.id, label: `${code} ${input.name}` },
    after: input,
  });
  return done({ ...made, code });
}

export function updateEngagement(actor: MemberActor, target: Target, input: UpdateEngagement): Promise<Outcome<Saved>> {
  return change(actor, async (tx, audit) => {
    const { organizationId } = actor;
    const before = await findForChange(tx, organizationId, target.id);
    if (!before) return refuseMissing("engagement");
    const checked = await checkReferences(tx, organizationId, input);
    if (!checked.ok) return checked;
    const changed = await tx.engagement.updateMany({
      where: { id: target.id, organizationId, version: target.version },
      data: { ...engagementValues(input), version: { increment: 1 } },
    });
    if (changed.count === 0) {
      const { code: _, processIds: __, ...values } = before;
      return refuseChanged(tx, { organizationId, type: "engagement", id: target.id }, values);
    }
    const processIds = [...new Set(input.processIds)];
    await tx.engagementProcess.deleteMany({ where: { engagementId: target.id, processId: { notIn: processIds } } });
    await tx.engagementProcess.createMany({
      data: processIds.map((processId) => ({ engagementId: target.id, processId })),
      skipDuplicates: true,
    });
    audit({
      action: "engagement.update",
      subject: { type: "engagement", id: target.id, label: `${before.code} ${input.name}` },
      before,
      after: { ...input, processIds },
    });
    return done({ id: target.id, version: target.version + 1 });
  });
}

async function findForChange(tx: Transaction, organizationId: string, id: string) {
  const found = await tx.engagement.findFirst({
    where: { id, organizationId },
    select: {
      code: true,
      name: true,
      summary: true,
      ownerId: true,
      currency: true,
      estimatedYearlyValue: true,
      version: true,
      engagementProcesses: { select: { processId: true } },
    },
  });
  if (!found) return null;
  const { engagementProcesses, ...values } = found;
  return {
    ...values,
    estimatedYearlyValue: decimalOf(values.estimatedYearlyValue),
    processIds: engagementProcesses.map(({ processId }) => processId),
  };
}
