import { createHash } from "node:crypto";

/** One audit event as it stands in the table, instants as UTC text with microseconds. */
export type ChainedEvent = {
  organizationId: string;
  sequence: string;
  at: string;
  actorKind: string;
  actorId: string | null;
  actorName: string;
  action: string;
  subjectType: string;
  subjectId: string | null;
  subjectLabel: string;
  before: string | null;
  after: string | null;
  requestId: string | null;
  ipAddress: string | null;
  previousHash: string;
  hash: string;
};

export type ChainBreak = { sequence: string; problem: string };

const field = (text: string | null) => (text === null ? "-;" : `${Buffer.byteLength(text)}:${text};`);

/** SHA-256 over the length-prefixed fields; independent of the database function that wrote the event. */
export function hashEvent(event: ChainedEvent): string {
  const parts = [
    event.previousHash,
    event.organizationId,
    event.sequence,
    event.at,
    event.actorKind,
    event.actorId,
    event.actorName,
    event.action,
    event.subjectType,
    event.subjectId,
    event.subjectLabel,
    event.before,
    event.after,
    event.requestId,
    event.ipAddress,
  ];
  return createHash("sha256").update(parts.map(field).join("")).digest("hex");
}

export type ChainPosition = { sequence: bigint; hash: string };
export const CHAIN_START: ChainPosition = { sequence: 0n, hash: "" };

/** Follows the chain over the next events; stops at the first that does not fit. */
export function followChain(position: ChainPosition, events: Iterable<ChainedEvent>): ChainPosition | ChainBreak {
  let { sequence, hash } = position;
  for (const event of events) {
    const expected = String(sequence + 1n);
    if (event.sequence !== expected) return { sequence: expected, problem: `event ${expected} is missing` };
    if (event.previousHash !== hash) return { sequence: expected, problem: "it does not continue the event before it" };
    if (hashEvent(event) !== event.hash) return { sequence: expected, problem: "its content was altered" };
    sequence += 1n;
    hash = event.hash;
  }
  return { sequence, hash };
}
