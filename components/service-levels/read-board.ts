import { notFound } from "next/navigation";
import type { OrganizationId } from "@/lib/access/actor";
import { readVendorContractOf } from "@/lib/contracts/read";
import { type BoardContract, findBoardContract } from "@/lib/service-levels/queries/board";
import { isMonth } from "@/lib/shared/month";

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** The contract of an address, or the page that says that there is none. */
export async function readBoardContract(organizationId: string, id: string): Promise<BoardContract> {
  if (!UUID.test(id)) notFound();
  return (await findBoardContract(organizationId, id)) ?? notFound();
}

/** The same for a contact: contracts of the own vendor, once they are more than a draft of the client's. */
export async function readVendorBoardContract(
  contact: { organizationId: OrganizationId; vendorId: string },
  id: string,
): Promise<BoardContract> {
  const contract = await readVendorContractOf(contact, id);
  return contract ? readBoardContract(contact.organizationId, id) : notFound();
}

export function readId(text: string | string[] | undefined): string | null {
  return typeof text === "string" && UUID.test(text) ? text : null;
}

export function readMonth(text: string | string[] | undefined): string | null {
  return typeof text === "string" && isMonth(text) ? text : null;
}
