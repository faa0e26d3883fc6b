import { ListChecks, Plus } from "lucide-react";
import type { Metadata } from "next";
import { GovernanceTabs } from "@/components/governance/governance-tabs";
import { ActionMark } from "@/components/governance/state-marks";
import { ListView } from "@/components/lists/list-view";
import { LinkButton } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { DateText } from "@/components/ui/date-text";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { Page } from "@/components/ui/page-layout";
import { may } from "@/lib/access/actor";
import { requireMember } from "@/lib/access/session";
import type { actionStateLabels } from "@/lib/governance/labels";
import { actionItemList } from "@/lib/governance/lists";
import { readList } from "@/lib/server/lists/read";
import { type Parameters, parseListRequest } from "@/lib/server/lists/request";

export const metadata: Metadata = { title: "Actions" };

export default async function ActionsPage({ searchParams }: { searchParams: Promise<Parameters> }) {
  const member = await requireMember("governance:read");
  const { request } = parseListRequest(actionItemList as never, await searchParams);
  const page = await readList(actionItemList, member.organizationId, request);
  const canWrite = may(member, "governance:write");
  const create = canWrite ? (
    <LinkButton variant="primary" href="/governance/actions/new" icon={<Plus aria-hidden />}>
      New action
    </LinkButton>
  ) : null;
  return (
    <Page>
      <PageHeader
        title="Governance"
        subline="Who owes what until when, and what the business users say."
        actions={create}
      />
      <GovernanceTabs current="/governance" />
      <ListView
        list={actionItemList}
        page={page}
        request={request}
        basePath="/governance"
        caption="Actions"
        searchPlaceholder="Action"
        locale={member.locale}
        {...(canWrite ? { rowHref: (row: { id: string }) => `/governance/actions/${row.id}` } : {})}
        empty={
          <Card>
            <EmptyState icon={<ListChecks aria-hidden />} title="No actions yet" action={create}>
              An action says who does what until when. Overdue ones turn the health of their engagement.
            </EmptyState>
          </Card>
        }
        columns={[
          { key: "title", header: "Action", cell: (row) => row.title },
          { key: "engagement", header: "Engagement", cell: (row) => row.engagement },
          { key: "owner", header: "Owner", nowrap: true, cell: (row) => row.owner ?? "—" },
          { key: "dueDate", header: "Due", cell: (row) => <DateText day={row.dueDate} reader={member} /> },
          {
            key: "state",
            header: "State",
            cell: (row) => (
              <ActionMark state={row.state as keyof typeof actionStateLabels} isOverdue={row.isOverdue ?? false} />
            ),
          },
          { key: "doneOn", header: "Done", cell: (row) => <DateText day={row.doneOn} reader={member} /> },
        ]}
      />
    </Page>
  );
}
