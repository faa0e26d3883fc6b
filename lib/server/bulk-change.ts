import "server-only";
import type { PoolClient } from "pg";
import type { Actor } from "@/lib/access/actor";
import type { Outcome } from "@/lib/shared/outcome";
import type { AuditEntry } from "./audit/append";
import { toAuditText } from "./audit/text";
import type { Audit } from "./change";
import { sql } from "./database";

/**
 * `change` for large amounts: the same contract (a transaction in which the change and its audit events stand or fall
 * together, a refusal rolls everything back), but on a plain connection, for set-based SQL without a limit of time.
 */
export async function bulkChange<T>(
  actor: Actor,
  work: (client: PoolClient, audit: Audit) => Promise<Outcome<T>>,
): Promise<Outcome<T>> {
  const client = await sql.client();
  let broken: Error | undefined;
  try {
    await client.query("BEGIN");
    const entries: AuditEntry[] = [];
    const outcome = await work(client, (entry) => entries.push(entry));
    if (!outcome.ok) {
      await client.query("ROLLBACK");
      return outcome;
    }
    if (entries.length === 0) throw new Error("A change without an audit event was about to be committed.");
    for (const entry of entries) await append(client, actor, entry);
    await client.query("COMMIT");
    return outcome;
  } catch (error) {
    broken = await rollBack(client);
    throw error;
  } finally {
    client.release(broken);
  }
}

/** A connection on which even this fails is thrown away: the database ends its transaction then. */
async function rollBack(client: PoolClient): Promise<Error | undefined> {
  try {
    await client.query("ROLLBACK");
    return undefined;
  } catch (error) {
    return error instanceof Error ? error : new Error("The connection is broken.");
  }
}

async function append(client: PoolClient, actor: Actor, entry: AuditEntry): Promise<void> {
  const actorId = actor.kind === "member" ? actor.memberId : actor.kind === "vendor" ? actor.contactId : null;
  await client.query("SELECT audit_append($1::uuid, $2, $3::uuid, $4, $5, $6, $7::uuid, $8, $9, $10, $11, $12)", [
    actor.organizationId,
    actor.kind,
    actorId,
    actor.name,
    entry.action,
    entry.subject.type,
    entry.subject.id,
    entry.subject.label,
    toAuditText(entry.before),
    toAuditText(entry.after),
    actor.requestId,
    actor.ipAddress,
  ]);
}
