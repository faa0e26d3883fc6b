import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { requireEditable } from "@/components/contracts/require-editable";
import { BoardFrame } from "@/components/service-levels/board-frame";
import { LevelForm } from "@/components/service-levels/level-form";
import { readBoardContract } from "@/components/service-levels/read-board";
import { Card, CardBody } from "@/components/ui/card";
import { requireMember } from "@/lib/access/session";
import { saveServiceLevel } from "@/lib/service-levels/actions";
import { findDefinitions } from "@/lib/service-levels/queries/records";
import type { SchemeText } from "@/lib/service-levels/rules/scheme";

export const metadata: Metadata = { title: "Edit service level" };

type Props = { params: Promise<{ id: string; level: string }> };

export default async function EditLevelPage({ params }: Props) {
  const member = await requireMember("serviceLevel:write");
  const { id, level: wanted } = await params;
  const contract = await readBoardContract(member.organizationId, id);
  await requireEditable(member, contract.id);
  const definitions = await findDefinitions(member.organizationId, contract.id);
  const kpi = definitions.find((each) => each.serviceLevels.some((level) => level.id === wanted)) ?? notFound();
  const level = kpi.serviceLevels.find((each) => each.id === wanted) ?? notFound();
  return (
    <BoardFrame
      contract={contract}
      tab="/definitions"
      title={`${kpi.name}, revision ${level.revision}`}
      subline="Corrects the terms of this revision. For terms that change from a month on, add a revision instead."
    >
      <div className="max-w-4xl">
        <Card>
          <CardBody>
            <LevelForm
              action={saveServiceLevel}
              fields={{ id: level.id, version: level.version, kpiId: kpi.id }}
              unit={kpi.unit}
              level={{ ...level, scheme: level.scheme as unknown as SchemeText | null }}
              cancelHref={`/contracts/${contract.id}/service-levels/definitions`}
            />
          </CardBody>
        </Card>
      </div>
    </BoardFrame>
  );
}
