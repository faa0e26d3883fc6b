import "server-only";
import type { Audit } from "@/lib/server/change";
import type { Transaction } from "@/lib/server/database";
import { lockContractMonths, recomputeContract } from "./recompute-contract";

/** Credits are a share of charges: when the charge of a month changes, its results and credits follow at once. */
export async function refreshAfterCharge(
  tx: Transaction,
  audit: Audit,
  scope: { organizationId: string; contractId: string; fromMonth: string },
): Promise<void> {
  await lockContractMonths(tx, scope.contractId);
  await recomputeContract(tx, audit, scope);
}
