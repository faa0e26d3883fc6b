import "server-only";
import { change } from "@/lib/server/change";
import { databaseNow } from "@/lib/server/clock";
import { sql, type Transaction } from "@/lib/server/database";
import { done, type Outcome, refuse, refuseFields, refuseMissing } from "@/lib/shared/outcome";
import { type Actor, asOrganizationId, type MemberActor, may, type Trace, type VendorActor } from "./actor";
import { type Right, type Role, rightsTable, type VendorRight, vendorRights } from "./rights";
import { hashSecret, newSecret } from "./secret";

export const TOKEN_PREFIX = "stw_";
const TOKEN_FORM = /^stw_[A-Za-z0-9_-]{43}$/;
const MOST_TOKENS = 50;
const DAY = 24 * 60 * 60 * 1000;

/** The rights that a token of this person can have: those of the person. */
export function tokenScopes(actor: MemberActor | VendorActor): (Right | VendorRight)[] {
  const all = actor.kind === "vendor" ? [...vendorRights] : (Object.keys(rightsTable) as Right[]);
  return all.filter((right) => may(actor, right));
}

type NewToken = { name: string; scopes: readonly string[]; days: number };

/** The token itself is in the answer and nowhere else. No scopes: everything that the person may. */
export async function createToken(
  actor: MemberActor | VendorActor,
  input: NewToken,
): Promise<Outcome<{ id: string; token: string }>> {
  const allowed: readonly string[] = tokenScopes(actor);
  if (input.scopes.some((scope) => !allowed.includes(scope))) {
    return refuseFields({ scopes: "A token cannot do more than you can." });
  }
  const owner = actor.kind === "member" ? { memberId: actor.memberId } : { vendorContactId: actor.contactId };
  const { secret, hash } = newSecret(TOKEN_PREFIX);
  return change(actor, async (tx, audit) => {
    const now = await databaseNow(tx);
    const open = await tx.apiToken.count({ where: { ...owner, revokedAt: null, expiresAt: { gt: now } } });
    if (open >= MOST_TOKENS) return refuse(`You have ${open} tokens already. Revoke one that is not used any more.`);
    const token = await tx.apiToken.create({
      data: {
        organizationId: actor.organizationId,
        ...owner,
        name: input.name,
        prefix: secret.slice(0, 8),
        tokenHash: hash,
        scopes: [...(input.scopes.length > 0 ? input.scopes : (actor.scopes ?? []))],
        expiresAt: new Date(now.getTime() + input.days * DAY),
      },
      select: { id: true, name: true, scopes: true, expiresAt: true },
    });
    audit({
      action: "apiToken.create",
      subject: { type: "apiToken", id: token.id, label: token.name },
      after: { scopes: token.scopes, expiresAt: token.expiresAt },
    });
    return done({ id: token.id, token: secret });
  });
}

/** One's own; an administrator also those of others in the organization. */
export function revokeToken(actor: MemberActor | VendorActor, id: string): Promise<Outcome<undefined>> {
  const own = actor.kind === "member" ? { memberId: actor.memberId } : { vendorContactId: actor.contactId };
  const where = may(actor, "member:manage") ? {} : own;
  return change(actor, async (tx, audit) => {
    const scope = { id, organizationId: actor.organizationId, ...where };
    const token = await tx.apiToken.findFirst({ where: scope, select: { name: true, revokedAt: true } });
    if (!token) return refuseMissing("token");
    const revoked = await tx.apiToken.updateMany({
      where: { ...scope, revokedAt: null },
      data: { revokedAt: await databaseNow(tx) },
    });
    if (revoked.count === 0) return refuse("That token was revoked already.");
    audit({ action: "apiToken.revoke", subject: { type: "apiToken", id, label: token.name } });
    return done();
  });
}

/** Every open token of a person, in every organization and portal; how many. */
export async function revokeTokensOf(tx: Transaction, personId: string): Promise<number> {
  const revoked = await tx.apiToken.updateMany({
    where: { revokedAt: null, OR: [{ member: { personId } }, { vendorContact: { personId } }] },
    data: { revokedAt: await databaseNow(tx) },
  });
  return revoked.count;
}

type TokenRow = {
  id: string;
  organizationId: string;
  scopes: string[];
  memberId: string | null;
  roles: Role[] | null;
  contactId: string | null;
  vendorId: string | null;
  personId: string;
  name: string;
  isStale: boolean;
};

// One round trip by the unique hash. A removed member or contact and a disabled person have no working token.
const ONE_TOKEN = `
  SELECT t.id, t.organization_id AS "organizationId", t.scopes, m.id AS "memberId", m.roles::text[] AS roles,
    c.id AS "contactId", c.vendor_id AS "vendorId", p.id AS "personId", p.name,
    coalesce(t.last_used_at < steward_now() - interval '1 minute', true) AS "isStale"
  FROM api_token t
  LEFT JOIN member m ON m.id = t.member_id AND m.state = 'active'
  LEFT JOIN vendor_contact c ON c.id = t.vendor_contact_id AND c.removed_at IS NULL
  JOIN person p ON p.id = coalesce(m.person_id, c.person_id) AND p.disabled_at IS NULL
  WHERE t.token_hash = $1 AND t.revoked_at IS NULL AND t.expires_at > steward_now()`;

/** Who a bearer token speaks for, with the roles of this moment; null for one that is not good (any more). */
export async function findTokenActor(
  bearer: string,
  trace: Trace = { requestId: null, ipAddress: null },
): Promise<Actor | null> {
  if (!TOKEN_FORM.test(bearer)) return null;
  const row = (await sql.rows<TokenRow>(ONE_TOKEN, [hashSecret(bearer)]))[0];
  if (!row) return null;
  if (row.isStale) await sql.rows("UPDATE api_token SET last_used_at = steward_now() WHERE id = $1", [row.id]);
  const shared = {
    ...trace,
    organizationId: asOrganizationId(row.organizationId),
    personId: row.personId,
    name: row.name,
    scopes: row.scopes.length > 0 ? row.scopes : null,
  };
  if (row.memberId && row.roles) return { ...shared, kind: "member", memberId: row.memberId, roles: row.roles };
  if (row.contactId && row.vendorId) {
    return { ...shared, kind: "vendor", vendorId: row.vendorId, contactId: row.contactId };
  }
  return null;
}
