import "server-only";
import type { Transaction } from "@/lib/server/database";

/** The RFP that a contract came from; null where it was written by hand. */
export async function findAwardOf(tx: Transaction, contractId: string): Promise<string | null> {
  const contract = await tx.contract.findUniqueOrThrow({
    where: { id: contractId },
    select: { award: { select: { rfpId: true } } },
  });
  return contract.award?.rfpId ?? null;
}

/** How many of these shares have a contract that runs or ran. */
export async function countRunningContracts(
  tx: Transaction,
  shares: readonly { awardId: string; vendorId: string }[],
): Promise<number> {
  const contracts = await tx.contract.findMany({
    where: {
      state: { in: ["active", "expiring", "expired", "terminated"] },
      OR: shares.map(({ awardId, vendorId }) => ({ awardId, vendorId })),
    },
    select: { awardId: true, vendorId: true },
  });
  return new Set(contracts.map(({ awardId, vendorId }) => `${awardId} ${vendorId}`)).size;
}
