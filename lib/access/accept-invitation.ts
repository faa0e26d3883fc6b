import "server-only";
import { change } from "@/lib/server/change";
import { databaseNow } from "@/lib/server/clock";
import { db, type Transaction } from "@/lib/server/database";
import { done, type Outcome, type Refusal, refuse, refuseFields } from "@/lib/shared/outcome";
import { systemActor } from "./actor";
import { type Device, openSession } from "./open-session";
import { hashPassword } from "./password-hash";
import { listPlaces, type Place } from "./places";
import { passwordProblem } from "./rules/password";
import { hashSecret } from "./secret";
import { checkPassword } from "./sign-in";

const DEAD: Refusal = {
  ok: false,
  reason: "state",
  message: "This invitation was used already, withdrawn, or is too old. Ask for a new one.",
};

const openInvitation = (token: string, now: Date) => ({
  tokenHash: hashSecret(token),
  acceptedAt: null,
  revokedAt: null,
  expiresAt: { gt: now },
});

const fields = {
  id: true,
  email: true,
  name: true,
  roles: true,
  organizationId: true,
  vendorContactId: true,
  organization: { select: { name: true } },
  vendorContact: { select: { removedAt: true, vendor: { select: { legalName: true } } } },
} as const;

async function readInvitation(token: string) {
  return db.accessInvitation.findFirst({ where: openInvitation(token, await databaseNow()), select: fields });
}
type Invitation = NonNullable<Awaited<ReturnType<typeof readInvitation>>>;

export type OpenInvitation = {
  email: string;
  name: string;
  organizationName: string;
  vendorName: string | null;
  /** True: the account exists and works somewhere; its password is asked for instead of a new one. */
  hasAccount: boolean;
};

/** Looking at a link does not use it up. */
export async function findInvitation(token: string): Promise<OpenInvitation | null> {
  const invitation = await readInvitation(token);
  if (!invitation || invitation.vendorContact?.removedAt) return null;
  const person = await findAccount(invitation.email);
  return {
    email: invitation.email,
    name: invitation.name,
    organizationName: invitation.organization.name,
    vendorName: invitation.vendorContact?.vendor.legalName ?? null,
    hasAccount: person?.isInUse ?? false,
  };
}

/** An account without a place to work has nothing to protect: the link alone may set its password. */
async function findAccount(email: string) {
  const person = await db.person.findUnique({
    where: { email },
    select: { id: true, name: true, email: true, passwordHash: true, disabledAt: true },
  });
  if (!person) return null;
  const places = await listPlaces(person.id);
  return { ...person, isInUse: person.passwordHash !== null && places.length > 0 };
}

type Entered = { sessionId: string; home: string };

/** For somebody new: makes the account, or takes one over that works nowhere. */
export async function acceptInvitation(
  input: { token: string; name: string; password: string },
  device: Device,
): Promise<Outcome<Entered>> {
  const invitation = await readInvitation(input.token);
  if (!invitation) return DEAD;
  const known = await findAccount(invitation.email);
  if (known?.disabledAt) return refuse("This account is disabled. Ask your administrator.");
  if (known?.isInUse) return refuse("You have an account already. Load this page again and use its password.");
  const problem = passwordProblem(input.password, { email: invitation.email, name: input.name });
  if (problem) return refuseFields({ password: problem });
  const passwordHash = await hashPassword(input.password);
  return enter(invitation, input.token, device, async (tx) => {
    const columns = { name: input.name, passwordHash };
    return tx.person.upsert({
      where: { email: invitation.email },
      create: { email: invitation.email, ...columns },
      // Only as it was looked at: an account that got a place meanwhile keeps its password.
      update: known ? columns : {},
      select: { id: true, name: true, email: true },
    });
  });
}

/** For somebody who works elsewhere already: the account's own password, then one more place. */
export async function joinByInvitation(
  input: { token: string; password: string },
  device: Device,
): Promise<Outcome<Entered>> {
  const invitation = await readInvitation(input.token);
  if (!invitation) return DEAD;
  const checked = await checkPassword(invitation.email, input.password, device);
  if (!checked.ok) {
    return checked.reason === "tooMany" ? checked : refuseFields({ password: "The password is not right." });
  }
  return enter(invitation, input.token, device, () => Promise.resolve(checked.person));
}

type Person = { id: string; name: string; email: string };

async function enter(
  invitation: Invitation,
  token: string,
  device: Device,
  findPerson: (tx: Transaction) => Promise<Person>,
): Promise<Outcome<Entered>> {
  const actor = { ...systemActor(invitation.organizationId), requestId: device.requestId, ipAddress: device.ipAddress };
  const accepted = await change(actor, async (tx, audit) => {
    const now = await databaseNow(tx);
    const used = await tx.accessInvitation.updateMany({
      where: { id: invitation.id, ...openInvitation(token, now) },
      data: { acceptedAt: now },
    });
    if (used.count === 0) return DEAD;
    const person = await findPerson(tx);
    const placeId = invitation.vendorContactId
      ? await linkContact(tx, invitation.vendorContactId, person)
      : await makeMember(tx, invitation, person);
    if (!placeId) return DEAD;
    audit({
      action: "accessInvitation.accept",
      subject: { type: invitation.vendorContactId ? "vendorContact" : "member", id: placeId, label: person.name },
      after: { email: person.email, roles: invitation.roles },
    });
    return done({ person, placeId });
  });
  if (!accepted.ok) return accepted;
  const { person, placeId } = accepted.value;
  const place: Place | undefined = (await listPlaces(person.id)).find(({ id }) => id === placeId);
  if (!place) return DEAD;
  const opened = await openSession(person, place, device);
  if (!opened.ok) return opened;
  return done({ sessionId: opened.value.sessionId, home: place.kind === "vendor" ? "/portal" : "/" });
}

async function makeMember(tx: Transaction, invitation: Invitation, person: Person): Promise<string> {
  const { organizationId, roles } = invitation;
  const joined = { roles, state: "active" as const, removedAt: null, joinedAt: await databaseNow(tx) };
  const member = await tx.member.upsert({
    where: { organizationId_personId: { organizationId, personId: person.id } },
    create: { organizationId, personId: person.id, ...joined },
    update: { ...joined, version: { increment: 1 } },
    select: { id: true },
  });
  return member.id;
}

async function linkContact(tx: Transaction, contactId: string, person: Person): Promise<string | null> {
  const linked = await tx.vendorContact.updateMany({
    where: { id: contactId, removedAt: null, OR: [{ personId: null }, { personId: person.id }] },
    data: { personId: person.id, version: { increment: 1 } },
  });
  return linked.count === 1 ? contactId : null;
}
