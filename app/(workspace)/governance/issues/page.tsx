import { OctagonAlert, Plus } from "lucide-react";
import type { Metadata } from "next";
import { GovernanceTabs } from "@/components/governance/governance-tabs";
import { IssueMark, SeverityMark } from "@/components/governance/state-marks";
import { ListView } from "@/components/lists/list-view";
import { LinkButton } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { InstantText } from "@/components/ui/date-text";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { Page } from "@/components/ui/page-layout";
import { may } from "@/lib/access/actor";
import { requireMember } from "@/lib/access/session";
import type { issueStateLabels, severityLabels } from "@/lib/governance/labels";
import { issueList } from "@/lib/governance/lists";
import { readList } from "@/lib/server/lists/read";
import { type Parameters, parseListRequest } from "@/lib/server/lists/request";

export const metadata: Metadata = { title: "Issues" };

export default async function IssuesPage({ searchParams }: { searchParams: Promise<Parameters> }) {
  const member = await requireMember("governance:read");
  const { request } = parseListRequest(issueList as never, await searchParams);
  const page = await readList(issueList, member.organizationId, request);
  const canWrite = may(member, "governance:write");
  const create = canWrite ? (
    <LinkButton variant="primary" href="/governance/issues/new" icon={<Plus aria-hidden />}>
      New issue
    </LinkButton>
  ) : null;
  return (
    <Page>
      <PageHeader
        title="Governance"
        subline="What is wrong, how bad it is, and what is changed about it."
        actions={create}
      />
      <GovernanceTabs current="/governance/issues" />
      <ListView
        list={issueList}
        page={page}
        request={request}
        basePath="/governance/issues"
        caption="Issues"
        searchPlaceholder="Title or code"
        locale={member.locale}
        {...(canWrite ? { rowHref: (row: { id: string }) => `/governance/issues/${row.id}` } : {})}
        empty={
          <Card>
            <EmptyState icon={<OctagonAlert aria-hidden />} title="No issues yet" action={create}>
              An issue is something that went wrong and must not happen again: with its severity, root cause and
              corrective action.
            </EmptyState>
          </Card>
        }
        columns={[
          { key: "title", header: "Issue", cell: (row) => row.title },
          { key: "code", header: "Code", nowrap: true, cell: (row) => row.code },
          { key: "engagement", header: "Engagement", cell: (row) => row.engagement },
          {
            key: "severity",
            header: "Severity",
            cell: (row) => <SeverityMark severity={row.severity as keyof typeof severityLabels} />,
          },
          {
            key: "state",
            header: "State",
            cell: (row) => <IssueMark state={row.state as keyof typeof issueStateLabels} />,
          },
          { key: "owner", header: "Owner", nowrap: true, cell: (row) => row.owner ?? "—" },
          { key: "openedAt", header: "Opened", cell: (row) => <InstantText instant={row.openedAt} reader={member} /> },
          {
            key: "resolvedAt",
            header: "Resolved",
            cell: (row) => <InstantText instant={row.resolvedAt} reader={member} />,
          },
        ]}
      />
    </Page>
  );
}
