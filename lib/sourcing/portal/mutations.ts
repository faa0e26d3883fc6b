import "server-only";
import type { VendorActor } from "@/lib/access/actor";
import { type Audit, change } from "@/lib/server/change";
import { databaseNow } from "@/lib/server/clock";
import { db, type Transaction } from "@/lib/server/database";
import type { Tell } from "@/lib/server/happenings";
import { notify } from "@/lib/server/notify";
import { done, type Outcome, refuse, refuseMissing, refuseStale } from "@/lib/shared/outcome";
import { shareRfp } from "../bids/locks";
import { sourcingEvents } from "../events";
import { invitationTransitions, nextState } from "../rules/states";

const invitationFields = {
  id: true,
  state: true,
  viewedAt: true,
  version: true,
  rfp: {
    select: {
      id: true,
      code: true,
      title: true,
      state: true,
      bidsUntil: true,
      questionsUntil: true,
      owner: { select: { personId: true } },
    },
  },
} as const;

function findInvitation(tx: Transaction, actor: VendorActor, which: { id: string } | { rfpId: string }) {
  return tx.rfpInvitation.findFirst({
    where: {
      ...which,
      organizationId: actor.organizationId,
      vendorId: actor.vendorId,
      invitedAt: { not: null },
      rfp: { state: { not: "draft" } },
    },
    select: invitationFields,
  });
}
type Invitation = NonNullable<Awaited<ReturnType<typeof findInvitation>>>;

function subjectOf(invitation: Invitation) {
  return { type: "invitation", id: invitation.id, label: invitation.rfp.code };
}

/** The first look at the RFP is recorded; looking again changes nothing. */
export async function recordView(actor: VendorActor, rfpId: string): Promise<Outcome<undefined>> {
  const seen = await findInvitation(db, actor, { rfpId });
  if (!seen) return refuseMissing("RFP");
  if (seen.viewedAt) return done();
  return change(actor, async (tx, audit) => {
    const now = await databaseNow(tx);
    const state = nextState(invitationTransitions, seen.state, "view") ?? seen.state;
    // The version stays: a look is no change that somebody's answer on the same page could overwrite.
    const changed = await tx.rfpInvitation.updateMany({
      where: { id: seen.id, viewedAt: null, state: seen.state, version: seen.version },
      data: { viewedAt: now, state },
    });
    // Two tabs opened at once: the other one has written it down.
    if (changed.count === 0) return refuseStale();
    audit({ action: "invitation.view", subject: subjectOf(seen) });
    return done();
  });
}

export function intendToBid(actor: VendorActor, input: { id: string; version: number }) {
  return decide(actor, input, "intend", null);
}

export function declineInvitation(actor: VendorActor, input: { id: string; version: number; reason: string }) {
  return decide(actor, input, "decline", input.reason);
}

function decide(
  actor: VendorActor,
  input: { id: string; version: number },
  action: "intend" | "decline",
  reason: string | null,
): Promise<Outcome<{ id: string; rfpId: string; version: number }>> {
  return change(actor, async (tx, audit) => {
    const found = await findInvitation(tx, actor, { id: input.id });
    if (!found) return refuseMissing("invitation");
    await shareRfp(tx, found.rfp.id);
    const invitation = await findInvitation(tx, actor, { id: input.id });
    if (!invitation) return refuseMissing("invitation");
    const { rfp } = invitation;
    const now = await databaseNow(tx);
    if (rfp.state !== "published" || (rfp.bidsUntil && now >= rfp.bidsUntil)) {
      return refuse("The deadline has passed. This can no longer be changed.");
    }
    const next = nextState(invitationTransitions, invitation.state, action);
    if (!next) return refuse(action === "intend" ? "You have said so already." : "You have declined already.");
    if (action === "decline") {
      const standing = await tx.bid.count({ where: { rfpId: rfp.id, vendorId: actor.vendorId, state: "submitted" } });
      if (standing > 0) return refuse("Withdraw your submitted bid first.");
    }
    const changed = await tx.rfpInvitation.updateMany({
      where: { id: invitation.id, version: input.version },
      data: {
        state: next,
        decidedAt: now,
        viewedAt: invitation.viewedAt ?? now,
        declineReason: reason,
        version: { increment: 1 },
      },
    });
    if (changed.count === 0) return refuseStale();
    await notify(tx, {
      organizationId: actor.organizationId,
      personIds: [rfp.owner.personId],
      kind: "rfp",
      title: `${rfp.code}: a vendor ${action === "intend" ? "intends to bid" : "has declined"}`,
      href: `/rfps/${rfp.id}`,
    });
    audit({ action: `invitation.${action}`, subject: subjectOf(invitation), after: { state: next, reason } });
    return done({ id: invitation.id, rfpId: rfp.id, version: input.version + 1 });
  });
}

/** Only before the cut-off, by the clock of the database. */
export function askQuestion(
  actor: VendorActor,
  input: { rfpId: string; question: string },
): Promise<Outcome<{ id: string }>> {
  return change(actor, async (tx, audit, tell) => {
    await shareRfp(tx, input.rfpId);
    const invitation = await findInvitation(tx, actor, { rfpId: input.rfpId });
    if (!invitation) return refuseMissing("RFP");
    const { rfp } = invitation;
    const now = await databaseNow(tx);
    if (rfp.state !== "published") return refuse("This RFP takes no questions now.");
    if (!rfp.questionsUntil || now >= rfp.questionsUntil) return refuse("The time for questions is over.");
    if (invitation.state === "declined") return refuse("Your company has declined. Say that you intend to bid first.");
    return writeQuestion({ tx, audit, tell }, actor, invitation, input.question, now);
  });
}

async function writeQuestion(
  { tx, audit, tell }: { tx: Transaction; audit: Audit; tell: Tell },
  actor: VendorActor,
  invitation: Invitation,
  question: string,
  now: Date,
): Promise<Outcome<{ id: string }>> {
  const { rfp } = invitation;
  const made = await tx.clarification.create({
    data: {
      organizationId: actor.organizationId,
      rfpId: rfp.id,
      vendorId: actor.vendorId,
      askedById: actor.contactId,
      question,
      askedAt: now,
    },
    select: { id: true },
  });
  tell(sourcingEvents.questionAsked({ rfpId: rfp.id, question }));
  audit({
    action: "clarification.ask",
    subject: { type: "clarification", id: made.id, label: `${rfp.code} question` },
    after: { question },
  });
  return done(made);
}
