import "server-only";
import { db, type Transaction } from "@/lib/server/database";

/** Bids of a lot whose award was cancelled because they are out, with the reason that was given. */
export async function findBidsThatAreOut(
  lotId: string,
  from: Transaction | typeof db = db,
): Promise<Map<string, string>> {
  const rows = await from.awardShare.findMany({
    where: { award: { lotId, bidsAreOut: true } },
    select: { bidId: true, award: { select: { decisionReason: true } } },
  });
  return new Map(rows.map((row) => [row.bidId, row.award.decisionReason ?? ""]));
}
