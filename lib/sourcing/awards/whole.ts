import "server-only";
import type { Transaction } from "@/lib/server/database";
import { decimalOf } from "@/lib/server/values";
import { type LimitedValue, wholeOf } from "@/lib/shared/approval-limit";
import { Decimal, ZERO } from "@/lib/shared/decimal";

/**
 * What an RFP is worth as a whole, so that lots don't slip under the approval limit one by one: this lot as it is
 * proposed, the others as they are awarded, and what is not awarded yet at its highest price. Null: not known.
 */
export async function readWholeValue(
  tx: Transaction,
  rfp: { id: string; currency: string },
  proposed: { lotId: string; amount: string },
): Promise<LimitedValue | null> {
  const others = await tx.rfpLot.findMany({
    where: { rfpId: rfp.id, id: { not: proposed.lotId } },
    select: {
      awards: {
        where: { state: { notIn: ["rejected", "cancelled"] } },
        orderBy: { proposedAt: "desc" },
        take: 1,
        select: { amount: true, currency: true },
      },
      bids: { where: { state: { in: ["opened", "valid"] } }, select: { evaluatedPrice: true } },
    },
  });
  const parts = others.map(({ awards: [award], bids }): LimitedValue | null => {
    if (award) return { amount: award.amount.toFixed(), currency: award.currency };
    const prices = bids.map((bid) => decimalOf(bid.evaluatedPrice));
    const known = prices.filter((price) => price !== null);
    if (known.length < prices.length) return null;
    return { amount: Decimal.max(ZERO, ...known), currency: rfp.currency };
  });
  return wholeOf([{ amount: proposed.amount, currency: rfp.currency }, ...parts], rfp.currency);
}
