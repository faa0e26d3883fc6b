import "server-only";
import { change } from "@/lib/server/change";
import { databaseNow } from "@/lib/server/clock";
import { db } from "@/lib/server/database";
import { environment } from "@/lib/server/environment";
import { queueMail } from "@/lib/server/outbox";
import { createLimiter, limitKey, takeOne } from "@/lib/server/rate-limit";
import { done, type Outcome, type Refusal, refuseFields } from "@/lib/shared/outcome";
import type { Trace } from "./actor";
import { refuseTooMany } from "./attempts";
import { hashPassword } from "./password-hash";
import { listPlaces, type Place, placeActor } from "./places";
import { passwordProblem } from "./rules/password";
import { hashSecret, newSecret } from "./secret";
import { revokeSessions } from "./sign-out";
import { revokeTokensOf } from "./tokens";

const ONE_HOUR = 60 * 60 * 1000;
const perAddress = createLimiter("reset-address", 20, 60 * 60);
const perAccount = createLimiter("reset-account", 5, 60 * 60);

const ASKED = "If there is an account with this address, a link is on its way. It works once, within one hour.";

export const DEAD_RESET: Refusal = {
  ok: false,
  reason: "state",
  message: "This link was used already, or it is older than one hour. Ask for a new one.",
};

/** The same answer for known and unknown addresses. */
export async function requestReset(email: string, trace: Trace): Promise<Outcome<{ message: string }>> {
  const waiting = await takeOne(perAddress, limitKey(trace.ipAddress));
  if (waiting !== null) return refuseTooMany(waiting);
  const isFlooded = (await takeOne(perAccount, limitKey(email))) !== null;
  const person = await db.person.findUnique({
    where: { email },
    select: { id: true, name: true, email: true, disabledAt: true },
  });
  const places = person && !person.disabledAt && !isFlooded ? await listPlaces(person.id) : [];
  if (person && places[0]) await sendLink(person, places, places[0], trace);
  return done({ message: ASKED });
}

/**
 * Without a mail server the message is read in an organization's outbox. Whoever can read it there can take the
 * account over, so it only shows where the account reaches no further than that organization.
 */
function outboxOf(places: Place[]): string | null {
  const organizations = new Set(places.map((place) => place.organizationId));
  const isMemberOnly = places.every((place) => place.kind === "member");
  return organizations.size === 1 && isMemberOnly ? (places[0]?.organizationId ?? null) : null;
}

type Person = { id: string; name: string; email: string };

async function sendLink(person: Person, places: Place[], place: Place, trace: Trace): Promise<void> {
  const { secret, hash } = newSecret();
  await change(placeActor(person, place, trace), async (tx, audit) => {
    const now = await databaseNow(tx);
    await tx.passwordReset.create({
      data: { personId: person.id, tokenHash: hash, expiresAt: new Date(now.getTime() + ONE_HOUR) },
    });
    await queueMail(tx, {
      organizationId: outboxOf(places),
      recipient: person.email,
      subject: "Set a new password for Steward",
      body: `Hello ${person.name},

somebody, probably you, asked for a new password for your Steward account. Set it here:

${environment().STEWARD_URL}/reset/${secret}

The link works once, within one hour. If it was not you, do nothing: your password stays as it is.
`,
    });
    audit({ action: "passwordReset.request", subject: { type: "person", id: person.id, label: person.name } });
    return done();
  });
}

const openReset = (token: string, now: Date) => ({
  tokenHash: hashSecret(token),
  usedAt: null,
  expiresAt: { gt: now },
  person: { disabledAt: null },
});

/** Looking at a link does not use it up. */
export async function findReset(token: string): Promise<{ email: string } | null> {
  const reset = await db.passwordReset.findFirst({
    where: openReset(token, await databaseNow()),
    select: { person: { select: { email: true } } },
  });
  return reset && { email: reset.person.email };
}

/** Sets the password and ends every session and every token of the person: who had the account has it no more. */
export async function resetPassword(input: { token: string; password: string }): Promise<Outcome<undefined>> {
  const reset = await db.passwordReset.findFirst({
    where: openReset(input.token, await databaseNow()),
    select: { id: true, person: { select: { id: true, name: true, email: true } } },
  });
  const place = reset && (await listPlaces(reset.person.id))[0];
  if (!reset || !place) return DEAD_RESET;
  const problem = passwordProblem(input.password, reset.person);
  if (problem) return refuseFields({ password: problem });
  const passwordHash = await hashPassword(input.password);
  const actor = placeActor(reset.person, place, { requestId: null, ipAddress: null });
  return change(actor, async (tx, audit) => {
    // Of two at once only one finds it unused.
    const now = await databaseNow(tx);
    const used = await tx.passwordReset.updateMany({
      where: { id: reset.id, ...openReset(input.token, now) },
      data: { usedAt: now },
    });
    if (used.count === 0) return DEAD_RESET;
    await tx.passwordReset.updateMany({
      where: { personId: reset.person.id, usedAt: null },
      data: { usedAt: now },
    });
    await tx.person.update({ where: { id: reset.person.id }, data: { passwordHash, version: { increment: 1 } } });
    await revokeSessions(tx, { personId: reset.person.id });
    const tokens = await revokeTokensOf(tx, reset.person.id);
    audit({
      action: "person.resetPassword",
      subject: { type: "person", id: reset.person.id, label: reset.person.name },
      after: { endedApiAccess: tokens },
    });
    return done();
  });
}
