import type { Metadata } from "next";
import { BoardFrame } from "@/components/service-levels/board-frame";
import { MappingForm } from "@/components/service-levels/mapping-form";
import { readBoardContract } from "@/components/service-levels/read-board";
import { requireMember } from "@/lib/access/session";
import { saveNewCaseLog } from "@/lib/service-levels/actions";

export const metadata: Metadata = { title: "New case log" };

type Props = { params: Promise<{ id: string }> };

export default async function NewCaseLogPage({ params }: Props) {
  const member = await requireMember("serviceLevel:write");
  const contract = await readBoardContract(member.organizationId, (await params).id);
  return (
    <BoardFrame
      contract={contract}
      tab="/case-log"
      title="New case log"
      subline="The vendor's own records. Their columns are mapped once; every import uses the mapping."
    >
      <MappingForm
        action={saveNewCaseLog}
        fields={{ contractId: contract.id }}
        name="Cases"
        timeZone={contract.timeZone}
        timeZones={[...new Set([contract.timeZone, "UTC", ...Intl.supportedValuesOf("timeZone")])]}
        mapping={null}
        cancelHref={`/contracts/${contract.id}/service-levels/case-log`}
      />
    </BoardFrame>
  );
}
