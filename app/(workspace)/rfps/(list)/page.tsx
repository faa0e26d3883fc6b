import { FileText, Plus } from "lucide-react";
import type { Metadata } from "next";
import { ListView } from "@/components/lists/list-view";
import { LinkButton } from "@/components/ui/button";
import { InstantText } from "@/components/ui/date-text";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { Page } from "@/components/ui/page-layout";
import { Badge, Status } from "@/components/ui/status";
import { may } from "@/lib/access/actor";
import { requireMember } from "@/lib/access/session";
import { databaseNow } from "@/lib/server/clock";
import { readList } from "@/lib/server/lists/read";
import { parseListRequest } from "@/lib/server/lists/request";
import { RFP_STATE } from "@/lib/sourcing/rfps/labels";
import { rfpList } from "@/lib/sourcing/rfps/lists";
import { timeLeft } from "@/lib/sourcing/rfps/time-left";
import type { RfpState } from "@/lib/sourcing/rules/states";

export const metadata: Metadata = { title: "RFPs" };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function RfpsPage({ searchParams }: Props) {
  const member = await requireMember("rfp:read");
  const { request } = parseListRequest(rfpList, await searchParams);
  const page = await readList(rfpList, member.organizationId, request);
  const now = (await databaseNow()).toISOString();
  const create = may(member, "rfp:write") ? (
    <LinkButton variant="primary" href="/rfps/new" icon={<Plus aria-hidden />}>
      New RFP
    </LinkButton>
  ) : null;
  return (
    <Page>
      <PageHeader title="RFPs" subline="Requests for proposal, from the scope to the award." actions={create} />
      <ListView
        list={rfpList}
        page={page}
        request={request}
        basePath="/rfps"
        caption="RFPs"
        searchPlaceholder="Search by code or title"
        locale={member.locale}
        rowHref={(row) => `/rfps/${row.id}`}
        empty={
          <EmptyState icon={<FileText aria-hidden />} title="No RFP yet" action={create}>
            An RFP is made from the scope of an engagement and sent to the vendors that you invite.
          </EmptyState>
        }
        columns={[
          { key: "title", header: "RFP", cell: (row) => row.title },
          { key: "code", header: "Code", cell: (row) => row.code, nowrap: true },
          {
            key: "state",
            header: "State",
            cell: (row) => {
              const state = RFP_STATE[row.state as RfpState];
              return <Status tone={state.tone}>{state.label}</Status>;
            },
          },
          { key: "engagement", header: "Engagement", cell: (row) => row.engagement },
          {
            key: "bidsUntil",
            header: "Bids until",
            align: "right",
            cell: (row) => (
              <>
                <InstantText instant={row.bidsUntil} reader={member} />
                {row.state === "published" && row.bidsUntil ? (
                  <span className="block text-ink-3 text-xs">{timeLeft(now, row.bidsUntil)}</span>
                ) : null}
              </>
            ),
          },
          { key: "vendors", header: "Vendors", align: "right", cell: (row) => row.vendors },
          {
            key: "openClarifications",
            header: "To answer",
            align: "right",
            cell: (row) => (row.openClarifications ? <Badge tone="warn">{row.openClarifications}</Badge> : "0"),
          },
          { key: "owner", header: "Owner", cell: (row) => row.owner },
        ]}
      />
    </Page>
  );
}
