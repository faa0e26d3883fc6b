import { ListChecks, OctagonAlert, Plus, Smile } from "lucide-react";
import { notFound } from "next/navigation";
import { ActionMark, IssueMark, SeverityMark } from "@/components/governance/state-marks";
import { LinkButton } from "@/components/ui/button";
import { Card, CardHeader } from "@/components/ui/card";
import { DataTable } from "@/components/ui/data-table";
import { DateText, InstantText, MonthText } from "@/components/ui/date-text";
import { DecimalText } from "@/components/ui/decimal-text";
import { EmptyState } from "@/components/ui/empty-state";
import { Stack } from "@/components/ui/page-layout";
import { may } from "@/lib/access/actor";
import { requireMember } from "@/lib/access/session";
import { findEngagementName } from "@/lib/engagements/queries";
import { readGovernanceOf } from "@/lib/governance/queries";
import { databaseToday } from "@/lib/server/clock";
import { isRecordId } from "@/lib/shared/record-id";

export default async function EngagementGovernancePage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const member = await requireMember("governance:read");
  const engagement = isRecordId(id) ? await findEngagementName(member.organizationId, id) : null;
  if (!engagement) notFound();
  const [{ actions, issues, surveys }, today] = await Promise.all([
    readGovernanceOf(member.organizationId, id),
    databaseToday(member.organization.timeZone),
  ]);
  const canWrite = may(member, "governance:write");
  const add = (href: string, label: string) =>
    canWrite ? (
      <LinkButton size="sm" href={`${href}?engagement=${id}`} icon={<Plus aria-hidden />}>
        {label}
      </LinkButton>
    ) : null;
  return (
    <Stack>
      <Card>
        <CardHeader title="Actions" action={add("/governance/actions/new", "New action")} />
        <DataTable
          caption="Actions of this engagement"
          rows={actions}
          rowKey={(row) => row.id}
          {...(canWrite ? { rowHref: (row: { id: string }) => `/governance/actions/${row.id}` } : {})}
          empty={<EmptyState icon={<ListChecks aria-hidden />} title="No actions" />}
          columns={[
            { key: "title", header: "Action", cell: (row) => row.title },
            { key: "owner", header: "Owner", cell: (row) => row.owner ?? "—" },
            { key: "due", header: "Due", cell: (row) => <DateText day={row.dueDate} reader={member} /> },
            {
              key: "state",
              header: "State",
              cell: (row) => <ActionMark state={row.state} isOverdue={row.state === "open" && row.dueDate < today} />,
            },
          ]}
        />
      </Card>
      <Card>
        <CardHeader title="Issues" action={add("/governance/issues/new", "New issue")} />
        <DataTable
          caption="Issues of this engagement"
          rows={issues}
          rowKey={(row) => row.id}
          {...(canWrite ? { rowHref: (row: { id: string }) => `/governance/issues/${row.id}` } : {})}
          empty={<EmptyState icon={<OctagonAlert aria-hidden />} title="No issues" />}
          columns={[
            { key: "title", header: "Issue", cell: (row) => row.title },
            { key: "code", header: "Code", nowrap: true, cell: (row) => row.code },
            { key: "severity", header: "Severity", cell: (row) => <SeverityMark severity={row.severity} /> },
            { key: "state", header: "State", cell: (row) => <IssueMark state={row.state} /> },
            { key: "opened", header: "Opened", cell: (row) => <InstantText instant={row.openedAt} reader={member} /> },
          ]}
        />
      </Card>
      <Card>
        <CardHeader
          title="Satisfaction of the business users"
          action={add("/governance/surveys/new", "Record a survey")}
        />
        <DataTable
          caption="Surveys of this engagement"
          rows={surveys}
          rowKey={(row) => row.id}
          empty={<EmptyState icon={<Smile aria-hidden />} title="No surveys" />}
          columns={[
            { key: "month", header: "Month", cell: (row) => <MonthText month={row.month} reader={member} /> },
            {
              key: "score",
              header: "Mean answer",
              align: "right",
              strong: true,
              cell: (row) => <DecimalText value={row.score} reader={member} unit="of 5" />,
            },
            { key: "responses", header: "Answers", align: "right", cell: (row) => row.responses },
            { key: "comment", header: "Comment", cell: (row) => row.comment },
          ]}
        />
      </Card>
    </Stack>
  );
}
