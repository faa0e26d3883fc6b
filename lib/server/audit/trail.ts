import "server-only";
import { Prisma, type Transaction } from "../database";
import { CHAIN_START, type ChainedEvent, type ChainPosition, followChain } from "./chain";
import { CHAINED_COLUMNS } from "./verify";

export type TrailEvent = {
  action: string;
  subjectId: string | null;
  actorName: string;
  after: Record<string, unknown>;
};

/** What happened to some subjects, oldest first, read from the chain and not from their tables. */
export async function readTrail(
  tx: Transaction,
  which: { organizationId: string; actions: readonly string[]; labelStart: string },
): Promise<TrailEvent[]> {
  const rows = await tx.$queryRaw<(Omit<TrailEvent, "after"> & { after: string | null })[]>`
    SELECT e.action, e.subject_id AS "subjectId", e.actor_name AS "actorName", e.after FROM audit_event e
    WHERE e.organization_id = ${which.organizationId}::uuid AND e.action = ANY(${[...which.actions]}::text[])
      AND starts_with(e.subject_label, ${which.labelStart}) ORDER BY e.sequence`;
  return rows.map((row) => ({
    ...row,
    after: row.after === null ? {} : (JSON.parse(row.after) as Record<string, unknown>),
  }));
}

const BATCH = 5000;

/**
 * Follows the chain from one of its events (from the first one, where that event is not there) to its head. Null when it
 * holds; else what is wrong with it. Events that others append meanwhile are not waited for.
 */
export async function findBreakSince(
  tx: Transaction,
  organizationId: string,
  start: { action: string; subjectId: string },
): Promise<string | null> {
  const [head] = await tx.$queryRaw<{ sequence: string; hash: string }[]>`
    SELECT sequence::text, hash FROM audit_head WHERE organization_id = ${organizationId}::uuid`;
  const [from] = await tx.$queryRaw<{ sequence: string; hash: string }[]>`
    SELECT sequence::text, hash FROM audit_event WHERE organization_id = ${organizationId}::uuid
      AND action = ${start.action} AND subject_id = ${start.subjectId}::uuid ORDER BY audit_event.sequence LIMIT 1`;
  if (!head) return "it has no head";
  let position: ChainPosition = from ? { sequence: BigInt(from.sequence), hash: from.hash } : CHAIN_START;
  while (position.sequence < BigInt(head.sequence)) {
    const events = await tx.$queryRaw<ChainedEvent[]>`SELECT ${Prisma.raw(CHAINED_COLUMNS)} FROM audit_event e
      WHERE organization_id = ${organizationId}::uuid AND e.sequence > ${position.sequence}
        AND e.sequence <= ${BigInt(head.sequence)} ORDER BY e.sequence LIMIT ${BATCH}`;
    if (events.length === 0) return `event ${position.sequence + 1n} is missing`;
    const next = followChain(position, events);
    if ("problem" in next) return `event ${next.sequence}: ${next.problem}`;
    position = next;
  }
  return position.hash === head.hash ? null : `event ${head.sequence} is not the one that the chain ended with`;
}
