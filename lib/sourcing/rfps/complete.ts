import "server-only";
import type { Audit } from "@/lib/server/change";
import type { Transaction } from "@/lib/server/database";

/** Vendors and awards that have to have a contract before an RFP is complete; null while something is not final. */
export async function findSharesToContract(
  tx: Transaction,
  rfpId: string,
): Promise<{ awardId: string; vendorId: string }[] | null> {
  const lots = await tx.rfpLot.findMany({
    where: { rfpId, bids: { some: { priceOpenedAt: { not: null } } } },
    select: {
      awards: {
        where: { state: { in: ["proposed", "approved", "standstill", "final"] } },
        select: { id: true, state: true, awardShares: { select: { vendorId: true } } },
      },
    },
  });
  const awards = lots.flatMap((lot) => lot.awards);
  if (lots.some((lot) => lot.awards.length === 0) || awards.some((award) => award.state !== "final")) return null;
  return awards.flatMap((award) => award.awardShares.map(({ vendorId }) => ({ awardId: award.id, vendorId })));
}

/** The last step of an RFP: everything that was awarded has become a contract that runs. */
export async function completeRfp(tx: Transaction, audit: Audit, rfpId: string): Promise<void> {
  const completed = await tx.rfp.updateMany({
    where: { id: rfpId, state: "awarded" },
    data: { state: "complete", version: { increment: 1 } },
  });
  if (completed.count === 0) return;
  const { code, title } = await tx.rfp.findUniqueOrThrow({ where: { id: rfpId }, select: { code: true, title: true } });
  audit({
    action: "rfp.complete",
    subject: { type: "rfp", id: rfpId, label: `${code} ${title}` },
    before: { state: "awarded" },
    after: { state: "complete" },
  });
}
