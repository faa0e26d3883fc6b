import { Plus, Shuffle } from "lucide-react";
import { notFound } from "next/navigation";
import { LinkButton } from "@/components/ui/button";
import { Card, CardHeader } from "@/components/ui/card";
import { DataTable } from "@/components/ui/data-table";
import { DateText } from "@/components/ui/date-text";
import { EmptyState } from "@/components/ui/empty-state";
import { Badge } from "@/components/ui/status";
import { may } from "@/lib/access/actor";
import { requireMember } from "@/lib/access/session";
import { listPlansOf } from "@/lib/engagements/overview";
import { findEngagementName } from "@/lib/engagements/queries";
import { isRecordId } from "@/lib/shared/record-id";

const STAGES = {
  plan: "Plan",
  knowledgeTransfer: "Knowledge transfer",
  parallelRun: "Parallel run",
  goLive: "Go-live",
  hypercare: "Hypercare",
  closed: "Closed",
} as const;

export default async function EngagementTransitionPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const member = await requireMember("transition:read");
  const engagement = isRecordId(id) ? await findEngagementName(member.organizationId, id) : null;
  if (!engagement) notFound();
  const plans = await listPlansOf(member.organizationId, id);
  const canCreate = may(member, "transition:write") && ["contract", "transition"].includes(engagement.stage);
  return (
    <Card>
      <CardHeader
        title="Transition"
        action={
          canCreate && plans.length === 0 ? (
            <LinkButton size="sm" href={`/transitions/new?engagement=${id}`} icon={<Plus aria-hidden />}>
              New plan
            </LinkButton>
          ) : null
        }
      />
      <DataTable
        caption="Transition plans of this engagement"
        rows={plans}
        rowKey={(row) => row.id}
        rowHref={(row) => `/transitions/${row.id}`}
        empty={
          <EmptyState icon={<Shuffle aria-hidden />} title="No transition plan yet">
            The plan moves the work: knowledge, access, parallel run and the go/no-go decision.
          </EmptyState>
        }
        columns={[
          { key: "name", header: "Plan", cell: (row) => row.name },
          { key: "code", header: "Code", nowrap: true, cell: (row) => row.code },
          { key: "stage", header: "Stage", cell: (row) => <Badge>{STAGES[row.stage]}</Badge> },
          { key: "tasks", header: "Tasks done", align: "right", cell: (row) => `${row.tasksDone} of ${row.tasks}` },
          {
            key: "criteria",
            header: "Go/no-go decided",
            align: "right",
            cell: (row) => `${row.criteriaMet} of ${row.criteria}`,
          },
          {
            key: "live",
            header: "Planned go-live",
            cell: (row) => <DateText day={row.plannedGoLive} reader={member} />,
          },
          { key: "actual", header: "Live since", cell: (row) => <DateText day={row.actualGoLive} reader={member} /> },
        ]}
      />
    </Card>
  );
}
