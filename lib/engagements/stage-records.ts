import "server-only";
import type { MemberActor } from "@/lib/access/actor";
import type { Transaction } from "@/lib/server/database";
import { refuseChanged } from "@/lib/server/stale";
import { decimalOf } from "@/lib/server/values";
import type { Refusal } from "@/lib/shared/outcome";
import type { GateSubject } from "./gate";
import type { Target } from "./mutations";
import type { Outcome, Stage } from "./rules/stages";

export type StagedEngagement = GateSubject & { code: string; name: string; version: number; stageSince: Date };

export async function findStaged(tx: Transaction, actor: MemberActor, id: string): Promise<StagedEngagement | null> {
  const found = await tx.engagement.findFirst({
    where: { id, organizationId: actor.organizationId },
    select: {
      id: true,
      organizationId: true,
      code: true,
      name: true,
      stage: true,
      stageSince: true,
      currency: true,
      estimatedYearlyValue: true,
      version: true,
    },
  });
  return found && { ...found, estimatedYearlyValue: decimalOf(found.estimatedYearlyValue) };
}

export function subjectOf(engagement: { id: string; code: string; name: string }) {
  return { type: "engagement", id: engagement.id, label: `${engagement.code} ${engagement.name}` };
}

/** Two tabs: the stage that the person saw is not the present one. */
export function refuseStaleStage(tx: Transaction, engagement: StagedEngagement): Promise<Refusal> {
  const subject = { organizationId: engagement.organizationId, type: "engagement", id: engagement.id };
  return refuseChanged(tx, subject, { stage: engagement.stage, version: engagement.version });
}

export type NewStage = { stage: Stage; at: Date; outcome?: Outcome | null; closingReason?: string | null };

/** False when somebody else moved or changed the engagement first. */
export async function writeStage(
  tx: Transaction,
  engagement: StagedEngagement,
  target: Target,
  to: NewStage,
): Promise<boolean> {
  const { outcome, closingReason } = to;
  const changed = await tx.engagement.updateMany({
    where: {
      id: engagement.id,
      organizationId: engagement.organizationId,
      version: target.version,
      stage: engagement.stage,
    },
    data: {
      stage: to.stage,
      stageSince: to.at,
      ...(outcome ? { outcome } : {}),
      ...(closingReason ? { closingReason } : {}),
      version: { increment: 1 },
    },
  });
  if (changed.count === 0) return false;
  if (to.stage === "exit") await addExitChecklist(tx, engagement);
  return true;
}

const EXIT_CHECKLIST = [
  "Access of the vendor's people to systems and sites is revoked",
  "Data is returned in the agreed format and checked",
  "Data at the vendor and its subcontractors is deleted, with a certificate",
  "Knowledge is returned: runbooks, documentation and configuration are current",
  "Equipment, licences and rights are returned or transferred",
  "Open invoices, service credits and adjustments are settled",
  "The work continues elsewhere or has ended: the new owner has confirmed it",
  "People, partners and authorities concerned are informed",
];

async function addExitChecklist(tx: Transaction, engagement: StagedEngagement): Promise<void> {
  const of = { engagementId: engagement.id, organizationId: engagement.organizationId };
  const existing = await tx.exitChecklistItem.count({ where: of });
  if (existing > 0) return;
  await tx.exitChecklistItem.createMany({
    data: EXIT_CHECKLIST.map((name, index) => ({ ...of, name, position: index + 1 })),
  });
}
