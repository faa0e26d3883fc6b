import "server-only";
import { type Actor, type MemberActor, type OrganizationId, systemActor } from "@/lib/access/actor";
import { change } from "@/lib/server/change";
import { db, type Transaction } from "@/lib/server/database";
import { done, type Outcome, refuse, refuseFields, refuseMissing } from "@/lib/shared/outcome";
import { tellVendors } from "../../announce";
import { sourcingEvents } from "../../events";
import { nextState, type RfpState, rfpTransitions } from "../../rules/states";
import { MOMENT, MOMENTS } from "../labels";
import { holdRfp, holdRfpIn, refuseRfpChanged, rfpSubject } from "../lock";
import { findRfp, listPublishChecks } from "../queries";
import { amendmentProblems, inRfpZone, shortWindowsOf, type Timetable, toMoment } from "../rules";
import type { AmendmentInput, RfpView } from "../schema";
import { sendInvitations } from "./invite";

async function readBack(tx: Transaction, actor: Actor, id: string): Promise<Outcome<RfpView>> {
  const rfp = await findRfp(actor.organizationId, id, tx);
  return rfp ? done(rfp) : refuseMissing("RFP");
}

/**
 * Shows the RFP to the vendors: the scope freezes, the rules of evaluation are fixed, invitations go out. A very short
 * time for questions or bids has to be meant (`acceptsShortWindow`).
 */
export function publishRfp(
  actor: MemberActor,
  id: string,
  version: number,
  options: { acceptsShortWindow?: boolean } = {},
): Promise<Outcome<RfpView>> {
  return change(actor, async (tx, audit, tell) => {
    const held = await holdRfpIn(tx, actor, id, ["draft"], "This RFP is not a draft any more.");
    if (!held.ok) return held;
    const { rfp, now } = held.value;
    if (rfp.version !== version) return refuseRfpChanged(tx, actor, rfp);
    // Who writes the scope holds this row too: nothing is added between the check and the freeze.
    await tx.$queryRaw`SELECT id FROM scope_of_work WHERE id = ${rfp.scope.id}::uuid FOR UPDATE`;
    const missing = (await listPublishChecks(rfp, tx)).filter((check) => !check.isMet);
    if (missing.length > 0) {
      const list = missing.map((check) => `${check.label} (${check.detail.toLowerCase()})`).join("; ");
      return refuse(`Not ready to publish. Still open: ${list}.`);
    }
    const short = shortWindowsOf(rfp, now.toISOString());
    if (short.length > 0 && !options.acceptsShortWindow) {
      const message = `This leaves very little time: ${short.join("; ")}. Confirm that it is meant, or move the dates.`;
      return refuseFields({ acceptsShortWindow: message }, message);
    }
    await freezeScope(tx, rfp, now);
    await tx.rfpInvitation.updateMany({ where: { rfpId: id }, data: { invitedAt: now } });
    await tx.rfp.update({
      where: { id },
      data: { state: "published", publishedAt: now, version: { increment: 1 } },
    });
    await sendInvitations(tx, actor, rfp);
    tell(sourcingEvents.rfpPublished({ rfpId: id }));
    audit({
      action: "rfp.publish",
      subject: rfpSubject(rfp),
      before: { state: "draft" },
      after: {
        state: "published",
        scopeRevision: rfp.scope.revision,
        criteria: rfp.criteria.map(({ name, weight }) => ({ name, weight })),
        technicalWeight: rfp.technicalWeight,
        priceWeight: rfp.priceWeight,
        bidsUntil: rfp.bidsUntil,
        vendors: rfp.invitations.map(({ vendor }) => vendor.code),
        ...(short.length > 0 ? { shortWindow: short } : {}),
      },
    });
    return readBack(tx, actor, id);
  });
}

async function freezeScope(tx: Transaction, rfp: RfpView, now: Date): Promise<void> {
  if (rfp.scope.state !== "draft") return;
  await tx.scopeOfWork.updateMany({
    where: { engagementId: rfp.engagement.id, state: "issued" },
    data: { state: "superseded", version: { increment: 1 } },
  });
  await tx.scopeOfWork.update({
    where: { id: rfp.scope.id },
    data: { state: "issued", issuedAt: now, version: { increment: 1 } },
  });
}

