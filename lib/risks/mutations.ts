import "server-only";
import type { MemberActor } from "@/lib/access/actor";
import { HIGH_FROM } from "@/lib/engagements/rules/risk-rating";
import { change } from "@/lib/server/change";
import { nextCode } from "@/lib/server/codes";
import type { Transaction } from "@/lib/server/database";
import { refuseChanged } from "@/lib/server/stale";
import { dayOf, toDay } from "@/lib/server/values";
import { done, type Outcome, refuseFields, refuseMissing } from "@/lib/shared/outcome";
import { riskEvents } from "./events";
import type { RiskInput } from "./schema";

export type Target = { id: string; version: number };
export type Saved = { id: string; version: number };

/** Everything that a risk points at must belong to the same organization. */
async function checkReferences(
  tx: Transaction,
  organizationId: string,
  input: Pick<RiskInput, "engagementId" | "vendorId" | "ownerId">,
): Promise<Outcome<undefined>> {
  const { engagementId, vendorId, ownerId } = input;
  if (engagementId && (await tx.engagement.count({ where: { id: engagementId, organizationId } })) === 0) {
    return refuseFields({ engagementId: "Choose one of your engagements." });
  }
  if (vendorId && (await tx.vendor.count({ where: { id: vendorId, organizationId } })) === 0) {
    return refuseFields({ vendorId: "Choose one of your vendors." });
  }
  return checkOwner(tx, organizationId, ownerId);
}

export async function checkOwner(
  tx: Transaction,
  organizationId: string,
  ownerId: string | null,
): Promise<Outcome<undefined>> {
  if (ownerId && (await tx.member.count({ where: { id: ownerId, organizationId, state: "active" } })) === 0) {
    return refuseFields({ ownerId: "Choose a member of your organization." });
  }
  return done();
}

function valuesOf(input: RiskInput) {
  return { ...input, reviewDate: toDay(input.reviewDate) };
}

export function createRisk(actor: MemberActor, input: RiskInput): Promise<Outcome<Saved & { code: string }>> {
  return change(actor, async (tx, audit, tell) => {
    const { organizationId } = actor;
    const checked = await checkReferences(tx, organizationId, input);
    if (!checked.ok) return checked;
    const code = await nextCode(tx, organizationId, "RSK");
    const made = await tx.risk.create({
      data: { ...valuesOf(input), organizationId, code },
      select: { id: true, version: true },
    });
    tell(riskEvents.rated({ riskId: made.id, ...ratingOf(input), wasHigh: false }));
    audit({
      action: "risk.create",
      subject: { type: "risk", id: made.id, label: `${code} ${input.title}` },
      after: input,
    });
    return done({ ...made, code });
  });
}

const ratingOf = ({ engagementId, probability, impact }: RiskInput) => ({ engagementId, score: probability * impact });

async function findForChange(tx: Transaction, organizationId: string, id: string) {
  const found = await tx.risk.findFirst({
    where: { id, organizationId },
    select: {
      code: true,
      title: true,
      description: true,
      category: true,
      engagementId: true,
      vendorId: true,
      probability: true,
      impact: true,
      residualProbability: true,
      residualImpact: true,
      ownerId: true,
      state: true,
      reviewDate: true,
      version: true,
    },
  });
  return found && { ...found, reviewDate: dayOf(found.reviewDate) };
}

export function updateRisk(actor: MemberActor, target: Target, input: RiskInput): Promise<Outcome<Saved>> {
  return change(actor, async (tx, audit, tell) => {
    const { organizationId } = actor;
    const before = await findForChange(tx, organizationId, target.id);
    if (!before) return refuseMissing("risk");
    const checked = await checkReferences(tx, organizationId, input);
    if (!checked.ok) return checked;
    const changed = await tx.risk.updateMany({
      where: { id: target.id, organizationId, version: target.version },
      data: { ...valuesOf(input), version: { increment: 1 } },
    });
    const { code, ...values } = before;
    if (changed.count === 0) return refuseChanged(tx, { organizationId, type: "risk", id: target.id }, values);
    const wasHigh = before.probability * before.impact >= HIGH_FROM && before.engagementId === input.engagementId;
    tell(riskEvents.rated({ riskId: target.id, ...ratingOf(input), wasHigh }));
    audit({
      action: "risk.update",
      subject: { type: "risk", id: target.id, label: `${code} ${input.title}` },
      before: values,
      after: input,
    });
    return done({ id: target.id, version: target.version + 1 });
  });
}
