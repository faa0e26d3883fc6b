import "server-only";
import type { OrganizationId } from "@/lib/access/actor";
import { db, sql } from "../database";
import { defineList } from "../lists/definition";

const DAY = `to_char(e.at AT TIME ZONE 'UTC', 'YYYY-MM-DD')`;

/** Newest first by the primary key; actor, action and subject each have an index with the sequence behind. */
export const auditList = defineList({
  name: "audit",
  right: "audit:read",
  from: "audit_event e",
  organization: "e.organization_id",
  // Events have a number, lists want an id: the same order.
  id: "('00000000-0000-7000-8000-' || lpad(to_hex(e.sequence), 12, '0'))::uuid",
  columns: {
    sequence: { label: "Number", sql: "e.sequence", kind: "count", sortable: true },
    at: { label: "When", sql: "e.at", kind: "instant" },
    actorName: { label: "Who", sql: "e.actor_name", kind: "text" },
    actorKind: { label: "As", sql: "e.actor_kind", kind: "text" },
    action: { label: "Action", sql: "e.action", kind: "text" },
    subjectType: { label: "Kind of record", sql: "e.subject_type", kind: "text" },
    subjectLabel: { label: "Record", sql: "e.subject_label", kind: "text" },
    before: { label: "Before", sql: "e.before", kind: "text" },
    after: { label: "After", sql: "e.after", kind: "text" },
    ipAddress: { label: "Address", sql: "e.ip_address", kind: "text" },
    requestId: { label: "Request", sql: "e.request_id", kind: "text" },
    hash: { label: "Hash", sql: "e.hash", kind: "text" },
  },
  filters: {
    actor: { label: "Who", where: "e.actor_id = ?::uuid", shape: "uuid" },
    action: { label: "Action", where: "e.action = ?" },
    type: { label: "Kind of record", where: "e.subject_type = ?" },
    subject: { label: "Record", where: "e.subject_id = ?::uuid", shape: "uuid" },
    // Compared as text, so that a day which does not exist finds nothing instead of failing.
    from: { label: "From (UTC)", where: `${DAY} >= ?` },
    to: { label: "To (UTC)", where: `${DAY} <= ?` },
  },
  defaultSort: "-sequence",
});

type Choices = { value: string; label: string }[];

// Walks the index from one value to the next instead of reading every event.
const distinct = (column: "action" | "subject_type") => `
  WITH RECURSIVE known AS (
    (SELECT ${column} AS value FROM audit_event WHERE organization_id = $1 ORDER BY ${column} LIMIT 1)
    UNION ALL
    SELECT (SELECT ${column} FROM audit_event WHERE organization_id = $1 AND ${column} > known.value ORDER BY ${column} LIMIT 1)
    FROM known WHERE known.value IS NOT NULL)
  SELECT value, value AS label FROM known WHERE value IS NOT NULL`;

/** What the filters offer: the kinds of events there are, and everybody who is or was a member. */
export async function readAuditChoices(organization: OrganizationId) {
  const [actions, types, actors] = await Promise.all([
    sql.rows<Choices[number]>(distinct("action"), [organization]),
    sql.rows<Choices[number]>(distinct("subject_type"), [organization]),
    sql.rows<Choices[number]>(
      `SELECT m.id AS value, p.name AS label FROM member m JOIN person p ON p.id = m.person_id
       WHERE m.organization_id = $1 ORDER BY p.name LIMIT 500`,
      [organization],
    ),
  ]);
  return { actions, types, actors };
}

/** One event; `sequence` as text from an address. */
export async function findAuditEvent(organizationId: OrganizationId, sequence: string) {
  if (!/^\d{1,18}$/.test(sequence)) return null;
  return db.auditEvent.findUnique({
    where: { organizationId_sequence: { organizationId, sequence: BigInt(sequence) } },
  });
}
