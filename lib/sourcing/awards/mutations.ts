import "server-only";
import type { MemberActor } from "@/lib/access/actor";
import { decideApproval, withdrawApprovals } from "@/lib/engagements/approvals";
import { change } from "@/lib/server/change";
import { databaseNow } from "@/lib/server/clock";
import type { Transaction } from "@/lib/server/database";
import { done, type Outcome, refuse, refuseForbidden, refuseMissing, refuseStale } from "@/lib/shared/outcome";
import { refuseBiased } from "../evaluation/conflicts";
import { sourcingEvents } from "../events";
import { checkAwardApprover } from "../rules/duties";
import { standstillEnd } from "../rules/standstill";
import { awardTransitions, isStandstillOver, nextState } from "../rules/states";
import { awardHref, awardSubject, type LockedAward, lockAward, moveAward } from "./award-record";
import { sendLetters } from "./send-letters";

type Moved = { id: string; version: number };
type Versioned = { id: string; version: number };

export function approveAward(actor: MemberActor, input: Versioned & { reason: string }): Promise<Outcome<Moved>> {
  return decide(actor, input, true);
}

export function rejectAward(actor: MemberActor, input: Versioned & { reason: string }): Promise<Outcome<Moved>> {
  return decide(actor, input, false);
}

/** An RFP that has ended otherwise takes its awards with it: they can only be cancelled. */
function refuseIfEnded(award: LockedAward): Outcome<never> | null {
  return ["evaluation", "awarded"].includes(award.rfp.state) ? null : refuse("The RFP has ended. Cancel this award.");
}

/** Who proposed an award does not decide it; the approval's role and the award's version are checked with it. */
function decide(
  actor: MemberActor,
  input: Versioned & { reason: string },
  isApproved: boolean,
): Promise<Outcome<Moved>> {
  return change(actor, async (tx, audit, tell) => {
    const award = await lockAward(tx, actor, input.id);
    if (!award) return refuseMissing("award");
    const state = nextState(awardTransitions, award.state, isApproved ? "approve" : "reject");
    if (!state) return refuse("This award is not waiting for a decision.");
    const ended = isApproved ? refuseIfEnded(award) : null;
    if (ended) return ended;
    if (award.version !== input.version) return refuseStale();
    const biased = await refuseBiased(tx, actor, "decide", { rfpId: award.rfpId, lotId: award.lotId });
    if (biased) return biased;
    const duty = checkAwardApprover({ preparedBy: award.proposedById, approvedBy: [] }, actor.memberId);
    if (!duty.isAllowed) return refuseForbidden(duty.reason);
    const subject = awardSubject(award);
    const decided = await decideApproval(tx, audit, actor, {
      kind: "award",
      subject,
      isApproved,
      reason: input.reason || null,
      href: awardHref(award),
      barredMemberIds: [award.proposedById],
    });
    if (!decided.ok) return decided;
    const now = await databaseNow(tx);
    const refused = await moveAward(tx, award, input.version, {
      state,
      decidedById: actor.memberId,
      decidedAt: now,
      decisionReason: input.reason || null,
    });
    if (refused) return refused;
    tell(sourcingEvents.awardDecided({ rfpId: award.rfpId, awardId: award.id, isApproved }));
    audit({ action: isApproved ? "award.approve" : "award.reject", subject, after: { state, reason: input.reason } });
    return done({ id: award.id, version: input.version + 1 });
  });
}

/** Sends the letters to all bidders of the lot and begins the standstill; without one the award is final at once. */
export function startStandstill(actor: MemberActor, input: Versioned): Promise<Outcome<Moved>> {
  return change(actor, async (tx, audit, tell) => {
    const award = await lockAward(tx, actor, input.id);
    if (!award) return refuseMissing("award");
    const now = await databaseNow(tx);
    const { standstillDays, timeZone } = award.rfp;
    const until = standstillEnd(now.toISOString(), standstillDays, timeZone);
    const state = nextState(awardTransitions, award.state, until ? "startStandstill" : "finalise");
    if (!state || award.state !== "approved") return refuse("Letters go out when the award is approved.");
    const ended = refuseIfEnded(award);
    if (ended) return ended;
    const biased = await refuseBiased(tx, actor, "inform", { rfpId: award.rfpId, lotId: award.lotId });
    if (biased) return biased;
    const refused = await moveAward(tx, award, input.version, {
      state,
      standstillUntil: until === null ? null : new Date(until),
      ...(until === null ? { finalisedAt: now } : {}),
    });
    if (refused) return refused;
    const letters = await sendLetters(tx, actor, award, until);
    if (!letters.ok) return letters;
    tell(sourcingEvents.lettersSent({ rfpId: award.rfpId, awardId: award.id }));
    await moveRfp(tx, award);
    tell(sourcingEvents.awardMoved({ rfpId: award.rfpId, awardId: award.id, to: until ? "standstill" : "final" }));
    audit({
      action: "award.startStandstill",
      subject: awardSubject(award),
      after: { state, standstillUntil: until, letters: letters.value },
    });
    return done({ id: award.id, version: input.version + 1 });
  });
}

