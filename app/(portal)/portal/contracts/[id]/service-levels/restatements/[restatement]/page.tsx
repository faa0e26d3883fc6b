import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { readId, readVendorBoardContract } from "@/components/service-levels/read-board";
import { RestatementView } from "@/components/service-levels/restatement-view";
import { RestatementStateText } from "@/components/service-levels/state-text";
import { VendorBoardFrame } from "@/components/service-levels/vendor-board-frame";
import { may } from "@/lib/access/actor";
import { requireVendor } from "@/lib/access/session";
import { acceptRestatedAsVendor, disputeRestatedAsVendor } from "@/lib/service-levels/actions";
import { findLevelNames, findRestatement } from "@/lib/service-levels/queries/versions";
import { formatMonth } from "@/lib/shared/format";

export const metadata: Metadata = { title: "Restatement" };

type Props = { params: Promise<{ id: string; restatement: string }> };

export default async function VendorRestatementPage({ params }: Props) {
  const contact = await requireVendor();
  const { id, restatement } = await params;
  const contract = await readVendorBoardContract(contact, id);
  const found = (await findRestatement(contact, readId(restatement) ?? notFound())) ?? notFound();
  if (found.contractId !== contract.id) notFound();
  const isOurs = found.state === "proposed" && found.proposedSide === "client" && may(contact, "restatement:decide");
  return (
    <VendorBoardFrame
      contract={contract}
      tab="/credits"
      title={`Restatement of ${formatMonth(found.fromMonth, contact)}`}
      status={<RestatementStateText state={found.state} />}
      subline={found.reason}
    >
      <RestatementView
        restatement={found}
        levels={await findLevelNames(contract.id)}
        decide={isOurs ? { accept: acceptRestatedAsVendor, dispute: disputeRestatedAsVendor } : null}
        reader={contact}
      />
    </VendorBoardFrame>
  );
}
