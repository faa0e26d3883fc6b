import "server-only";
import type { OrganizationId } from "@/lib/access/actor";
import { findContractRow } from "@/lib/contracts/mutations/lock";
import { db } from "@/lib/server/database";
import { readActivationChecks } from "../mutations/activate";

/** What activation still needs; null when the contract is gone. */
export async function findActivationChecks(organizationId: OrganizationId, id: string) {
  const contract = await findContractRow(db, organizationId, id);
  return contract ? readActivationChecks(db, organizationId, contract) : null;
}
