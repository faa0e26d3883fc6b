import "server-only";
import type { Actor } from "@/lib/access/actor";
import type { Transaction } from "../database";
import { toAuditText } from "./text";

export type AuditEntry = {
  /** `<subject>.<verb>`: `process.update`, `bid.submit`. */
  action: string;
  subject: { type: string; id: string | null; label: string };
  before?: unknown;
  after?: unknown;
};

function actorId(actor: Actor): string | null {
  if (actor.kind === "member") return actor.memberId;
  return actor.kind === "vendor" ? actor.contactId : null;
}

/** Appends to the organization's chain, in the caller's transaction. See `audit_append` in the first migration. */
export async function appendAudit(tx: Transaction, actor: Actor, entries: readonly AuditEntry[]): Promise<void> {
  for (const entry of entries) {
    await tx.$executeRaw`SELECT audit_append(${actor.organizationId}::uuid, ${actor.kind}, ${actorId(actor)}::uuid,
      ${actor.name}, ${entry.action}, ${entry.subject.type}, ${entry.subject.id}::uuid, ${entry.subject.label},
      ${toAuditText(entry.before)}, ${toAuditText(entry.after)}, ${actor.requestId}, ${actor.ipAddress})`;
  }
}
