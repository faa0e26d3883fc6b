import { Target } from "lucide-react";
import { notFound } from "next/navigation";
import { ObjectiveFields } from "@/components/engagements/objective-fields";
import { ActionForm } from "@/components/ui/action-form";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { DataTable } from "@/components/ui/data-table";
import { DateText } from "@/components/ui/date-text";
import { DecimalText } from "@/components/ui/decimal-text";
import { EmptyState } from "@/components/ui/empty-state";
import { Stack } from "@/components/ui/page-layout";
import { Status } from "@/components/ui/status";
import { SubmitButton } from "@/components/ui/submit-button";
import { may } from "@/lib/access/actor";
import { requireMember } from "@/lib/access/session";
import { addObjective } from "@/lib/engagements/actions";
import { objectiveLabels } from "@/lib/engagements/labels";
import { findEngagementName, listObjectives, type ObjectiveRecord } from "@/lib/engagements/queries";
import { d } from "@/lib/shared/decimal";
import { isRecordId } from "@/lib/shared/record-id";

function resultOf(objective: ObjectiveRecord): { tone: "good" | "warn" | "neutral"; word: string } {
  if (objective.realised === null) return { tone: "neutral", word: "Not measured yet" };
  const gap = d(objective.realised).minus(d(objective.target));
  const isReached = objective.direction === "higher" ? gap.gte(0) : gap.lte(0);
  return isReached ? { tone: "good", word: "Reached" } : { tone: "warn", word: "Not reached" };
}

export default async function ObjectivesPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const member = await requireMember("engagement:read");
  const engagement = isRecordId(id) ? await findEngagementName(member.organizationId, id) : null;
  if (!engagement) notFound();
  const objectives = await listObjectives(member.organizationId, id);
  const canWrite = may(member, "objective:write") && !["closed", "cancelled"].includes(engagement.stage);
  return (
    <Stack>
      <Card>
        <CardHeader title="Objectives" sub="What shall be better, and how it is measured." />
        <DataTable
          caption="Objectives"
          rows={objectives}
          rowKey={(row) => row.id}
          {...(canWrite ? { rowHref: (row: ObjectiveRecord) => `/engagements/${id}/objectives/${row.id}` } : {})}
          empty={
            <EmptyState icon={<Target aria-hidden />} title="No objectives yet">
              Write down what this engagement is for: later you see whether it was reached.
            </EmptyState>
          }
          columns={[
            { key: "name", header: "What is measured", cell: (row) => row.name },
            { key: "kind", header: "Objective", cell: (row) => objectiveLabels[row.kind] },
            {
              key: "baseline",
              header: "Today",
              align: "right",
              cell: (row) => <DecimalText value={row.baseline} reader={member} unit={row.unit} />,
            },
            {
              key: "target",
              header: "Target",
              align: "right",
              cell: (row) => <DecimalText value={row.target} reader={member} unit={row.unit} />,
            },
            { key: "due", header: "By", cell: (row) => <DateText day={row.dueDate} reader={member} /> },
            {
              key: "realised",
              header: "Realised",
              align: "right",
              strong: true,
              cell: (row) => <DecimalText value={row.realised} reader={member} unit={row.unit} />,
            },
            {
              key: "result",
              header: "Result",
              cell: (row) => {
                const { tone, word } = resultOf(row);
                return <Status tone={tone}>{word}</Status>;
              },
            },
          ]}
        />
      </Card>
      {canWrite ? (
        <Card>
          <CardHeader title="Add an objective" />
          <CardBody>
            <ActionForm action={addObjective} draftKey={`objective:new:${id}`} clearWhenDone label="Add an objective">
              <input type="hidden" name="engagementId" value={id} />
              <ObjectiveFields />
              <div>
                <SubmitButton>Add objective</SubmitButton>
              </div>
            </ActionForm>
          </CardBody>
        </Card>
      ) : null}
    </Stack>
  );
}
