import type { Metadata } from "next";
import { requireEditable } from "@/components/contracts/require-editable";
import { BoardFrame } from "@/components/service-levels/board-frame";
import { KpiForm } from "@/components/service-levels/kpi-form";
import { readBoardContract } from "@/components/service-levels/read-board";
import { Card, CardBody } from "@/components/ui/card";
import { requireMember } from "@/lib/access/session";
import { saveNewKpi } from "@/lib/service-levels/actions";
import { attributesOf } from "@/lib/service-levels/case-log-schema";
import { findCaseLogs } from "@/lib/service-levels/queries/records";

export const metadata: Metadata = { title: "Define a KPI" };

type Props = { params: Promise<{ id: string }> };

export default async function NewKpiPage({ params }: Props) {
  const member = await requireMember("serviceLevel:write");
  const contract = await readBoardContract(member.organizationId, (await params).id);
  await requireEditable(member, contract.id);
  const logs = await findCaseLogs(member.organizationId, contract.id);
  return (
    <BoardFrame contract={contract} tab="/definitions" title="Define a KPI">
      <div className="max-w-4xl">
        <Card>
          <CardBody>
            <KpiForm
              action={saveNewKpi}
              fields={{ contractId: contract.id }}
              contractId={contract.id}
              kpi={null}
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
