import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { requireEditable } from "@/components/contracts/require-editable";
import { BoardFrame } from "@/components/service-levels/board-frame";
import { LevelForm } from "@/components/service-levels/level-form";
import { readBoardContract, readId } from "@/components/service-levels/read-board";
import { Card, CardBody } from "@/components/ui/card";
import { requireMember } from "@/lib/access/session";
import { saveNewServiceLevel } from "@/lib/service-levels/actions";
import { findDefinitions } from "@/lib/service-levels/queries/records";
import type { SchemeText } from "@/lib/service-levels/rules/scheme";

export const metadata: Metadata = { title: "New service level" };

type Props = {
  params: Promise<{ id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export default async function NewLevelPage({ params, searchParams }: Props) {
  const member = await requireMember("serviceLevel:write");
  const contract = await readBoardContract(member.organizationId, (await params).id);
  await requireEditable(member, contract.id);
  const wanted = readId((await searchParams).kpi);
  const kpi =
    (await findDefinitions(member.organizationId, contract.id)).find((each) => each.id === wanted) ?? notFound();
  const [last] = kpi.serviceLevels;
  return (
    <BoardFrame
      contract={contract}
      tab="/definitions"
      title={last ? `New revision: ${kpi.name}` : `Service level: ${kpi.name}`}
      subline={
        last
          ? `Revision ${last.revision} ends the month before this one begins; its months stay as they were.`
          : "The expected and the minimum level, and what a miss costs."
      }
    >
      <div className="max-w-4xl">
        <Card>
          <CardBody>
            <LevelForm
              action={saveNewServiceLevel}
              fields={{ kpiId: kpi.id }}
              unit={kpi.unit}
              level={last ? { ...last, scheme: last.scheme as unknown as SchemeText | null, effectiveFrom: "" } : null}
              cancelHref={`/contracts/${contract.id}/service-levels/definitions`}
            />
          </CardBody>
        </Card>
      </div>
    </BoardFrame>
  );
}
