import { ClipboardCheck } from "lucide-react";
import type { Metadata } from "next";
import { ListView } from "@/components/lists/list-view";
import { ProcessTabs } from "@/components/processes/process-tabs";
import { RecommendationStatus } from "@/components/processes/recommendation-status";
import { LinkButton } from "@/components/ui/button";
import { Dash } from "@/components/ui/dash";
import { InstantText } from "@/components/ui/date-text";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { Page } from "@/components/ui/page-layout";
import { Status } from "@/components/ui/status";
import { requireMember } from "@/lib/access/session";
import { type AssessmentState, assessmentStateLabels, assessmentStateTones } from "@/lib/processes/labels";
import { assessmentList } from "@/lib/processes/lists";
import { readList } from "@/lib/server/lists/read";
import { parseListRequest } from "@/lib/server/lists/request";

export const metadata: Metadata = { title: "Suitability assessments" };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function AssessmentsPage({ searchParams }: Props) {
  const member = await requireMember("assessment:read");
  const { request } = parseListRequest(assessmentList, await searchParams);
  const page = await readList(assessmentList, member.organizationId, request);
  return (
    <Page>
      <PageHeader title="Processes" subline="Every suitability assessment, drafts and earlier ones included." />
      <ProcessTabs current="/processes/assessments" />
      <ListView
        list={assessmentList}
        page={page}
        request={request}
        basePath="/processes/assessments"
        caption="Suitability assessments"
        filters={["state", "recommendation"]}
        locale={member.locale}
        rowHref={(row) => `/processes/${row.processId}/assessments/${row.id}`}
        empty={
          <EmptyState
            icon={<ClipboardCheck aria-hidden />}
            title="No assessments yet"
            action={<LinkButton href="/processes">Choose a process</LinkButton>}
          >
            An assessment asks thirteen questions about a process and recommends what to do with it. Start one on the
            process's page.
          </EmptyState>
        }
        columns={[
          { key: "process", header: "Process", cell: (row) => row.process },
          { key: "processCode", header: "Code", cell: (row) => row.processCode, nowrap: true },
          {
            key: "state",
            header: "State",
            cell: (row) => {
              const state = row.state as AssessmentState;
              return <Status tone={assessmentStateTones[state]}>{assessmentStateLabels[state]}</Status>;
            },
          },
          {
            key: "score",
            header: "Result",
            cell: (row) => (
              <RecommendationStatus recommendation={row.recommendation} score={row.score} reader={member} />
            ),
          },
          { key: "assessor", header: "Assessed by", cell: (row) => row.assessor ?? <Dash /> },
          {
            key: "updatedAt",
            header: "Changed",
            align: "right",
            cell: (row) => <InstantText instant={row.updatedAt} reader={member} />,
          },
        ]}
      />
    </Page>
  );
}
