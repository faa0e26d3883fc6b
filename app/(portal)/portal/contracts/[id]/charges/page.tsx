import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { LineTable } from "@/components/charges/line-table";
import { VendorContractFrame } from "@/components/contracts/vendor-contract-frame";
import { requireVendor } from "@/lib/access/session";
import { listChargeLines } from "@/lib/charges/queries";
import { readVendorContractOf } from "@/lib/contracts/read";

export const metadata: Metadata = { title: "Charges" };

export default async function VendorChargesPage({ params }: { params: Promise<{ id: string }> }) {
  const contact = await requireVendor();
  const contract = (await readVendorContractOf(contact, (await params).id)) ?? notFound();
  const lines = await listChargeLines(contact.organizationId, contract.id);
  return (
    <VendorContractFrame contract={contract} tab="/charges">
      <LineTable
        base={`/portal/contracts/${contract.id}/charges`}
        lines={lines}
        currency={contract.currency}
        reader={contact}
        mayAdd={false}
      />
    </VendorContractFrame>
  );
}
