import "server-only";
import { change } from "@/lib/server/change";
import { databaseNow } from "@/lib/server/clock";
import { db, sql } from "@/lib/server/database";
import { refuseChanged } from "@/lib/server/stale";
import { done, type Outcome, refuseFields, refuseMissing } from "@/lib/shared/outcome";
import type { MemberActor, VendorActor } from "./actor";
import { refuseTooMany } from "./attempts";
import { hashPassword } from "./password-hash";
import { passwordProblem } from "./rules/password";
import { checkPassword } from "./sign-in";
import { revokeSessions } from "./sign-out";

type Signed = MemberActor | VendorActor;
const fields = { id: true, name: true, email: true, timeZone: true, locale: true, version: true } as const;

export function findProfile(actor: Signed) {
  return db.person.findUnique({ where: { id: actor.personId }, select: fields });
}

export type ProfileInput = { version: number; name: string; timeZone: string | null; locale: string | null };

export function updateProfile(actor: Signed, input: ProfileInput): Promise<Outcome<undefined>> {
  const { version, ...columns } = input;
  return change(actor, async (tx, audit) => {
    const before = await tx.person.findUnique({ where: { id: actor.personId }, select: fields });
    if (!before) return refuseMissing("account");
    const written = await tx.person.updateMany({
      where: { id: actor.personId, version },
      data: { ...columns, version: { increment: 1 } },
    });
    const { id, email: _, ...values } = before;
    if (written.count === 0) {
      return refuseChanged(tx, { organizationId: actor.organizationId, type: "person", id }, values);
    }
    const { version: __, ...old } = values;
    audit({
      action: "person.update",
      subject: { type: "person", id, label: columns.name },
      before: old,
      after: columns,
    });
    return done();
  });
}

/** Needs the present password, sets the new one, and ends every other session of the person. */
export async function changePassword(
  actor: Signed & { sessionId: string; email: string },
  input: { current: string; password: string },
): Promise<Outcome<{ ended: number }>> {
  const device = { requestId: actor.requestId, ipAddress: actor.ipAddress, userAgent: null };
  const checked = await checkPassword(actor.email, input.current, device);
  if (!checked.ok) {
    if ("retryAfterSeconds" in checked) return refuseTooMany(checked.retryAfterSeconds);
    return refuseFields({ current: "This is not your present password." });
  }
  const problem = passwordProblem(input.password, { email: actor.email, name: actor.name });
  if (problem) return refuseFields({ password: problem });
  const passwordHash = await hashPassword(input.password);
  return change(actor, async (tx, audit) => {
    await tx.person.update({ where: { id: actor.personId }, data: { passwordHash } });
    await tx.passwordReset.updateMany({
      where: { personId: actor.personId, usedAt: null },
      data: { usedAt: await databaseNow(tx) },
    });
    const ended = await revokeSessions(tx, { personId: actor.personId, exceptId: actor.sessionId });
    audit({ action: "person.changePassword", subject: { type: "person", id: actor.personId, label: actor.name } });
    return done({ ended });
  });
}

export type OpenSession = {
  id: string;
  createdAt: Date;
  lastSeenAt: Date;
  ipAddress: string | null;
  userAgent: string | null;
  place: string;
};

/** The person's open sessions, the latest used first. */
export function listSessions(actor: Signed): Promise<OpenSession[]> {
  return sql.rows<OpenSession>(
    `SELECT s.id, s.created_at AS "createdAt", s.last_seen_at AS "lastSeenAt", s.ip_address AS "ipAddress",
       s.user_agent AS "userAgent", coalesce(v.legal_name, o.name) AS place
     FROM session s
     LEFT JOIN member m ON m.id = s.member_id AND m.state = 'active'
     LEFT JOIN vendor_contact c ON c.id = s.vendor_contact_id AND c.removed_at IS NULL
     LEFT JOIN vendor v ON v.id = c.vendor_id
     JOIN organization o ON o.id = coalesce(m.organization_id, c.organization_id)
     WHERE s.person_id = $1 AND s.revoked_at IS NULL AND s.expires_at > steward_now()
     ORDER BY s.last_seen_at DESC LIMIT 50`,
    [actor.personId],
  );
}

/** The tokens of this member or contact that still work. */
export async function listOwnTokens(actor: Signed) {
  const own = actor.kind === "member" ? { memberId: actor.memberId } : { vendorContactId: actor.contactId };
  return db.apiToken.findMany({
    where: { ...own, revokedAt: null, expiresAt: { gt: await databaseNow() } },
    orderBy: { createdAt: "desc" },
    take: 50,
    select: { id: true, name: true, prefix: true, scopes: true, expiresAt: true, lastUsedAt: true, createdAt: true },
  });
}
