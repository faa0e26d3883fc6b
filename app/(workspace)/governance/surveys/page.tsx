import { Plus, Smile } from "lucide-react";
import type { Metadata } from "next";
import { GovernanceTabs } from "@/components/governance/governance-tabs";
import { ListView } from "@/components/lists/list-view";
import { LinkButton } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { MonthText } from "@/components/ui/date-text";
import { DecimalText } from "@/components/ui/decimal-text";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { Page } from "@/components/ui/page-layout";
import { may } from "@/lib/access/actor";
import { requireMember } from "@/lib/access/session";
import { surveyList } from "@/lib/governance/lists";
import { readList } from "@/lib/server/lists/read";
import { type Parameters, parseListRequest } from "@/lib/server/lists/request";

export const metadata: Metadata = { title: "Satisfaction" };

export default async function SurveysPage({ searchParams }: { searchParams: Promise<Parameters> }) {
  const member = await requireMember("governance:read");
  const { request } = parseListRequest(surveyList as never, await searchParams);
  const page = await readList(surveyList, member.organizationId, request);
  const create = may(member, "governance:write") ? (
    <LinkButton variant="primary" href="/governance/surveys/new" icon={<Plus aria-hidden />}>
      Record a survey
    </LinkButton>
  ) : null;
  return (
    <Page>
      <PageHeader
        title="Governance"
        subline="What the business users say about the service, month by month."
        actions={create}
      />
      <GovernanceTabs current="/governance/surveys" />
      <ListView
        list={surveyList}
        page={page}
        request={request}
        basePath="/governance/surveys"
        caption="Satisfaction surveys"
        searchPlaceholder="Engagement"
        locale={member.locale}
        empty={
          <Card>
            <EmptyState icon={<Smile aria-hidden />} title="No surveys yet" action={create}>
              Service levels can be green while the users are unhappy. One mean answer a month shows it.
            </EmptyState>
          </Card>
        }
        columns={[
          { key: "engagement", header: "Engagement", cell: (row) => row.engagement },
          {
            key: "month",
            header: "Month",
            cell: (row) => (row.month ? <MonthText month={row.month} reader={member} /> : null),
          },
          {
            key: "score",
            header: "Mean answer",
            align: "right",
            strong: true,
            cell: (row) => <DecimalText value={row.score} reader={member} unit="of 5" />,
          },
          { key: "responses", header: "Answers", align: "right", cell: (row) => row.responses },
          { key: "comment", header: "Comment", className: "text-ink-2", cell: (row) => row.comment },
        ]}
      />
    </Page>
  );
}
