import "server-only";
import type { MemberActor } from "@/lib/access/actor";
import { change } from "@/lib/server/change";
import { databaseNow } from "@/lib/server/clock";
import { nextCode } from "@/lib/server/codes";
import type { Transaction } from "@/lib/server/database";
import { refuseChanged } from "@/lib/server/stale";
import { done, type Outcome, refuseFields, refuseMissing } from "@/lib/shared/outcome";
import { governanceEvents } from "./events";
import { checkReferences, type Saved, type Target } from "./references";
import type { IssueInput } from "./schema";

/** A closed issue says what caused it and what was changed, or the same thing comes back. */
function checkClosing(input: IssueInput): Outcome<undefined> {
  if (input.state !== "closed") return done();
  if (!input.rootCause) return refuseFields({ rootCause: "Write down the root cause before you close it." });
  if (!input.correctiveAction) {
    return refuseFields({ correctiveAction: "Write down the corrective action before you close it." });
  }
  return done();
}

export function createIssue(actor: MemberActor, input: IssueInput): Promise<Outcome<Saved & { code: string }>> {
  return change(actor, async (tx, audit, tell) => {
    const { organizationId } = actor;
    const checked = await checkReferences(tx, organizationId, input);
    if (!checked.ok) return checked;
    const closing = checkClosing(input);
    if (!closing.ok) return closing;
    const code = await nextCode(tx, organizationId, "ISS");
    const now = await databaseNow(tx);
    const made = await tx.issue.create({
      data: { ...input, organizationId, code, openedAt: now, resolvedAt: input.state === "open" ? null : now },
      select: { id: true, version: true },
    });
    tell(governanceEvents.issueChanged({ engagementId: input.engagementId }));
    const label = `${code} ${input.title}`;
    audit({ action: "issue.create", subject: { type: "issue", id: made.id, label }, after: input });
    return done({ ...made, code, engagementId: input.engagementId });
  });
}

function findForChange(tx: Transaction, organizationId: string, id: string) {
  return tx.issue.findFirst({
    where: { id, organizationId },
    select: {
      code: true,
      engagementId: true,
      title: true,
      description: true,
      severity: true,
      state: true,
      ownerId: true,
      rootCause: true,
      correctiveAction: true,
      resolvedAt: true,
      version: true,
    },
  });
}

export function updateIssue(actor: MemberActor, target: Target, input: IssueInput): Promise<Outcome<Saved>> {
  return change(actor, async (tx, audit, tell) => {
    const { organizationId } = actor;
    const found = await findForChange(tx, organizationId, target.id);
    if (!found) return refuseMissing("issue");
    const checked = await checkReferences(tx, organizationId, input);
    if (!checked.ok) return checked;
    const closing = checkClosing(input);
    if (!closing.ok) return closing;
    const { code, resolvedAt, ...before } = found;
    const changed = await tx.issue.updateMany({
      where: { id: target.id, organizationId, version: target.version },
      data: {
        ...input,
        resolvedAt: input.state === "open" ? null : (resolvedAt ?? (await databaseNow(tx))),
        version: { increment: 1 },
      },
    });
    const subject = { type: "issue", id: target.id, label: `${code} ${input.title}` };
    if (changed.count === 0) return refuseChanged(tx, { organizationId, ...subject }, before);
    tell(governanceEvents.issueChanged({ engagementId: input.engagementId }));
    if (before.engagementId !== input.engagementId)
      tell(governanceEvents.issueChanged({ engagementId: before.engagementId }));
    audit({ action: "issue.update", subject, before, after: input });
    return done({ id: target.id, version: target.version + 1, engagementId: input.engagementId });
  });
}
