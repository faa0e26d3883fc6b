import "server-only";
import type { OrganizationId } from "@/lib/access/actor";
import { lockSelect } from "@/lib/contracts/mutations/lock";
import { db } from "@/lib/server/database";
import { readActivationChecks } from "../mutations/activate";

/** What activation still needs; null when the contract is gone. */
export async function findActivationChecks(organizationId: OrganizationId, id: string) {
  const contract = await db.contract.findFirst({ where: { id, organizationId }, select: lockSelect });
  return contract ? readActivationChecks(db, organizationId, contract) : null;
}
