import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { requireEditable } from "@/components/contracts/require-editable";
import { BoardFrame } from "@/components/service-levels/board-frame";
import { KpiForm } from "@/components/service-levels/kpi-form";
import { readBoardContract, readId } from "@/components/service-levels/read-board";
import { Card, CardBody } from "@/components/ui/card";
import { requireMember } from "@/lib/access/session";
import { saveKpi } from "@/lib/service-levels/actions";
import { attributesOf } from "@/lib/service-levels/case-log-schema";
import type { KpiDefinition } from "@/lib/service-levels/kpi-schema";
import { findCaseLogs, findKpi } from "@/lib/service-levels/queries/records";

export const metadata: Metadata = { title: "Edit KPI" };

type Props = { params: Promise<{ id: string; kpi: string }> };

export default async function EditKpiPage({ params }: Props) {
  const member = await requireMember("serviceLevel:write");
  const { id, kpi: wanted } = await params;
  const contract = await readBoardContract(member.organizationId, id);
  await requireEditable(member, contract.id);
  const kpi = (await findKpi({ organizationId: member.organizationId }, readId(wanted) ?? notFound())) ?? notFound();
  if (kpi.contractId !== contract.id) notFound();
  const logs = await findCaseLogs(member.organizationId, contract.id);
  return (
    <BoardFrame
      contract={contract}
      tab="/definitions"
      title={`Edit ${kpi.name}`}
      subline="A changed definition is computed anew for all months, and voids the signatures under the contract."
    >
      <div className="max-w-4xl">
        <Card>
          <CardBody>
            <KpiForm
              action={saveKpi}
              fields={{ id: kpi.id, version: kpi.version }}
              contractId={contract.id}
              kpi={{ ...kpi, definition: kpi.definition as unknown as KpiDefinition | null }}
              caseLogs={logs.map((log) => ({ id: log.id, name: log.name, attributes: attributesOf(log.mapping) }))}
              cancelHref={`/contracts/${contract.id}/service-levels/definitions`}
              locale={member.locale}
            />
          </CardBody>
        </Card>
      </div>
    </BoardFrame>
  );
}
