import { Coins } from "lucide-react";
import type { Metadata } from "next";
import { LedgerTable } from "@/components/service-levels/ledger-table";
import { readVendorBoardContract } from "@/components/service-levels/read-board";
import { VendorBoardFrame } from "@/components/service-levels/vendor-board-frame";
import { EmptyState } from "@/components/ui/empty-state";
import { requireVendor } from "@/lib/access/session";
import { findCredits } from "@/lib/service-levels/queries/board";

export const metadata: Metadata = { title: "Credits" };

type Props = { params: Promise<{ id: string }> };

export default async function VendorCreditsPage({ params }: Props) {
  const contact = await requireVendor();
  const contract = await readVendorBoardContract(contact, (await params).id);
  const entries = await findCredits(contract.id);
  return (
    <VendorBoardFrame
      contract={contract}
      tab="/credits"
      title="Credits"
      subline="What is owed back to your client, with how it was computed."
    >
      {entries.length === 0 ? (
        <EmptyState icon={<Coins aria-hidden />} title="No credits">
          When a service level misses its minimum, its scheme gives a credit. It stands here once the month is verified.
        </EmptyState>
      ) : (
        <LedgerTable entries={entries} reader={contact} base={`/portal/contracts/${contract.id}/service-levels`} />
      )}
    </VendorBoardFrame>
  );
}
