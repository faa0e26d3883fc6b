import "server-only";
import type { Transaction } from "@/lib/server/database";

/** Contacts of a vendor who can sign in to its portal: whom a notice to the vendor reaches. */
export async function findVendorPeople(tx: Transaction, contract: { vendorId: string }): Promise<string[]> {
  const contacts = await tx.vendorContact.findMany({
    where: { vendorId: contract.vendorId, removedAt: null, personId: { not: null } },
    select: { personId: true },
  });
  return contacts.flatMap(({ personId }) => personId ?? []);
}
