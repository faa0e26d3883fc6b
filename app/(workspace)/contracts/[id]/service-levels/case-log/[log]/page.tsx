import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { BoardFrame } from "@/components/service-levels/board-frame";
import { MappingForm } from "@/components/service-levels/mapping-form";
import { readBoardContract } from "@/components/service-levels/read-board";
import { requireMember } from "@/lib/access/session";
import { saveCaseLog } from "@/lib/service-levels/actions";
import type { CaseLogMapping } from "@/lib/service-levels/case-log-schema";
import { findCaseLogs } from "@/lib/service-levels/queries/records";

export const metadata: Metadata = { title: "Mapping of the case log" };

type Props = { params: Promise<{ id: string; log: string }> };

export default async function MappingPage({ params }: Props) {
  const member = await requireMember("serviceLevel:write");
  const { id, log: wanted } = await params;
  const contract = await readBoardContract(member.organizationId, id);
  const logs = await findCaseLogs(member.organizationId, contract.id);
  const log = logs.find((each) => each.id === wanted) ?? notFound();
  return (
    <BoardFrame contract={contract} tab="/case-log" title={`Mapping of ${log.name}`}>
      <MappingForm
        action={saveCaseLog}
        fields={{ id: log.id, version: log.version }}
        name={log.name}
        timeZone={log.timeZone}
        timeZones={[...new Set([log.timeZone, "UTC", ...Intl.supportedValuesOf("timeZone")])]}
        mapping={log.mapping as unknown as CaseLogMapping}
        cancelHref={`/contracts/${contract.id}/service-levels/case-log?log=${log.id}`}
      />
    </BoardFrame>
  );
}
