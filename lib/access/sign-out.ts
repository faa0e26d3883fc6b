import "server-only";
import { change } from "@/lib/server/change";
import { databaseNow } from "@/lib/server/clock";
import type { Transaction } from "@/lib/server/database";
import { done, type Outcome, refuseMissing } from "@/lib/shared/outcome";
import type { MemberActor, VendorActor } from "./actor";

type Signed = MemberActor | VendorActor;
const personSubject = (actor: Signed) => ({ type: "person", id: actor.personId, label: actor.name });

/** Ends open sessions in a transaction of the caller. Answers how many there were. */
export async function revokeSessions(
  tx: Transaction,
  which: { personId: string; exceptId?: string } | { memberId: string } | { vendorContactId: string },
): Promise<number> {
  const where = "personId" in which ? { personId: which.personId, id: { not: which.exceptId } } : which;
  const ended = await tx.session.updateMany({
    where: { ...where, revokedAt: null },
    data: { revokedAt: await databaseNow(tx) },
  });
  return ended.count;
}

export function signOutSession(actor: Signed, sessionId: string): Promise<Outcome<undefined>> {
  return change(actor, async (tx, audit) => {
    const ended = await tx.session.updateMany({
      where: { id: sessionId, personId: actor.personId, revokedAt: null },
      data: { revokedAt: await databaseNow(tx) },
    });
    if (ended.count === 0) return refuseMissing("session");
    audit({ action: "session.end", subject: personSubject(actor), before: { session: sessionId } });
    return done();
  });
}

/** Everywhere: all sessions of the person, or all but this one. */
export function signOutEverywhere(actor: Signed, exceptId?: string): Promise<Outcome<{ ended: number }>> {
  return change(actor, async (tx, audit) => {
    const ended = await revokeSessions(tx, { personId: actor.personId, ...(exceptId ? { exceptId } : {}) });
    audit({ action: "session.endAll", subject: personSubject(actor), before: { sessions: ended } });
    return done({ ended });
  });
}
