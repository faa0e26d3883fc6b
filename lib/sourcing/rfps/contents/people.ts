import "server-only";
import type { MemberActor } from "@/lib/access/actor";
import { change } from "@/lib/server/change";
import { isUniqueViolation } from "@/lib/server/conflicts";
import { done, type Outcome, refuse, refuseFields, refuseMissing } from "@/lib/shared/outcome";
import { isInvitable } from "@/lib/vendors/rules/status";
import { holdDraftRfp, holdRfpIn, rfpSubject } from "../lock";
import { sendInvitations } from "../publication/invite";

type Added = { id: string; rfpId: string };

async function once(work: Promise<Outcome<Added>>, message: string): Promise<Outcome<Added>> {
  try {
    return await work;
  } catch (error) {
    if (isUniqueViolation(error)) return refuse(message);
    throw error;
  }
}

/** Invites a vendor: at publication it is told; on a published RFP at once. */
export function addInvitation(actor: MemberActor, rfpId: string, vendorId: string): Promise<Outcome<Added>> {
  const { organizationId } = actor;
  const work = change(actor, async (tx, audit) => {
    const held = await holdRfpIn(tx, actor, rfpId, ["draft", "published"], "This RFP no longer takes bids.");
    if (!held.ok) return held;
    const { rfp, now } = held.value;
    const vendor = await tx.vendor.findFirst({
      where: { id: vendorId, organizationId },
      select: {
        code: true,
        legalName: true,
        status: true,
        _count: { select: { vendorContacts: { where: { removedAt: null } } } },
      },
    });
    if (!vendor) return refuseFields({ vendorId: "Choose a vendor from the list." });
    if (!isInvitable(vendor.status))
      return refuseFields({ vendorId: `${vendor.legalName} is ${vendor.status} and cannot be invited.` });
    const isPublished = rfp.state === "published";
    if (isPublished && vendor._count.vendorContacts === 0)
      return refuseFields({ vendorId: `${vendor.legalName} has no contact yet. Add one first.` });
    const made = await tx.rfpInvitation.create({
      data: { organizationId, rfpId, vendorId, invitedAt: isPublished ? now : null },
      select: { id: true },
    });
    if (isPublished) await sendInvitations(tx, actor, rfp, vendorId);
    audit({
      action: "rfp.invite",
      subject: rfpSubject(rfp),
      after: { vendor: `${vendor.code} ${vendor.legalName}`, afterPublication: isPublished },
    });
    return done({ id: made.id, rfpId });
  });
  return once(work, "This vendor is invited already.");
}

export function removeInvitation(actor: MemberActor, id: string): Promise<Outcome<Added>> {
  return change(actor, async (tx, audit) => {
    const invitation = await tx.rfpInvitation.findFirst({
      where: { id, organizationId: actor.organizationId },
      select: { rfpId: true, vendor: { select: { code: true, legalName: true } } },
    });
    if (!invitation) return refuseMissing("invitation");
    const held = await holdDraftRfp(tx, actor, invitation.rfpId);
    if (!held.ok) return held;
    await tx.rfpInvitation.deleteMany({ where: { id } });
    const { code, legalName } = invitation.vendor;
    audit({
      action: "rfp.uninvite",
      subject: rfpSubject(held.value.rfp),
      before: { vendor: `${code} ${legalName}` },
    });
    return done({ id, rfpId: invitation.rfpId });
  });
}

/** Evaluators are named before the bids are opened; who has scored stays. */
export function addEvaluator(actor: MemberActor, rfpId: string, memberId: string): Promise<Outcome<Added>> {
  const { organizationId } = actor;
  const states = ["draft", "published", "closed"] as const;
  const work = change(actor, async (tx, audit) => {
    const held = await holdRfpIn(tx, actor, rfpId, states, "Evaluators are named before the bids are opened.");
    if (!held.ok) return held;
    const member = await tx.member.findFirst({
      where: {
        id: memberId,
        organizationId,
        state: "active",
        roles: { hasSome: ["procurement", "operations", "finance"] },
      },
      select: { person: { select: { name: true } } },
    });
    if (!member) return refuseFields({ memberId: "Choose somebody whose role may score." });
    const made = await tx.rfpEvaluator.create({ data: { organizationId, rfpId, memberId }, select: { id: true } });
    audit({
      action: "rfp.evaluator.add",
      subject: rfpSubject(held.value.rfp),
      after: { evaluator: member.person.name },
    });
    return done({ id: made.id, rfpId });
  });
  return once(work, "This person is an evaluator already.");
}

export function removeEvaluator(actor: MemberActor, id: string): Promise<Outcome<Added>> {
  return change(actor, async (tx, audit) => {
    const evaluator = await tx.rfpEvaluator.findFirst({
      where: { id, organizationId: actor.organizationId },
      select: { rfpId: true, member: { select: { person: { select: { name: true } } } } },
    });
    if (!evaluator) return refuseMissing("evaluator");
    const states = ["draft", "published", "closed"] as const;
    const held = await holdRfpIn(tx, actor, evaluator.rfpId, states, "The bids are open: evaluators stay as they are.");
    if (!held.ok) return held;
    if (held.value.rfp.state !== "draft" && held.value.rfp.evaluators.length === 1)
      return refuse("A published RFP needs an evaluator. Name another one first.");
    await tx.rfpEvaluator.deleteMany({ where: { id } });
    audit({
      action: "rfp.evaluator.remove",
      subject: rfpSubject(held.value.rfp),
      before: { evaluator: evaluator.member.person.name },
    });
    return done({ id, rfpId: evaluator.rfpId });
  });
}
