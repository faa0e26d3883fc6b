import "server-only";
import type { PoolClient } from "pg";
import { sql } from "../database";
import { CHAIN_START, type ChainedEvent, type ChainPosition, followChain } from "./chain";

export type ChainReport = { ok: true; events: string; head: string } | { ok: false; sequence: string; problem: string };

const BATCH = 5000;

// As hashed: instants as UTC text with microseconds, ids and numbers as text (ordered as numbers).
export const CHAINED_COLUMNS = `
  organization_id::text AS "organizationId", sequence::text AS sequence,
    to_char(at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') AS at, actor_kind AS "actorKind",
    actor_id::text AS "actorId", actor_name AS "actorName", action, subject_type AS "subjectType",
    subject_id::text AS "subjectId", subject_label AS "subjectLabel", before, after, request_id AS "requestId",
    ip_address AS "ipAddress", previous_hash AS "previousHash", hash`;
const NEXT_EVENTS = `
  SELECT ${CHAINED_COLUMNS}
  FROM audit_event e WHERE organization_id = $1 AND e.sequence > $2::bigint ORDER BY e.sequence LIMIT ${BATCH}`;

/**
 * Follows an organization's chain from its first event to its head and names the first link that does not fit. All
 * reads see one moment, so that events written meanwhile do not look like a break; memory stays that of one batch.
 */
export async function verifyChain(organizationId: string): Promise<ChainReport> {
  const client = await sql.client();
  try {
    await client.query("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
    return await followAll(client, organizationId);
  } finally {
    await client.query("ROLLBACK").finally(() => client.release());
  }
}

async function followAll(client: PoolClient, organizationId: string): Promise<ChainReport> {
  const strange = await client.query<{ sequence: string }>(
    "SELECT sequence::text FROM audit_event e WHERE organization_id = $1 AND e.sequence < 1 ORDER BY e.sequence LIMIT 1",
    [organizationId],
  );
  const first = strange.rows[0];
  if (first) return { ok: false, sequence: first.sequence, problem: "it stands before the first event" };
  let position: ChainPosition = CHAIN_START;
  for (;;) {
    const { rows } = await client.query<ChainedEvent>(NEXT_EVENTS, [organizationId, String(position.sequence)]);
    const next = followChain(position, rows);
    if ("problem" in next) return { ok: false, ...next };
    position = next;
    if (rows.length < BATCH) return compareWithHead(client, organizationId, position);
  }
}

/** The head remembers where the chain ended: without it, events cut off at the end would not be missed. */
async function compareWithHead(client: PoolClient, organizationId: string, end: ChainPosition): Promise<ChainReport> {
  const { rows } = await client.query<{ sequence: string; hash: string }>(
    "SELECT sequence::text, hash FROM audit_head WHERE organization_id = $1",
    [organizationId],
  );
  const head = rows[0] ?? { sequence: "0", hash: "" };
  const last = String(end.sequence);
  if (BigInt(head.sequence) > end.sequence) {
    const missing = String(end.sequence + 1n);
    return {
      ok: false,
      sequence: missing,
      problem: `event ${missing} is missing: the chain ended at ${head.sequence}`,
    };
  }
  if (BigInt(head.sequence) < end.sequence) {
    const added = String(BigInt(head.sequence) + 1n);
    return { ok: false, sequence: added, problem: `it stands after the end of the chain, which is ${head.sequence}` };
  }
  if (head.hash !== end.hash) {
    return { ok: false, sequence: last, problem: "it is not the event that the chain ended with" };
  }
  return { ok: true, events: last, head: end.hash };
}
