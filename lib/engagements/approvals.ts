import "server-only";
import type { MemberActor } from "@/lib/access/actor";
import type { Role } from "@/lib/access/rights";
import type { Audit } from "@/lib/server/change";
import { databaseNow } from "@/lib/server/clock";
import { isUniqueViolation } from "@/lib/server/conflicts";
import type { db, Prisma, Transaction } from "@/lib/server/database";
import { notify } from "@/lib/server/notify";
import { isDecider } from "@/lib/shared/approval-limit";
import { done, type Outcome, refuse, refuseForbidden, refuseStale } from "@/lib/shared/outcome";
import { roleLabels } from "./labels";

export type ApprovalKind = "gate" | "businessCase" | "award" | "contract";
type Subject = { type: string; id: string; label: string };

export type ApprovalRequest = {
  kind: ApprovalKind;
  subject: Subject;
  engagementId: string | null;
  /** What is to be decided, in a sentence: "Pass the gate from assess to scope". */
  summary: string;
  requiredRole: Role;
  amount?: { amount: string; currency: string } | null;
  /** Where the person decides. */
  href: string;
};

export type OpenApproval = { id: string; version: number };

/**
 * Asks for a decision, in the transaction of whatever needs it. One can be open per subject and kind: the database
 * refuses a second one, also when two people ask at the same moment.
 */
export async function requestApproval(
  tx: Transaction,
  audit: Audit,
  actor: MemberActor,
  request: ApprovalRequest,
): Promise<Outcome<OpenApproval>> {
  const { kind, subject, engagementId, summary, requiredRole, amount, href } = request;
  let made: OpenApproval;
  try {
    made = await tx.approval.create({
      data: {
        organizationId: actor.organizationId,
        kind,
        subjectType: subject.type,
        subjectId: subject.id,
        engagementId,
        summary,
        requiredRole,
        amount: amount?.amount ?? null,
        currency: amount?.currency ?? null,
        requestedById: actor.memberId,
      },
      select: { id: true, version: true },
    });
  } catch (error) {
    if (isUniqueViolation(error)) return refuse("Somebody has asked for this already. The decision is waiting.");
    throw error;
  }
  await notify(tx, {
    organizationId: actor.organizationId,
    roles: [requiredRole],
    exceptPersonId: actor.personId,
    kind: "approval",
    title: `To decide: ${subject.label}`,
    body: `${summary}. Asked for by ${actor.name}.`,
    href,
  });
  audit({ action: "approval.request", subject, after: { kind, summary, requiredRole, amount } });
  return done(made);
}

export type ApprovalDecision = {
  kind: ApprovalKind;
  subject: Subject;
  isApproved: boolean;
  reason: string | null;
  href: string;
  /** Also barred besides the one who asked: who prepared the thing. */
  barredMemberIds?: readonly (string | null)[];
  /** Only where no segregation of duties applies. */
  mayBeRequester?: boolean;
  /** The version that the person saw; left out where the subject's own version was checked. */
  version?: number;
};

export type DecidedApproval = { id: string; requestedById: string };

/** Decides what is open for a subject. The caller changes the subject's state in the same transaction. */
export async function decideApproval(
  tx: Transaction,
  audit: Audit,
  actor: MemberActor,
  decision: ApprovalDecision,
): Promise<Outcome<DecidedApproval>> {
  const { kind, subject, isApproved, reason, href } = decision;
  const open = await tx.approval.findFirst({
    where: { organizationId: actor.organizationId, kind, subjectId: subject.id, state: "pending" },
    select: {
      id: true,
      version: true,
      requiredRole: true,
      requestedById: true,
      requestedBy: { select: { personId: true } },
    },
  });
  if (!open) return refuse("There is no open decision on this. Somebody may have decided already.");
  if (!isDecider(open.requiredRole, actor.roles)) {
    return refuseForbidden(`This is decided by somebody with the role ${roleLabels[open.requiredRole]}.`);
  }
  const barred = [...(decision.barredMemberIds ?? []), ...(decision.mayBeRequester ? [] : [open.requestedById])];
  if (barred.includes(actor.memberId)) {
    return refuseForbidden("You prepared or asked for this. Somebody else has to decide it.");
  }
  if (!isApproved && !reason?.trim()) return refuse("Say why it is rejected, in a sentence.");
  const changed = await tx.approval.updateMany({
    where: { id: open.id, state: "pending", version: decision.version ?? open.version },
    data: {
      state: isApproved ? "approved" : "rejected",
      decidedById: actor.memberId,
      decidedAt: await databaseNow(tx),
      reason,
      version: { increment: 1 },
    },
  });
  if (changed.count === 0) return refuseStale();
  const word = isApproved ? "Approved" : "Rejected";
  await notify(tx, {
    organizationId: actor.organizationId,
    personIds: [open.requestedBy.personId],
    exceptPersonId: actor.personId,
    kind: "approval",
    title: `${word}: ${subject.label}`,
    body: `${word} by ${actor.name}.${reason ? ` ${reason}` : ""}`,
    href,
  });
  audit({ action: isApproved ? "approval.approve" : "approval.reject", subject, after: { kind, reason } });
  return done({ id: open.id, requestedById: open.requestedById });
}

/** Takes back what is open for a subject, because the subject moved on another way. Nothing open is no fault. */
export async function withdrawApprovals(
  tx: Transaction,
  actor: { organizationId: string },
  where: Pick<Prisma.ApprovalWhereInput, "kind" | "subjectId" | "engagementId">,
): Promise<number> {
  const withdrawn = await tx.approval.updateMany({
    where: { ...where, organizationId: actor.organizationId, state: "pending" },
    data: { state: "withdrawn", version: { increment: 1 } },
  });
  return withdrawn.count;
}

/** The organization's limit, above which an executive decides; `isAboveLimit` compares. */
export async function findApprovalLimit(tx: Transaction | typeof db, organizationId: string) {
  const { approvalLimit, currency } = await tx.organization.findUniqueOrThrow({
    where: { id: organizationId },
    select: { approvalLimit: true, currency: true },
  });
  return { amount: approvalLimit.toFixed(), currency };
}
