import "server-only";
import { change } from "@/lib/server/change";
import { databaseNow } from "@/lib/server/clock";
import { db, type Transaction } from "@/lib/server/database";
import { environment } from "@/lib/server/environment";
import { queueMail } from "@/lib/server/outbox";
import { done, type Outcome, refuse, refuseFields, refuseMissing } from "@/lib/shared/outcome";
import type { MemberActor } from "./actor";
import type { Role } from "./rights";
import { newSecret } from "./secret";

const DAYS = 14;

type Draft = { email: string; name: string; roles: Role[]; vendorContactId: string | null };

/** A new link, for whoever writes the message; an older open one for the same person in the same place stops working. */
export async function makeInvitation(
  tx: Transaction,
  actor: MemberActor,
  draft: Draft,
): Promise<{ id: string; link: string; client: string }> {
  const { organizationId, memberId: invitedById } = actor;
  const { email, name, roles, vendorContactId } = draft;
  const now = await databaseNow(tx);
  await tx.accessInvitation.updateMany({
    where: { organizationId, email, vendorContactId, acceptedAt: null, revokedAt: null },
    data: { revokedAt: now },
  });
  const { secret, hash } = newSecret();
  const expiresAt = new Date(now.getTime() + DAYS * 24 * 60 * 60 * 1000);
  const made = await tx.accessInvitation.create({
    data: { organizationId, email, name, roles, vendorContactId, invitedById, tokenHash: hash, expiresAt },
    select: { id: true, organization: { select: { name: true } } },
  });
  return { id: made.id, link: `${environment().STEWARD_URL}/invitation/${secret}`, client: made.organization.name };
}

/** The same, with a message of its own. */
export async function writeInvitation(
  tx: Transaction,
  actor: MemberActor,
  draft: Draft & { company: string | null },
): Promise<string> {
  const { id, link, client } = await makeInvitation(tx, actor, draft);
  const purpose = draft.company
    ? `${client} works with ${draft.company} in Steward and invites you to its vendor portal`
    : `${actor.name} invites you to work with ${client} in Steward`;
  await queueMail(tx, {
    organizationId: actor.organizationId,
    recipient: draft.email,
    subject: draft.company ? `${client}: your access to the vendor portal` : `Join ${client} in Steward`,
    body: `Hello ${draft.name},

${purpose}. Accept here:

${link}

The link works once, within ${DAYS} days.
`,
  });
  return id;
}

/** Invites a new member; sending it again makes a new link. */
export function inviteMember(
  actor: MemberActor,
  input: { email: string; name: string; roles: Role[] },
): Promise<Outcome<{ id: string }>> {
  return change(actor, async (tx, audit) => {
    const present = await tx.member.findFirst({
      where: { organizationId: actor.organizationId, state: "active", person: { email: input.email } },
      select: { id: true },
    });
    if (present) return refuseFields({ email: "This person is a member already." });
    const id = await writeInvitation(tx, actor, { ...input, vendorContactId: null, company: null });
    audit({
      action: "accessInvitation.create",
      subject: { type: "accessInvitation", id, label: input.name },
      after: { email: input.email, roles: input.roles },
    });
    return done({ id });
  });
}

/** Gives a contact of a vendor the way into the portal. The caller has checked the right to write vendors. */
export function inviteVendorContact(actor: MemberActor, contactId: string): Promise<Outcome<{ id: string }>> {
  return change(actor, async (tx, audit) => {
    const contact = await tx.vendorContact.findFirst({
      where: { id: contactId, organizationId: actor.organizationId, removedAt: null },
      select: { name: true, email: true, personId: true, vendor: { select: { legalName: true } } },
    });
    if (!contact) return refuseMissing("contact");
    if (contact.personId) return refuse("This contact can sign in already.");
    const id = await writeInvitation(tx, actor, {
      email: contact.email.toLowerCase(),
      name: contact.name,
      roles: [],
      vendorContactId: contactId,
      company: contact.vendor.legalName,
    });
    audit({
      action: "accessInvitation.create",
      subject: { type: "accessInvitation", id, label: contact.name },
      after: { email: contact.email, vendor: contact.vendor.legalName },
    });
    return done({ id });
  });
}

export function revokeInvitation(actor: MemberActor, id: string): Promise<Outcome<undefined>> {
  return change(actor, async (tx, audit) => {
    const scope = { id, organizationId: actor.organizationId };
    const invitation = await tx.accessInvitation.findFirst({ where: scope, select: { name: true } });
    if (!invitation) return refuseMissing("invitation");
    const revoked = await tx.accessInvitation.updateMany({
      where: { ...scope, acceptedAt: null, revokedAt: null },
      data: { revokedAt: await databaseNow(tx) },
    });
    if (revoked.count === 0) return refuse("This invitation was accepted or withdrawn already.");
    audit({ action: "accessInvitation.revoke", subject: { type: "accessInvitation", id, label: invitation.name } });
    return done();
  });
}

/** Open invitations of an organization, newest first. */
export async function listInvitations(organizationId: string) {
  return db.accessInvitation.findMany({
    where: {
      organizationId,
      vendorContactId: null,
      acceptedAt: null,
      revokedAt: null,
      expiresAt: { gt: await databaseNow() },
    },
    orderBy: { createdAt: "desc" },
    take: 100,
    select: { id: true, name: true, email: true, roles: true, createdAt: true, expiresAt: true },
  });
}
