import "server-only";
import type { Actor } from "@/lib/access/actor";
import { change } from "@/lib/server/change";
import { databaseNow } from "@/lib/server/clock";
import { isUniqueViolation } from "@/lib/server/conflicts";
import type { Transaction } from "@/lib/server/database";
import { refuseChanged } from "@/lib/server/stale";
import { done, type Outcome, type Refusal, refuseFields, refuseMissing } from "@/lib/shared/outcome";
import { readVendorLabel } from "../mutations";
import type { ContactInput } from "./schema";

const TAKEN = refuseFields({ email: "Another contact of this vendor has this address." });

type Contact = { id: string; vendorId: string; name: string; email: string; personId: string | null; version: number };
type Changed = Contact & { phone: string; position: string };

function subjectOf(contact: { id: string; name: string; email: string }) {
  return { type: "vendorContact", id: contact.id, label: `${contact.name} <${contact.email}>` };
}

/** A unique address per vendor: two people who add the same one at once get one contact and one message. */
async function orTaken<T>(work: Promise<Outcome<T>>): Promise<Outcome<T>> {
  try {
    return await work;
  } catch (error) {
    if (isUniqueViolation(error)) return TAKEN;
    throw error;
  }
}

export function addContact(
  actor: Actor,
  vendorId: string,
  input: ContactInput,
): Promise<Outcome<{ id: string; version: number }>> {
  const work = change(actor, async (tx, audit) => {
    const vendor = await readVendorLabel(tx, actor.organizationId, vendorId);
    if (!vendor) return refuseMissing("vendor");
    // Somebody who was removed comes back as the same contact: what they once asked or submitted stays theirs.
    const former = await tx.vendorContact.findFirst({
      where: { vendorId, email: input.email, removedAt: { not: null } },
      select: { id: true },
    });
    const made = former
      ? await tx.vendorContact.update({
          where: { id: former.id },
          data: { ...input, removedAt: null, version: { increment: 1 } },
          select: { id: true, version: true },
        })
      : await tx.vendorContact.create({
          data: { ...input, vendorId, organizationId: actor.organizationId },
          select: { id: true, version: true },
        });
    audit({
      action: "vendorContact.create",
      subject: subjectOf({ ...input, id: made.id }),
      after: { ...input, vendor: vendor.code },
    });
    return done(made);
  });
  return orTaken(work);
}

export function updateContact(
  actor: Actor,
  id: string,
  version: number,
  input: Partial<ContactInput>,
): Promise<Outcome<{ id: string; version: number }>> {
  const work = change(actor, async (tx, audit) => {
    const before = await readContact(tx, actor.organizationId, id);
    if (!before) return refuseMissing("contact");
    if (before.personId && input.email && input.email !== before.email)
      return refuseFields({ email: "This person signs in with this address. Add a new contact for another one." });
    const saved = await tx.vendorContact.updateMany({
      where: { id, organizationId: actor.organizationId, version, removedAt: null },
      data: { ...input, version: { increment: 1 } },
    });
    if (saved.count === 0) return refuseContactChanged(tx, actor.organizationId, before);
    const { name, email, phone, position } = before;
    audit({
      action: "vendorContact.update",
      subject: subjectOf(before),
      before: { name, email, phone, position },
      after: input,
    });
    return done({ id, version: version + 1 });
  });
  return orTaken(work);
}

/** Ends the access of a contact at once; what they wrote stays. */
export function removeContact(actor: Actor, id: string, version: number): Promise<Outcome<{ vendorId: string }>> {
  return change(actor, async (tx, audit) => {
    const before = await readContact(tx, actor.organizationId, id);
    if (!before) return refuseMissing("contact");
    const now = await databaseNow(tx);
    const saved = await tx.vendorContact.updateMany({
      where: { id, organizationId: actor.organizationId, version, removedAt: null },
      data: { removedAt: now, version: { increment: 1 } },
    });
    if (saved.count === 0) return refuseContactChanged(tx, actor.organizationId, before);
    const open = { vendorContactId: id, revokedAt: null };
    await tx.session.updateMany({ where: open, data: { revokedAt: now } });
    await tx.apiToken.updateMany({ where: open, data: { revokedAt: now } });
    await tx.accessInvitation.updateMany({ where: { ...open, acceptedAt: null }, data: { revokedAt: now } });
    audit({ action: "vendorContact.remove", subject: subjectOf(before) });
    return done({ vendorId: before.vendorId });
  });
}

export function readContact(tx: Transaction, organizationId: string, id: string): Promise<Changed | null> {
  return tx.vendorContact.findFirst({
    where: { id, organizationId, removedAt: null },
    select: {
      id: true,
      vendorId: true,
      name: true,
      email: true,
      phone: true,
      position: true,
      personId: true,
      version: true,
    },
  });
}

function refuseContactChanged(tx: Transaction, organizationId: string, now: Changed): Promise<Refusal> {
  const { name, email, phone, position, version } = now;
  return refuseChanged(
    tx,
    { organizationId, type: "vendorContact", id: now.id },
    { name, email, phone, position, version },
  );
}
