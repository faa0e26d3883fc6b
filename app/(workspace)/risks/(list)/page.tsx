import { Plus, ShieldAlert } from "lucide-react";
import type { Metadata } from "next";
import { HeatMap } from "@/components/charts/heat-map";
import { ListView } from "@/components/lists/list-view";
import { RiskGrade } from "@/components/risks/risk-grade";
import { LinkButton } from "@/components/ui/button";
import { Note } from "@/components/ui/callout";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { DateText } from "@/components/ui/date-text";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { Page, RecordLayout } from "@/components/ui/page-layout";
import { Badge } from "@/components/ui/status";
import { may } from "@/lib/access/actor";
import { requireMember } from "@/lib/access/session";
import { HIGH_FROM, MEDIUM_FROM } from "@/lib/engagements/rules/risk-rating";
import { type RiskCategory, type RiskState, riskCategoryLabels, riskStateLabels } from "@/lib/risks/labels";
import { riskList } from "@/lib/risks/lists";
import { countRisksByGrade } from "@/lib/risks/queries";
import { readList } from "@/lib/server/lists/read";
import { type Parameters, parseListRequest } from "@/lib/server/lists/request";

export const metadata: Metadata = { title: "Risks" };

export default async function RisksPage({ searchParams }: { searchParams: Promise<Parameters> }) {
  const member = await requireMember("risk:read");
  const { request } = parseListRequest(riskList as never, await searchParams);
  const [page, grades] = await Promise.all([
    readList(riskList, member.organizationId, request),
    countRisksByGrade(member.organizationId),
  ]);
  const { grade } = request.filters;
  const [probability, impact] = grade?.split("x") ?? [];
  const create = may(member, "risk:write") ? (
    <LinkButton variant="primary" href="/risks/new" icon={<Plus aria-hidden />}>
      New risk
    </LinkButton>
  ) : null;
  return (
    <Page>
      <PageHeader
        title="Risks"
        subline="What may go wrong with outsourced work, and what is done about it."
        actions={create}
      />
      <RecordLayout
        side={
          grades.length === 0 ? null : (
            <Card>
              <CardHeader title="Where they stand" sub="With mitigations, where that is known. Closed ones left out." />
              <CardBody>
                <HeatMap
                  caption="Risks by probability and impact"
                  xLabel="Impact"
                  yLabel="Probability"
                  warnFrom={MEDIUM_FROM}
                  badFrom={HIGH_FROM}
                  cells={grades.map((cell) => ({
                    x: cell.impact,
                    y: cell.probability,
                    count: cell.count,
                    href: `/risks?grade=${cell.probability}x${cell.impact}`,
                  }))}
                />
              </CardBody>
            </Card>
          )
        }
      >
        {grade ? (
          <Note
            tone="accent"
            action={
              <LinkButton size="sm" href="/risks">
                Show all
              </LinkButton>
            }
          >
            Only risks with probability {probability} and impact {impact}.
          </Note>
        ) : null}
        <ListView
          list={riskList}
          page={page}
          request={request}
          basePath="/risks"
          caption="Risks"
          searchPlaceholder="Title or code"
          locale={member.locale}
          rowHref={(row) => `/risks/${row.id}`}
          empty={
            <Card>
              <EmptyState icon={<ShieldAlert aria-hidden />} title="No risks recorded" action={create}>
                Write down what could go wrong before it does: who owns it, and what is done about it until when.
              </EmptyState>
            </Card>
          }
          columns={[
            {
              key: "title",
              header: "Risk",
              className: "min-w-44",
              cell: (row) => (
                <>
                  {row.title}
                  <span className="mt-0.5 block font-normal text-ink-2 text-xs">
                    {row.code} · {riskCategoryLabels[row.category as RiskCategory]}
                  </span>
                </>
              ),
            },
            {
              key: "score",
              header: "Inherent",
              cell: (row) => <RiskGrade probability={row.probability ?? 1} impact={row.impact ?? 1} />,
            },
            {
              key: "residualScore",
              header: "Residual",
              align: "right",
              cell: (row) => row.residualScore ?? "—",
            },
            { key: "state", header: "State", cell: (row) => <Badge>{riskStateLabels[row.state as RiskState]}</Badge> },
            { key: "engagement", header: "Engagement", cell: (row) => row.engagement ?? row.vendor ?? "—" },
            { key: "owner", header: "Owner", cell: (row) => row.owner ?? "—" },
            {
              key: "reviewDate",
              header: "Review",
              nowrap: true,
              cell: (row) => <DateText day={row.reviewDate} reader={member} />,
            },
          ]}
        />
      </RecordLayout>
    </Page>
  );
}
