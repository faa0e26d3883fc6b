import type { Metadata } from "next";
import { ExclusionForm } from "@/components/service-levels/exclusion-form";
import { readVendorBoardContract } from "@/components/service-levels/read-board";
import { VendorBoardFrame } from "@/components/service-levels/vendor-board-frame";
import { requireVendor } from "@/lib/access/session";
import { askForExclusionAsVendor } from "@/lib/service-levels/actions";
import { findDefinitions } from "@/lib/service-levels/queries/records";

export const metadata: Metadata = { title: "Request exclusion" };

type Props = { params: Promise<{ id: string }> };

export default async function NewVendorExclusionPage({ params }: Props) {
  const contact = await requireVendor();
  const contract = await readVendorBoardContract(contact, (await params).id);
  return (
    <VendorBoardFrame contract={contract} tab="/exclusions" title="Request exclusion">
      <ExclusionForm
        contract={contract}
        definitions={await findDefinitions(contact.organizationId, contract.id)}
        action={askForExclusionAsVendor}
        cancelHref={`/portal/contracts/${contract.id}/service-levels/exclusions`}
        reader={contact}
      />
    </VendorBoardFrame>
  );
}