/** A numbered change of a published RFP that reaches every invited vendor. */
export function amendRfp(
  actor: MemberActor,
  id: string,
  version: number,
  input: AmendmentInput,
): Promise<Outcome<RfpView>> {
  return change(actor, async (tx, audit, tell) => {
    const held = await holdRfpIn(tx, actor, id, ["published"], "Only a published RFP is amended, before its deadline.");
    if (!held.ok) return held;
    const { rfp, now } = held.value;
    if (rfp.version !== version) return refuseRfpChanged(tx, actor, rfp);
    const timetable = Object.fromEntries(
      MOMENTS.map((name) => {
        const given = input[name];
        return [name, given ? toMoment(given, rfp[name], rfp.timeZone) : rfp[name]];
      }),
    ) as Timetable;
    const problems = amendmentProblems(rfp, timetable, now.toISOString());
    if (problems.length > 0)
      return refuseFields(Object.fromEntries(problems.map(({ field, message }) => [field, message])));
    const changes = [
      ...MOMENTS.map((field) => ({ field: field as string, before: rfp[field], after: timetable[field] })),
      { field: "description", before: rfp.description, after: input.description ?? rfp.description },
    ].filter(({ before, after }) => before !== after);
    const number = (rfp.amendments[0]?.number ?? 0) + 1;
    await tx.rfpAmendment.create({
      data: {
        organizationId: actor.organizationId,
        rfpId: id,
        number,
        summary: input.summary,
        changes,
        publishedById: actor.memberId,
        publishedAt: now,
      },
    });
    await tx.rfp.update({
      where: { id },
      data: {
        ...timetable,
        ...(input.description === null ? {} : { description: input.description }),
        version: { increment: 1 },
      },
    });
    const dates = MOMENTS.filter((name) => timetable[name] !== rfp[name])
      .map((name) => `${MOMENT[name]}: ${inRfpZone(timetable[name], rfp.timeZone)}`)
      .join("\n");
    await tellVendors(tx, {
      organizationId: actor.organizationId,
      rfp,
      title: `Amendment ${number} of ${rfp.code}`,
      body: dates ? `${input.summary}\n\n${dates}` : input.summary,
    });
    tell(sourcingEvents.rfpAmended({ rfpId: id, number }));
    audit({ action: "rfp.amend", subject: rfpSubject(rfp), after: { number, summary: input.summary, changes } });
    return readBack(tx, actor, id);
  });
}

/** Writes down that the deadline has passed. Nothing depends on it: a late bid is refused by the clock alone. */
export function closeRfp(actor: Actor, id: string, version: number): Promise<Outcome<RfpView>> {
  return change(actor, async (tx, audit, tell) => {
    const held = await holdRfp(tx, actor, id);
    if (!held.ok) return held;
    const { rfp, now } = held.value;
    if (rfp.version !== version) return refuseRfpChanged(tx, actor, rfp);
    if (rfp.state === "published")
      return refuse(`Bids may come in until ${inRfpZone(rfp.bidsUntil, rfp.timeZone)}. The RFP closes by itself then.`);
    const closed = await tx.rfp.updateMany({
      where: { id, state: "published" },
      data: { state: "closed", closedAt: now, version: { increment: 1 } },
    });
    if (closed.count === 0) return refuse(`An RFP that is ${rfp.state} is not one to close.`);
    tell(sourcingEvents.rfpClosed({ rfpId: id }));
    audit({ action: "rfp.close", subject: rfpSubject(rfp), after: { state: "closed", bidsUntil: rfp.bidsUntil } });
    return readBack(tx, actor, id);
  });
}

/** Closes what is due in an organization: called by the clock. Answers how many. */
export async function closeDueRfps(organizationId: OrganizationId): Promise<number> {
  const due = await db.$queryRaw<{ id: string; version: number }[]>`
    SELECT id, version FROM rfp
    WHERE organization_id = ${organizationId}::uuid AND state = 'published' AND bids_until <= steward_now()`;
  let closed = 0;
  for (const { id, version } of due) {
    const outcome = await closeRfp(systemActor(organizationId), id, version);
    if (outcome.ok) closed += 1;
  }
  return closed;
}

/** Ends an RFP without an award: cancelled by us, or unsuccessful because no bid will do. */
export function endRfp(
  actor: MemberActor,
  id: string,
  version: number,
  how: "cancel" | "declareUnsuccessful",
  reason: string,
): Promise<Outcome<RfpView>> {
  return change(actor, async (tx, audit, tell) => {
    const held = await holdRfp(tx, actor, id);
    if (!held.ok) return held;
    const { rfp } = held.value;
    if (rfp.version !== version) return refuseRfpChanged(tx, actor, rfp);
    const to = nextState<RfpState>(rfpTransitions, rfp.state, how);
    if (!to) return refuse(`This cannot be done with an RFP that is ${rfp.state}.`);
    const standing = await tx.award.count({ where: { rfpId: id, state: { in: ["approved", "standstill", "final"] } } });
    if (standing > 0) return refuse("An award of this RFP stands. Cancel the award first.");
    await tx.rfp.update({ where: { id }, data: { state: to, endedReason: reason, version: { increment: 1 } } });
    if (rfp.publishedAt) {
      await tellVendors(tx, {
        organizationId: actor.organizationId,
        rfp,
        title: to === "cancelled" ? `${rfp.code} was cancelled` : `${rfp.code} ended without an award`,
        body: reason,
      });
    }
    tell(sourcingEvents.rfpEnded({ rfpId: id }));
    audit({
      action: `rfp.${how}`,
      subject: rfpSubject(rfp),
      before: { state: rfp.state },
      after: { state: to, reason },
    });
    return readBack(tx, actor, id);
  });
}
