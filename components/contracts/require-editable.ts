import { notFound, redirect } from "next/navigation";
import type { OrganizationId } from "@/lib/access/actor";
import { readContractOf } from "@/lib/contracts/read";
import { areTermsEditable } from "@/lib/contracts/rules/states";

/** Forms that write what was agreed are for contracts that do not run yet; in others the way leads to amendments. */
export async function requireEditable(member: { organizationId: OrganizationId }, id: string): Promise<void> {
  const contract = (await readContractOf(member, id)) ?? notFound();
  if (!areTermsEditable(contract.state)) redirect(`/contracts/${contract.id}/amendments`);
}
