import "server-only";
import type { Transaction } from "@/lib/server/database";

const rfpFields = {
  id: true,
  organizationId: true,
  code: true,
  title: true,
  state: true,
  currency: true,
  termMonths: true,
  timeZone: true,
  bidsUntil: true,
  openingAt: true,
  minimumTechnical: true,
  technicalOpenedAt: true,
  technicalLockedAt: true,
  priceOpenedAt: true,
} as const;

/** What an opening has to know of its RFP. */
export async function findOpeningRfp(tx: Transaction, organizationId: string, id: string) {
  return tx.rfp.findFirst({ where: { id, organizationId }, select: rfpFields });
}
export type OpeningRfp = NonNullable<Awaited<ReturnType<typeof findOpeningRfp>>>;
