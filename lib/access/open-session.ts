import "server-only";
import { change } from "@/lib/server/change";
import { databaseNow } from "@/lib/server/clock";
import type { Transaction } from "@/lib/server/database";
import { done, type Outcome } from "@/lib/shared/outcome";
import type { Trace } from "./actor";
import { type Place, placeActor } from "./places";
import { IDLE_HOURS } from "./session-row";

export type Device = Trace & { userAgent: string | null };
const HOUR = 60 * 60 * 1000;
type Person = { id: string; name: string; email: string };

const placeColumns = (place: Place) =>
  place.kind === "member"
    ? { memberId: place.id, vendorContactId: null }
    : { memberId: null, vendorContactId: place.id };

/** A row for the session, by the database's clock. */
async function insertSession(tx: Transaction, person: Person, place: Place, device: Device): Promise<string> {
  const now = await databaseNow(tx);
  const session = await tx.session.create({
    data: {
      personId: person.id,
      ...placeColumns(place),
      ipAddress: device.ipAddress,
      userAgent: device.userAgent?.slice(0, 300) ?? null,
      expiresAt: new Date(now.getTime() + IDLE_HOURS * HOUR),
    },
    select: { id: true },
  });
  await tx.person.update({ where: { id: person.id }, data: { lastSignInAt: now } });
  return session.id;
}

/** Signs a person in whose password has been checked. */
export function openSession(person: Person, place: Place, device: Device): Promise<Outcome<{ sessionId: string }>> {
  return change(placeActor(person, place, device), async (tx, audit) => {
    const sessionId = await insertSession(tx, person, place, device);
    audit({ action: "session.start", subject: { type: "person", id: person.id, label: person.name } });
    return done({ sessionId });
  });
}

/** The same session, somewhere else. */
export function moveSession(
  sessionId: string,
  person: Person,
  place: Place,
  trace: Trace,
): Promise<Outcome<undefined>> {
  return change(placeActor(person, place, trace), async (tx, audit) => {
    await tx.session.update({ where: { id: sessionId, personId: person.id }, data: placeColumns(place) });
    audit({ action: "session.switch", subject: { type: "person", id: person.id, label: person.name } });
    return done();
  });
}
