import "server-only";
import { countRunningContracts, findAwardOf } from "@/lib/contracts/awarded";
import type { ReactionContext } from "@/lib/server/happenings";
import { completeRfp, findSharesToContract } from "@/lib/sourcing/rfps/complete";

/** An RFP is complete when each share that it awarded has a contract that runs. */
export async function completeRfpOf({ tx, audit }: ReactionContext, event: { contractId: string }): Promise<void> {
  const rfpId = await findAwardOf(tx, event.contractId);
  if (!rfpId) return;
  const shares = await findSharesToContract(tx, rfpId);
  if (!shares || shares.length === 0) return;
  if ((await countRunningContracts(tx, shares)) === shares.length) await completeRfp(tx, audit, rfpId);
}
