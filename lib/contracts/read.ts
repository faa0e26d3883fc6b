import "server-only";
import { cache } from "react";
import { z } from "zod";
import type { OrganizationId } from "@/lib/access/actor";
import { findContract, findVendorContract } from "./queries";

const isId = (id: string) => z.uuid().safeParse(id).success;

/** One read per request, however many parts of a page ask; null for what is not an id too. */
const read = cache((organizationId: OrganizationId, id: string) => findContract(organizationId, id));

export async function readContractOf(member: { organizationId: OrganizationId }, id: string) {
  return isId(id) ? read(member.organizationId, id) : null;
}

const readForVendor = cache((organizationId: OrganizationId, vendorId: string, id: string) =>
  findVendorContract({ organizationId, vendorId }, id),
);

export async function readVendorContractOf(contact: { organizationId: OrganizationId; vendorId: string }, id: string) {
  return isId(id) ? readForVendor(contact.organizationId, contact.vendorId, id) : null;
}
