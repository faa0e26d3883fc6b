import "server-only";
import type { Actor } from "@/lib/access/actor";
import type { Outcome, Refusal } from "@/lib/shared/outcome";
import { type AuditEntry, appendAudit } from "./audit/append";
import { db, type Transaction } from "./database";
import { type Happening, reactTo, type Tell } from "./happenings";

class Refused extends Error {
  constructor(readonly refusal: Refusal) {
    super(refusal.message);
  }
}

/** From deep inside a change, where no outcome can be handed up: rolls everything back and answers the refusal. */
export function undo(refusal: Refusal): never {
  throw new Refused(refusal);
}

/** Writes the audit event of a change; called at least once by every change that is done. */
export type Audit = (entry: AuditEntry) => void;

/**
 * The one way to write: a transaction in which the change, what follows from it and its audit events stand or fall
 * together. A refusal rolls everything back. What the work tells is answered by the reactions before the commit. Events
 * are appended last, because the organization's chain is locked from then on until the commit; the lock order is
 * therefore: records first, audit head last.
 */
export async function change<T>(
  actor: Actor,
  work: (tx: Transaction, audit: Audit, tell: Tell) => Promise<Outcome<T>>,
  /** Milliseconds; for work on a whole file, which takes longer than a request may. */
  options: { timeout?: number } = {},
): Promise<Outcome<T>> {
  try {
    return await db.$transaction(async (tx) => {
      const entries: AuditEntry[] = [];
      const happenings: Happening[] = [];
      const audit: Audit = (entry) => entries.push(entry);
      const outcome = await work(tx, audit, (happening) => happenings.push(happening));
      if (!outcome.ok) throw new Refused(outcome);
      await reactTo({ tx, audit, actor }, happenings);
      if (entries.length === 0) throw new Error("A change without an audit event was about to be committed.");
      await appendAudit(tx, actor, entries);
      return outcome;
    }, options);
  } catch (error) {
    if (error instanceof Refused) return error.refusal;
    throw error;
  }
}
