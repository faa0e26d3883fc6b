import { Plus, Route } from "lucide-react";
import type { Metadata } from "next";
import { ListView } from "@/components/lists/list-view";
import { LinkButton } from "@/components/ui/button";
import { DateText } from "@/components/ui/date-text";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { Page } from "@/components/ui/page-layout";
import { Status } from "@/components/ui/status";
import { may } from "@/lib/access/actor";
import { requireMember } from "@/lib/access/session";
import { readList } from "@/lib/server/lists/read";
import { parseListRequest } from "@/lib/server/lists/request";
import { TRANSITION_STAGE } from "@/lib/transitions/labels";
import { transitionList } from "@/lib/transitions/lists";
import type { TransitionStage } from "@/lib/transitions/rules/go-live";

export const metadata: Metadata = { title: "Transitions" };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function TransitionsPage({ searchParams }: Props) {
  const member = await requireMember("transition:read");
  const { request } = parseListRequest(transitionList, await searchParams);
  const page = await readList(transitionList, member.organizationId, request);
  const create = may(member, "transition:write") ? (
    <LinkButton variant="primary" href="/transitions/new" icon={<Plus aria-hidden />}>
      Plan a transition
    </LinkButton>
  ) : null;
  return (
    <Page>
      <PageHeader
        title="Transitions"
        subline="Work on its way to a vendor, from the plan to hypercare."
        actions={create}
      />
      <ListView
        list={transitionList}
        page={page}
        request={request}
        basePath="/transitions"
        caption="Transitions"
        searchPlaceholder="Search by code or name"
        locale={member.locale}
        rowHref={(row) => `/transitions/${row.id}`}
        empty={
          <EmptyState icon={<Route aria-hidden />} title="No transition yet" action={create}>
            A transition hands work over: tasks of both sides, knowledge signed step by step, and a decision to go live.
          </EmptyState>
        }
        columns={[
          { key: "name", header: "Transition", cell: (row) => row.name },
          { key: "code", header: "Code", cell: (row) => row.code, nowrap: true },
          { key: "engagement", header: "Engagement", cell: (row) => row.engagement },
          { key: "vendor", header: "Vendor", cell: (row) => row.vendor },
          {
            key: "stage",
            header: "Stage",
            cell: (row) => {
              const stage = TRANSITION_STAGE[row.stage as TransitionStage];
              return <Status tone={stage.tone}>{stage.label}</Status>;
            },
          },
          {
            key: "plannedGoLive",
            header: "Go-live planned",
            align: "right",
            cell: (row) => <DateText day={row.plannedGoLive} reader={member} />,
          },
          {
            key: "actualGoLive",
            header: "Went live",
            align: "right",
            cell: (row) => <DateText day={row.actualGoLive} reader={member} />,
          },
          {
            key: "daysLate",
            header: "Days late",
            align: "right",
            cell: (row) =>
              row.daysLate && row.daysLate > 0 ? (
                <Status tone="bad">{row.daysLate} late</Status>
              ) : (
                <span className="text-ink-2">on time</span>
              ),
          },
          { key: "owner", header: "Owner", cell: (row) => row.owner },
        ]}
      />
    </Page>
  );
}