/** Only when the standstill has passed, by the clock of the database. */
export function finaliseAward(actor: MemberActor, input: Versioned): Promise<Outcome<Moved>> {
  return change(actor, async (tx, audit, tell) => {
    const award = await lockAward(tx, actor, input.id);
    if (!award) return refuseMissing("award");
    if (award.state !== "standstill") return refuse("Only an award in standstill can become final.");
    const ended = refuseIfEnded(award);
    if (ended) return ended;
    const now = await databaseNow(tx);
    if (!isStandstillOver(award.standstillUntil?.toISOString() ?? null, now.toISOString())) {
      return refuse("The standstill has not passed.");
    }
    const refused = await moveAward(tx, award, input.version, { state: "final", finalisedAt: now });
    if (refused) return refused;
    await moveRfp(tx, award);
    tell(sourcingEvents.awardMoved({ rfpId: award.rfpId, awardId: award.id, to: "final" }));
    audit({ action: "award.finalise", subject: awardSubject(award), after: { state: "final" } });
    return done({ id: award.id, version: input.version + 1 });
  });
}

export type Cancellation = Versioned & { reason: string; bidsAreOut?: boolean | null };

/**
 * Takes an award back before it is final. The evaluation is open again for the next one: the bids that had it are out,
 * and not proposed again, unless it is said that the award itself was wrong. A proposal that nobody had approved is only
 * withdrawn.
 */
export function cancelAward(actor: MemberActor, input: Cancellation): Promise<Outcome<Moved>> {
  return change(actor, async (tx, audit, tell) => {
    const award = await lockAward(tx, actor, input.id);
    if (!award) return refuseMissing("award");
    const state = nextState(awardTransitions, award.state, "cancel");
    if (!state) return refuse("This award can no longer be cancelled.");
    const biased = await refuseBiased(tx, actor, "decide", { rfpId: award.rfpId, lotId: award.lotId });
    if (biased) return biased;
    const bidsAreOut = input.bidsAreOut ?? award.state !== "proposed";
    const refused = await moveAward(tx, award, input.version, { state, decisionReason: input.reason, bidsAreOut });
    if (refused) return refused;
    await withdrawApprovals(tx, actor, { kind: "award", subjectId: award.id });
    await moveRfp(tx, award);
    tell(sourcingEvents.awardMoved({ rfpId: award.rfpId, awardId: award.id, to: "cancelled" }));
    audit({
      action: "award.cancel",
      subject: awardSubject(award),
      before: { state: award.state },
      after: { state, reason: input.reason, bidsAreOut },
    });
    return done({ id: award.id, version: input.version + 1 });
  });
}

/**
 * The RFP follows its lots: awarded when every lot that has ranked bids is awarded, and back in evaluation when an award
 * is cancelled. It is complete when its contracts are: see `completeRfp`.
 */
async function moveRfp(tx: Transaction, award: LockedAward): Promise<void> {
  if (refuseIfEnded(award)) return;
  const lots = await tx.rfpLot.findMany({
    where: { rfpId: award.rfpId, bids: { some: { priceOpenedAt: { not: null } } } },
    select: { awards: { where: { state: { in: ["standstill", "final"] } }, select: { state: true } } },
  });
  const isAwarded = lots.every((lot) => lot.awards.length > 0);
  const state = isAwarded ? "awarded" : "evaluation";
  if (state === award.rfp.state) return;
  await tx.rfp.update({ where: { id: award.rfpId }, data: { state, version: { increment: 1 } } });
}
