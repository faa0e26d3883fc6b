import "server-only";
import type { MemberActor } from "@/lib/access/actor";
import { change } from "@/lib/server/change";
import { databaseNow } from "@/lib/server/clock";
import type { Transaction } from "@/lib/server/database";
import { notify } from "@/lib/server/notify";
import {
  done,
  type Outcome,
  type Refusal,
  refuse,
  refuseFields,
  refuseForbidden,
  refuseMissing,
} from "@/lib/shared/outcome";
import { refuseBiased } from "../evaluation/conflicts";
import { sourcingEvents } from "../events";
import { checkOpeners } from "../rules/duties";
import { findMismatches } from "./chain-check";
import { lockRfp } from "./locks";
import { writeMinutes } from "./minutes";
import { openPriceEnvelopes, rejectMisfits } from "./open-price";
import { openTechnicalEnvelopes, setAside } from "./open-technical";
import { findOpeningRfp, type OpeningRfp } from "./opening-rfp";

export type EnvelopeKind = "technical" | "price";

function subjectOf(rfp: { id: string; code: string; title: string }) {
  return { type: "rfp", id: rfp.id, label: `${rfp.code} ${rfp.title}` };
}

/** What must hold before an envelope may be opened, by the clock of the database. */
async function checkOpenable(
  tx: Transaction,
  rfp: OpeningRfp,
  envelope: EnvelopeKind,
  now: Date,
): Promise<Outcome<undefined>> {
  if (envelope === "price") {
    if (rfp.state !== "evaluation" || !rfp.technicalOpenedAt) return refuse("The technical envelopes come first.");
    if (!rfp.technicalLockedAt)
      return refuse("Prices stay closed until the technical scores are moderated and locked.");
    return rfp.priceOpenedAt ? refuse("The price envelopes are open already.") : done();
  }
  if (rfp.technicalOpenedAt) {
    // What had to be set aside may have been restored since: it is opened while the technical scores are not locked.
    const setAside = await tx.bid.count({ where: { rfpId: rfp.id, state: "submitted" } });
    const isLate = rfp.state === "evaluation" && !rfp.technicalLockedAt && setAside > 0;
    return isLate ? done() : refuse("The technical envelopes are open already.");
  }
  if (rfp.state !== "published" && rfp.state !== "closed") return refuse("There are no bids to open in this state.");
  if (!rfp.bidsUntil || now < rfp.bidsUntil) return refuse("The deadline has not passed. The bids stay sealed.");
  if (!rfp.openingAt || now < rfp.openingAt)
    return refuse("The time of the opening has not come. The bids stay sealed.");
  return done();
}

/** The first of two people begins; nothing is unsealed before the second one confirms. */
export function startOpening(
  actor: MemberActor,
  input: { rfpId: string; envelope: EnvelopeKind },
): Promise<Outcome<{ id: string }>> {
  return change(actor, async (tx, audit) => {
    await lockRfp(tx, input.rfpId);
    const rfp = await findOpeningRfp(tx, actor.organizationId, input.rfpId);
    if (!rfp) return refuseMissing("RFP");
    const now = await databaseNow(tx);
    const openable = await checkOpenable(tx, rfp, input.envelope, now);
    if (!openable.ok) return openable;
    const biased = await refuseBiased(tx, actor, "open", { rfpId: rfp.id, of: "invited" });
    if (biased) return biased;
    if (rfp.state === "published") {
      await tx.rfp.update({
        where: { id: rfp.id },
        data: { state: "closed", closedAt: now, version: { increment: 1 } },
      });
    }
    const opening = await beginOpening(tx, actor, rfp, input.envelope, now);
    if (!opening.ok) return opening;
    await notify(tx, {
      organizationId: actor.organizationId,
      roles: ["procurement", "executive", "operations", "finance"],
      exceptPersonId: actor.personId,
      kind: "opening",
      title: `${rfp.code}: a second person is needed to open the ${input.envelope} envelopes`,
      body: `${actor.name} has begun.`,
      href: `/evaluations/${rfp.id}`,
    });
    audit({ action: "rfp.startOpening", subject: subjectOf(rfp), after: { envelope: input.envelope } });
    return opening;
  });
}

/** One opening waits at a time. Whoever began it and declared a conflict since makes room for somebody else. */
async function beginOpening(
  tx: Transaction,
  actor: MemberActor,
  rfp: OpeningRfp,
  envelope: EnvelopeKind,
  now: Date,
): Promise<Outcome<{ id: string }>> {
  const first = { firstOpenerId: actor.memberId, firstAt: now };
  const waiting = await tx.envelopeOpening.findFirst({
    where: { rfpId: rfp.id, envelope, secondAt: null },
    select: { id: true, firstOpenerId: true },
  });
  if (!waiting) {
    const made = await tx.envelopeOpening.create({
      data: { organizationId: actor.organizationId, rfpId: rfp.id, envelope, ...first },
      select: { id: true },
    });
    return done(made);
  }
  const conflicts = await tx.evaluatorConflict.count({ where: { rfpId: rfp.id, memberId: waiting.firstOpenerId } });
  if (conflicts === 0) return refuse("Somebody has begun already. A second person confirms.");
  await tx.envelopeOpening.update({ where: { id: waiting.id }, data: first });
  return done({ id: waiting.id });
}

