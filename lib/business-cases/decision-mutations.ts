import "server-only";
import type { MemberActor } from "@/lib/access/actor";
import { decideApproval, requestApproval, withdrawApprovals } from "@/lib/engagements/approvals";
import { change } from "@/lib/server/change";
import { databaseNow } from "@/lib/server/clock";
import type { Transaction } from "@/lib/server/database";
import { refuseChanged } from "@/lib/server/stale";
import { d } from "@/lib/shared/decimal";
import { toMoney } from "@/lib/shared/money";
import { done, type Outcome, type Refusal, refuse, refuseMissing } from "@/lib/shared/outcome";
import { businessCaseEvents } from "./events";
import { caseSubject, claim, findDraft, type Saved, type Target } from "./mutations";
import { type CaseRecord, findCase } from "./queries";
import { calculateCase } from "./rules/case-results";
import type { DecideCaseInput } from "./schema";

function hrefOf(record: CaseRecord): string {
  return `/engagements/${record.engagementId}/business-case`;
}

function refuseStaleState(tx: Transaction, actor: MemberActor, record: CaseRecord): Promise<Refusal> {
  const subject = { organizationId: actor.organizationId, ...caseSubject(record) };
  return refuseChanged(tx, subject, { state: record.state, version: record.version });
}

/** Freezes the draft and asks an executive. */
export function submitCase(actor: MemberActor, target: Target): Promise<Outcome<Saved>> {
  return change(actor, async (tx, audit, tell) => {
    const draft = await findDraft(tx, actor, target);
    if (!draft.ok) return draft;
    const record = draft.value;
    const chosen = record.options.find((option) => option.id === record.chosenOptionId);
    if (!chosen) return refuse("Choose an option first, with the reason.");
    if (!(await claim(tx, actor, target, { state: "submitted" }))) return refuseStaleState(tx, actor, record);
    const result = calculateCase(record).find((option) => option.id === chosen.id);
    const asked = await requestApproval(tx, audit, actor, {
      kind: "businessCase",
      subject: caseSubject(record),
      engagementId: record.engagementId,
      summary: `Approve the business case with the option “${chosen.name}”`,
      requiredRole: "executive",
      amount: result
        ? { amount: toMoney(d(result.totalCost), record.currency).amount, currency: record.currency }
        : null,
      href: hrefOf(record),
    });
    if (!asked.ok) return asked;
    tell(businessCaseEvents.submitted({ engagementId: record.engagementId }));
    audit({ action: "businessCase.submit", subject: caseSubject(record), after: { chosen: chosen.name } });
    return done({ id: target.id, version: target.version + 1, engagementId: record.engagementId });
  });
}

/** An executive who neither prepared nor submitted it decides. Approved, it replaces the one approved before. */
export function decideCase(actor: MemberActor, target: Target, input: DecideCaseInput): Promise<Outcome<Saved>> {
  return change(actor, async (tx, audit, tell) => {
    const record = await findCase(actor.organizationId, target.id, tx);
    if (!record) return refuseMissing("business case");
    if (record.version !== target.version) return refuseStaleState(tx, actor, record);
    if (record.state !== "submitted") return refuse("This business case does not wait for a decision.");
    const decided = await decideApproval(tx, audit, actor, {
      kind: "businessCase",
      subject: caseSubject(record),
      isApproved: input.isApproved,
      reason: input.reason || null,
      href: hrefOf(record),
      barredMemberIds: [record.preparedBy.id],
    });
    if (!decided.ok) return decided;
    if (input.isApproved) {
      await tx.businessCase.updateMany({
        where: { engagementId: record.engagementId, organizationId: actor.organizationId, state: "approved" },
        data: { state: "superseded", version: { increment: 1 } },
      });
    }
    const changed = await tx.businessCase.updateMany({
      where: { id: target.id, organizationId: actor.organizationId, version: target.version, state: "submitted" },
      data: {
        state: input.isApproved ? "approved" : "rejected",
        decidedById: actor.memberId,
        decidedAt: await databaseNow(tx),
        version: { increment: 1 },
      },
    });
    if (changed.count === 0) return refuseStaleState(tx, actor, record);
    tell(businessCaseEvents.decided({ engagementId: record.engagementId, isApproved: input.isApproved }));
    audit({
      action: input.isApproved ? "businessCase.approve" : "businessCase.reject",
      subject: caseSubject(record),
      after: { reason: input.reason },
    });
    return done({ id: target.id, version: target.version + 1, engagementId: record.engagementId });
  });
}

/** Back to draft, before anybody has decided. */
export function withdrawCase(actor: MemberActor, target: Target): Promise<Outcome<Saved>> {
  return change(actor, async (tx, audit) => {
    const record = await findCase(actor.organizationId, target.id, tx);
    if (!record) return refuseMissing("business case");
    if (record.state !== "submitted") return refuse("This business case does not wait for a decision.");
    const changed = await tx.businessCase.updateMany({
      where: { id: target.id, organizationId: actor.organizationId, version: target.version, state: "submitted" },
      data: { state: "draft", version: { increment: 1 } },
    });
    if (changed.count === 0) return refuseStaleState(tx, actor, record);
    await withdrawApprovals(tx, actor, { kind: "businessCase", subjectId: record.id });
    audit({ action: "businessCase.withdraw", subject: caseSubject(record) });
    return done({ id: target.id, version: target.version + 1, engagementId: record.engagementId });
  });
}
