import "server-only";
import { sql } from "@/lib/server/database";
import type { Role } from "./rights";
import { LONGEST_SESSION_DAYS } from "./session-cookie";

/** Unused for this long, a session is over. */
export const IDLE_HOURS = 12;
const TOUCH_AFTER_MINUTES = 5;

export type SessionRow = {
  sessionId: string;
  personId: string;
  name: string;
  email: string;
  personTimeZone: string | null;
  personLocale: string | null;
  memberId: string | null;
  roles: Role[] | null;
  contactId: string | null;
  vendorId: string | null;
  vendorName: string | null;
  organizationId: string;
  organizationName: string;
  slug: string;
  currency: string;
  timeZone: string;
  locale: string;
  isStale: boolean;
};

// The hottest query of the app: one round trip by primary keys. Whatever ends a session (a revoked row, a disabled
// person, a removed member or contact) makes the row not come back, on the very next request.
const ONE_SESSION = `
  SELECT s.id AS "sessionId", p.id AS "personId", p.name, p.email, p.time_zone AS "personTimeZone",
    p.locale AS "personLocale", m.id AS "memberId", m.roles::text[] AS roles, c.id AS "contactId",
    v.id AS "vendorId", v.legal_name AS "vendorName", o.id AS "organizationId", o.name AS "organizationName",
    o.slug, o.currency, o.time_zone AS "timeZone", o.locale,
    s.last_seen_at < steward_now() - interval '${TOUCH_AFTER_MINUTES} minutes' AS "isStale"
  FROM session s
  JOIN person p ON p.id = s.person_id AND p.disabled_at IS NULL
  LEFT JOIN member m ON m.id = s.member_id AND m.person_id = p.id AND m.state = 'active'
  LEFT JOIN vendor_contact c ON c.id = s.vendor_contact_id AND c.person_id = p.id AND c.removed_at IS NULL
  LEFT JOIN vendor v ON v.id = c.vendor_id
  JOIN organization o ON o.id = coalesce(m.organization_id, c.organization_id)
  WHERE s.id = $1 AND s.revoked_at IS NULL AND s.expires_at > steward_now()`;

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** The session as it stands now, roles included; null when it has ended. */
export async function findSession(sessionId: string | null): Promise<SessionRow | null> {
  if (!sessionId || !UUID.test(sessionId)) return null;
  const row = (await sql.rows<SessionRow>(ONE_SESSION, [sessionId]))[0];
  if (!row) return null;
  if (row.isStale) await touchSession(sessionId);
  return row;
}

async function touchSession(sessionId: string): Promise<void> {
  await sql.rows(
    `UPDATE session SET last_seen_at = steward_now(),
       expires_at = least(created_at + interval '${LONGEST_SESSION_DAYS} days', steward_now() + interval '${IDLE_HOURS} hours')
     WHERE id = $1 AND revoked_at IS NULL`,
    [sessionId],
  );
}
