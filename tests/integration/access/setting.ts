import { randomUUID } from "node:crypto";
import type { MemberActor } from "@/lib/access/actor";
import { type Device, openSession } from "@/lib/access/open-session";
import { hashPassword } from "@/lib/access/password-hash";
import { listPlaces } from "@/lib/access/places";
import type { Role } from "@/lib/access/rights";
import { db } from "@/lib/server/database";
import { makeMember } from "../../support/factories";

export const PASSWORD = "quiet harbour lantern";

export const device = (ipAddress = "192.0.2.1"): Device => ({ requestId: null, ipAddress, userAgent: "a test" });

export type Account = MemberActor & { email: string };

let hash: Promise<string> | undefined;

/** A member who can sign in with PASSWORD. */
export async function makeAccount(organization: { id: string }, roles: readonly Role[]): Promise<Account> {
  const member = await makeMember(organization, roles);
  hash ??= hashPassword(PASSWORD);
  const person = await db.person.update({
    where: { id: member.personId },
    data: { passwordHash: await hash },
    select: { email: true },
  });
  return { ...member, email: person.email };
}

/** Opens a session without the password, in the place used last. */
export async function openSessionOf(personId: string): Promise<string> {
  const person = await db.person.findUniqueOrThrow({
    where: { id: personId },
    select: { id: true, name: true, email: true },
  });
  const place = (await listPlaces(personId))[0];
  if (!place) throw new Error("This person has no place.");
  const opened = await openSession(person, place, device());
  if (!opened.ok) throw new Error(opened.message);
  return opened.value.sessionId;
}

export async function makeContact(organization: { id: string }, email = `${randomUUID().slice(0, 8)}@vendor.test`) {
  const vendor = await db.vendor.create({
    data: {
      organizationId: organization.id,
      code: `VEN-${randomUUID().slice(0, 8)}`,
      legalName: "Northwind Plainly Invented Ltd",
      country: "IE",
    },
    select: { id: true, legalName: true },
  });
  const contact = await db.vendorContact.create({
    data: { organizationId: organization.id, vendorId: vendor.id, name: "Vera Contact", email },
    select: { id: true, email: true },
  });
  return { vendor, contact };
}

/** The secret at the end of the last link that was sent to somebody. */
export async function lastLink(recipient: string): Promise<string> {
  const message = await db.outboxMessage.findFirst({ where: { recipient }, orderBy: { createdAt: "desc" } });
  const link = /\/(?:invitation|reset)\/([A-Za-z0-9_-]{43})/.exec(message?.body ?? "");
  if (!link?.[1]) throw new Error(`No link was sent to ${recipient}.`);
  return link[1];
}
