import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { BoardFrame } from "@/components/service-levels/board-frame";
import { readBoardContract, readId } from "@/components/service-levels/read-board";
import { RestatementView } from "@/components/service-levels/restatement-view";
import { RestatementStateText } from "@/components/service-levels/state-text";
import { may } from "@/lib/access/actor";
import { requireMember } from "@/lib/access/session";
import { acceptRestated, disputeRestated } from "@/lib/service-levels/actions";
import { findLevelNames, findRestatement } from "@/lib/service-levels/queries/versions";
import { formatMonth } from "@/lib/shared/format";

export const metadata: Metadata = { title: "Restatement" };

type Props = { params: Promise<{ id: string; restatement: string }> };

export default async function RestatementPage({ params }: Props) {
  const member = await requireMember("serviceLevel:read");
  const { id, restatement } = await params;
  const contract = await readBoardContract(member.organizationId, id);
  const found = (await findRestatement(member, readId(restatement) ?? notFound())) ?? notFound();
  if (found.contractId !== contract.id) notFound();
  const isOurs = found.state === "proposed" && found.proposedSide === "vendor" && may(member, "restatement:decide");
  return (
    <BoardFrame
      contract={contract}
      tab="/credits"
      title={`Restatement of ${formatMonth(found.fromMonth, member)}`}
      status={<RestatementStateText state={found.state} />}
      subline={found.reason}
    >
      <RestatementView
        restatement={found}
        levels={await findLevelNames(contract.id)}
        decide={isOurs ? { accept: acceptRestated, dispute: disputeRestated } : null}
        reader={member}
      />
    </BoardFrame>
  );
}