export type Confirmation = { id: string; decision?: string };

/**
 * The second person confirms, and the envelopes are unsealed into rows, in this transaction, with the minutes. What does
 * not fit the audit chain or its receipt stays closed: nothing at all is opened before somebody has decided in writing
 * what is to happen with it.
 */
export function confirmOpening(
  actor: MemberActor,
  input: Confirmation,
): Promise<Outcome<{ id: string; bids: number; misfits: number }>> {
  return change(actor, async (tx, audit, tell) => {
    const where = { id: input.id, organizationId: actor.organizationId };
    const found = await tx.envelopeOpening.findFirst({ where, select: { rfpId: true } });
    if (!found) return refuseMissing("opening");
    await lockRfp(tx, found.rfpId);
    const opening = await tx.envelopeOpening.findFirstOrThrow({
      where,
      select: {
        envelope: true,
        firstOpenerId: true,
        secondAt: true,
        firstOpener: { select: { person: { select: { name: true } } } },
      },
    });
    const rfp = await findOpeningRfp(tx, actor.organizationId, found.rfpId);
    if (!rfp) return refuseMissing("RFP");
    if (opening.secondAt) return refuse("These envelopes are open already.");
    const first = opening.firstOpener.person.name;
    const refused = await refuseOpeners(tx, actor, rfp.id, { id: opening.firstOpenerId, name: first });
    if (refused) return refused;
    const now = await databaseNow(tx);
    const openable = await checkOpenable(tx, rfp, opening.envelope, now);
    if (!openable.ok) return openable;
    const isTechnical = opening.envelope === "technical";
    const isLate = isTechnical && rfp.technicalOpenedAt !== null;
    const mismatches = await findMismatches(tx, rfp);
    const barred = new Set(mismatches.map((finding) => finding.bidId));
    const open = isTechnical ? openTechnicalEnvelopes : openPriceEnvelopes;
    const { lines, misfits } = await open(tx, rfp, now, barred);
    const { decision: words = "" } = input;
    const findings = [...mismatches, ...misfits];
    const sentences = findings.map(({ bidder, problem }) => `${bidder} ${problem}.`);
    if (findings.length > 0 && words === "") return refuseUndecided(sentences);
    const reason = `It could not be opened as it was submitted. ${words}`;
    if (isTechnical) await setAside(tx, findings, reason);
    else await rejectMisfits(tx, findings, reason);
    for (const { vendorId } of findings) if (vendorId) tell(sourcingEvents.bidSetAside({ rfpId: rfp.id, vendorId }));
    const decision = findings.length > 0 ? words : null;
    const minutes = writeMinutes({
      rfp: { ...rfp, bidsUntil: rfp.bidsUntil?.toISOString() ?? null },
      envelope: opening.envelope,
      isLate,
      openedAt: now.toISOString(),
      firstOpener: first,
      secondOpener: actor.name,
      bids: lines,
      findings: sentences,
      decision,
    });
    await tx.envelopeOpening.update({
      where: { id: input.id },
      data: { secondOpenerId: actor.memberId, secondAt: now, minutes, decision },
    });
    const moved = isTechnical ? { state: "evaluation" as const, technicalOpenedAt: now } : { priceOpenedAt: now };
    await tx.rfp.update({ where: { id: rfp.id }, data: { ...(isLate ? {} : moved), version: { increment: 1 } } });
    tell(sourcingEvents.envelopesOpened({ rfpId: rfp.id, envelope: opening.envelope, bids: lines.length }));
    audit({
      action: "rfp.open",
      subject: subjectOf(rfp),
      after: { envelope: opening.envelope, bids: lines.length, findings: sentences, decision },
    });
    return done({ id: input.id, bids: lines.length, misfits: findings.length });
  });
}

async function refuseOpeners(
  tx: Transaction,
  actor: MemberActor,
  rfpId: string,
  first: { id: string; name: string },
): Promise<Refusal | null> {
  const duties = checkOpeners(first.id, actor.memberId);
  if (!duties.isAllowed) return refuseForbidden(duties.reason);
  const conflicts = await tx.evaluatorConflict.count({ where: { rfpId, memberId: first.id } });
  if (conflicts > 0) return refuse(`${first.name} declared a conflict of interest since. Begin the opening again.`);
  return refuseBiased(tx, actor, "open", { rfpId, of: "invited" });
}

function refuseUndecided(sentences: string[]): Refusal {
  const message = `Nothing was opened. ${sentences.join(" ")} Have it restored from a backup and open again, or write down what is decided: the others are then opened without it.`;
  return refuseFields({ decision: message }, message);
}
