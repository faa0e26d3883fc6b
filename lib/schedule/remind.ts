import "server-only";
import { databaseNow } from "@/lib/server/clock";
import { db, type Transaction } from "@/lib/server/database";
import { type Notice, notify } from "@/lib/server/notify";
import type { ScheduledContext } from "./table";

/** What is to be told once: the key names the record, its date and how near that is. */
export type Reminder = Omit<Notice, "organizationId"> & { key: string };

/**
 * Tells what has not been told yet, in one transaction: of two runs that find the same at once, the key lets one tell
 * it, and a run that is cut short has told nothing. Answers how many were new.
 */
export async function remind(
  { organizationId }: Pick<ScheduledContext, "organizationId">,
  reminders: readonly Reminder[],
): Promise<number> {
  if (reminders.length === 0) return 0;
  return db.$transaction(async (tx) => {
    const fresh = await claim(
      tx,
      organizationId,
      reminders.map(({ key }) => key),
    );
    for (const { key, ...notice } of reminders) if (fresh.has(key)) await notify(tx, { ...notice, organizationId });
    return fresh.size;
  });
}

/** The keys of these that nobody has told yet; they are told now. */
export async function claim(tx: Transaction, organizationId: string, keys: readonly string[]): Promise<Set<string>> {
  const toldAt = await databaseNow(tx);
  const claimed = await tx.reminder.createManyAndReturn({
    data: [...new Set(keys)].sort().map((key) => ({ organizationId, key, toldAt })),
    skipDuplicates: true,
    select: { key: true },
  });
  return new Set(claimed.map(({ key }) => key));
}

/** "1 action", "3 actions". */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}
