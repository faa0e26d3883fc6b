import "server-only";
import type { Transaction } from "@/lib/server/database";
import { type Decimal, d, percentOf } from "@/lib/shared/decimal";

/** Of each priced item of an award the quantity a month that a vendor got: the asked quantity by its share. */
export async function readPlannedVolumes(
  tx: Transaction,
  award: { id: string; vendorId: string },
): Promise<Map<string, Decimal>> {
  const shares = await tx.awardShare.findMany({
    where: { awardId: award.id, vendorId: award.vendorId },
    select: {
      sharePercent: true,
      award: { select: { lot: { select: { rfpPriceItems: { select: { id: true, kind: true, quantity: true } } } } } },
    },
  });
  const volumes = new Map<string, Decimal>();
  for (const { sharePercent, award: of } of shares)
    for (const { id, kind, quantity } of of.lot.rfpPriceItems)
      if (kind === "recurring") volumes.set(id, percentOf(d(quantity.toFixed()), d(sharePercent.toFixed())));
  return volumes;
}
