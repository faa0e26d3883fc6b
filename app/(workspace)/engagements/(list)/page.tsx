import { Plus, Route } from "lucide-react";
import type { Metadata } from "next";
import { HealthStatus } from "@/components/engagements/health-status";
import { ListView } from "@/components/lists/list-view";
import { LinkButton } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { InstantText } from "@/components/ui/date-text";
import { EmptyState } from "@/components/ui/empty-state";
import { MoneyText } from "@/components/ui/money-text";
import { PageHeader } from "@/components/ui/page-header";
import { Page } from "@/components/ui/page-layout";
import { Badge } from "@/components/ui/status";
import { may } from "@/lib/access/actor";
import { requireMember } from "@/lib/access/session";
import { stageLabels } from "@/lib/engagements/labels";
import { engagementList } from "@/lib/engagements/lists";
import type { Health } from "@/lib/engagements/rules/health";
import type { Stage } from "@/lib/engagements/rules/stages";
import { readList } from "@/lib/server/lists/read";
import { type Parameters, parseListRequest } from "@/lib/server/lists/request";

export const metadata: Metadata = { title: "Engagements" };

export default async function EngagementsPage({ searchParams }: { searchParams: Promise<Parameters> }) {
  const member = await requireMember("engagement:read");
  const { request } = parseListRequest(engagementList as never, await searchParams);
  const page = await readList(engagementList, member.organizationId, request);
  const create = may(member, "engagement:create") ? (
    <LinkButton variant="primary" href="/engagements/new" icon={<Plus aria-hidden />}>
      New engagement
    </LinkButton>
  ) : null;
  return (
    <Page>
      <PageHeader
        title="Engagements"
        subline="Each one decision to hand work to outside providers, from idea to exit."
        actions={create}
      />
      <ListView
        list={engagementList}
        page={page}
        request={request}
        basePath="/engagements"
        caption="Engagements"
        searchPlaceholder="Name or code"
        locale={member.locale}
        rowHref={(row) => `/engagements/${row.id}`}
        empty={
          <Card>
            <EmptyState icon={<Route aria-hidden />} title="No engagements yet" action={create}>
              An engagement follows one piece of outsourced work through assessment, sourcing, contract, transition and
              operation to its end.
            </EmptyState>
          </Card>
        }
        columns={[
          { key: "name", header: "Name", cell: (row) => row.name },
          { key: "code", header: "Code", nowrap: true, cell: (row) => row.code },
          { key: "stage", header: "Stage", cell: (row) => <Badge>{stageLabels[row.stage as Stage]}</Badge> },
          {
            key: "stageSince",
            header: "Since",
            nowrap: true,
            cell: (row) => <InstantText instant={row.stageSince} reader={member} />,
          },
          { key: "health", header: "Health", cell: (row) => <HealthStatus health={row.health as Health} /> },
          {
            key: "healthReason",
            header: "Why",
            className: "min-w-48 text-ink-2",
            cell: (row) => row.healthReason,
          },
          { key: "owner", header: "Owner", nowrap: true, cell: (row) => row.owner },
          {
            key: "estimatedYearlyValue",
            header: "Value a year",
            align: "right",
            cell: (row) => (
              <MoneyText amount={row.estimatedYearlyValue} currency={row.currency ?? "EUR"} reader={member} />
            ),
          },
        ]}
      />
    </Page>
  );
}
