import "server-only";
import type { MemberActor } from "@/lib/access/actor";
import { change } from "@/lib/server/change";
import { databaseNow } from "@/lib/server/clock";
import { isUniqueViolation } from "@/lib/server/conflicts";
import { notify } from "@/lib/server/notify";
import { done, type Outcome, refuse, refuseForbidden, refuseMissing } from "@/lib/shared/outcome";
import { sourcingEvents } from "../events";
import { checkOpeners } from "../rules/duties";
import { lockRfp } from "./locks";
import { writeMinutes } from "./minutes";
import { openPriceEnvelopes } from "./open-price";
import { openTechnicalEnvelopes } from "./open-technical";
import { findOpeningRfp, type OpeningRfp } from "./opening-rfp";

export type EnvelopeKind = "technical" | "price";

function subjectOf(rfp: { id: string; code: string; title: string }) {
  return { type: "rfp", id: rfp.id, label: `${rfp.code} ${rfp.title}` };
}

/** What must hold before an envelope may be opened, by the clock of the database. */
function checkOpenable(rfp: OpeningRfp, envelope: EnvelopeKind, now: Date): Outcome<undefined> {
  if (envelope === "price") {
    if (rfp.state !== "evaluation" || !rfp.technicalOpenedAt) return refuse("The technical envelopes come first.");
    if (!rfp.technicalLockedAt)
      return refuse("Prices stay closed until the technical scores are moderated and locked.");
    return rfp.priceOpenedAt ? refuse("The price envelopes are open already.") : done();
  }
  if (rfp.technicalOpenedAt) return refuse("The technical envelopes are open already.");
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
    const openable = checkOpenable(rfp, input.envelope, now);
    if (!openable.ok) return openable;
    if (rfp.state === "published") {
      await tx.rfp.update({
        where: { id: rfp.id },
        data: { state: "closed", closedAt: now, version: { increment: 1 } },
      });
    }
    try {
      const opening = await tx.envelopeOpening.create({
        data: {
          organizationId: actor.organizationId,
          rfpId: rfp.id,
          envelope: input.envelope,
          firstOpenerId: actor.memberId,
          firstAt: now,
        },
        select: { id: true },
      });
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
      return done(opening);
    } catch (error) {
      if (isUniqueViolation(error)) return refuse("Somebody has begun already. A second person confirms.");
      throw error;
    }
  });
}

/** The second person confirms, and the envelopes are unsealed into rows, in this transaction, with the minutes. */
export function confirmOpening(
  actor: MemberActor,
  input: { id: string },
): Promise<Outcome<{ id: string; bids: number }>> {
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
    const duties = checkOpeners(opening.firstOpenerId, actor.memberId);
    if (!duties.isAllowed) return refuseForbidden(duties.reason);
    const now = await databaseNow(tx);
    const openable = checkOpenable(rfp, opening.envelope, now);
    if (!openable.ok) return openable;
    const isTechnical = opening.envelope === "technical";
    const opened = isTechnical ? await openTechnicalEnvelopes(tx, rfp, now) : await openPriceEnvelopes(tx, rfp, now);
    if (!opened.ok) return opened;
    const minutes = writeMinutes({
      rfp: { ...rfp, bidsUntil: rfp.bidsUntil?.toISOString() ?? null },
      envelope: opening.envelope,
      openedAt: now.toISOString(),
      firstOpener: opening.firstOpener.person.name,
      secondOpener: actor.name,
      bids: opened.value,
    });
    await tx.envelopeOpening.update({
      where: { id: input.id },
      data: { secondOpenerId: actor.memberId, secondAt: now, minutes },
    });
    await tx.rfp.update({
      where: { id: rfp.id },
      data: {
        ...(isTechnical ? { state: "evaluation" as const, technicalOpenedAt: now } : { priceOpenedAt: now }),
        version: { increment: 1 },
      },
    });
    tell(sourcingEvents.envelopesOpened({ rfpId: rfp.id, envelope: opening.envelope, bids: opened.value.length }));
    audit({
      action: "rfp.open",
      subject: subjectOf(rfp),
      after: { envelope: opening.envelope, bids: opened.value.length },
    });
    return done({ id: input.id, bids: opened.value.length });
  });
}
