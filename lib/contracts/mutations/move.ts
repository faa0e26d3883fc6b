import "server-only";
import { databaseNow } from "@/lib/server/clock";
import type { Transaction } from "@/lib/server/database";

// States of a contract that depend on what later domains know. Each is called on a locked contract, by whoever has
// found that the time has come; the database looks at the signatures once more.

type Moved = { version: number };

function write(
  tx: Transaction,
  id: string,
  data: { state?: "inReview" | "signed" | "active"; signedAt?: Date | null; activatedAt?: Date },
): Promise<Moved> {
  return tx.contract.update({
    where: { id },
    data: { ...data, version: { increment: 1 } },
    select: { version: true },
  });
}

/** Both sides have signed the text that holds, and nobody has to approve it any more. */
export async function markSigned(tx: Transaction, id: string): Promise<Moved> {
  return write(tx, id, { state: "signed", signedAt: await databaseNow(tx) });
}

/** What was signed is not what stands there now. */
export function reopen(tx: Transaction, id: string): Promise<Moved> {
  return write(tx, id, { state: "inReview", signedAt: null });
}

export async function markActive(tx: Transaction, id: string): Promise<Moved> {
  return write(tx, id, { state: "active", activatedAt: await databaseNow(tx) });
}

/** An amendment is in force: whoever has the contract open sees that it is another one. */
export function touch(tx: Transaction, id: string): Promise<Moved> {
  return write(tx, id, {});
}
