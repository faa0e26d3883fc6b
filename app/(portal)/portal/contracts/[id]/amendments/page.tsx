import { FilePen } from "lucide-react";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { AmendmentList } from "@/components/agreements/amendment-list";
import { VendorContractFrame } from "@/components/contracts/vendor-contract-frame";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { requireVendor } from "@/lib/access/session";
import { listAmendmentsFor } from "@/lib/agreements/queries/amendments";
import { readVendorContractOf } from "@/lib/contracts/read";

export const metadata: Metadata = { title: "Amendments" };

export default async function VendorAmendmentsPage({ params }: { params: Promise<{ id: string }> }) {
  const contact = await requireVendor();
  const contract = (await readVendorContractOf(contact, (await params).id)) ?? notFound();
  const amendments = await listAmendmentsFor(contact.organizationId, contract.id, true);
  return (
    <VendorContractFrame contract={contract} tab="/amendments">
      <Card>
        {amendments.length === 0 ? (
          <EmptyState icon={<FilePen aria-hidden />} title="Never amended">
            What was agreed changes by amendments that you assent to. They appear here.
          </EmptyState>
        ) : (
          <AmendmentList
            amendments={amendments}
            base={`/portal/contracts/${contract.id}/amendments`}
            today={contract.today}
            reader={contact}
          />
        )}
      </Card>
    </VendorContractFrame>
  );
}
