import type { Metadata } from "next";
import { BoardFrame } from "@/components/service-levels/board-frame";
import { ExclusionForm } from "@/components/service-levels/exclusion-form";
import { readBoardContract } from "@/components/service-levels/read-board";
import { requireMember } from "@/lib/access/session";
import { askForExclusion } from "@/lib/service-levels/actions";
import { findDefinitions } from "@/lib/service-levels/queries/records";

export const metadata: Metadata = { title: "Request exclusion" };

type Props = { params: Promise<{ id: string }> };

export default async function NewExclusionPage({ params }: Props) {
  const member = await requireMember("measurement:report");
  const contract = await readBoardContract(member.organizationId, (await params).id);
  return (
    <BoardFrame contract={contract} tab="/exclusions" title="Request exclusion">
      <ExclusionForm
        contract={contract}
        definitions={await findDefinitions(member.organizationId, contract.id)}
        action={askForExclusion}
        cancelHref={`/contracts/${contract.id}/service-levels/exclusions`}
        reader={member}
      />
    </BoardFrame>
  );
}
