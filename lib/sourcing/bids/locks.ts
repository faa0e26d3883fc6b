import "server-only";
import type { Transaction } from "@/lib/server/database";

/**
 * The lock order of sourcing: RFP, then invitation, then bids by id, then awards; the audit head comes last. Bidders
 * share the RFP's row among themselves; whatever ends the time for bids (an opening, a cancellation, a new deadline)
 * takes it alone, and so waits for a submission that has begun.
 */
export async function shareRfp(tx: Transaction, id: string): Promise<void> {
  await tx.$queryRaw`SELECT 1 FROM rfp WHERE id = ${id}::uuid FOR SHARE`;
}

export async function lockRfp(tx: Transaction, id: string): Promise<void> {
  await tx.$queryRaw`SELECT 1 FROM rfp WHERE id = ${id}::uuid FOR UPDATE`;
}

export async function lockBid(tx: Transaction, id: string): Promise<void> {
  await tx.$queryRaw`SELECT 1 FROM bid WHERE id = ${id}::uuid FOR UPDATE`;
}
