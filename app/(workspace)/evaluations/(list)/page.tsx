import { Scale } from "lucide-react";
import type { Metadata } from "next";
import { ListView } from "@/components/lists/list-view";
import { Card } from "@/components/ui/card";
import { InstantText } from "@/components/ui/date-text";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { Page } from "@/components/ui/page-layout";
import { Status } from "@/components/ui/status";
import { requireMember } from "@/lib/access/session";
import { readList } from "@/lib/server/lists/read";
import { parseListRequest } from "@/lib/server/lists/request";
import { type EvaluationPhase, phaseLabels, phaseTones } from "@/lib/sourcing/evaluation/labels";
import { evaluationList } from "@/lib/sourcing/evaluation/lists";

export const metadata: Metadata = { title: "Evaluations" };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function EvaluationsPage({ searchParams }: Props) {
  const member = await requireMember("bid:read");
  const { request } = parseListRequest(evaluationList, await searchParams);
  const page = await readList(evaluationList, member.organizationId, request);
  return (
    <Page>
      <PageHeader title="Evaluations" subline="Bids to open, score, rank and award, lot by lot" />
      <ListView
        list={evaluationList}
        page={page}
        request={request}
        basePath="/evaluations"
        caption="Evaluations"
        searchPlaceholder="Code or title"
        locale={member.locale}
        rowHref={(row) => `/evaluations/${row.id}`}
        columns={[
          { key: "title", header: "RFP", cell: (row) => row.title },
          { key: "rfp", header: "Code", nowrap: true, cell: (row) => row.rfp },
          { key: "lot", header: "Lot", align: "right", cell: (row) => row.lot },
          {
            key: "phase",
            header: "Phase",
            cell: (row) => {
              const phase = row.phase as EvaluationPhase;
              return <Status tone={phaseTones[phase]}>{phaseLabels[phase]}</Status>;
            },
          },
          {
            key: "bids",
            header: "Bids",
            align: "right",
            cell: (row) => (row.phase === "sealed" ? "sealed" : row.bids),
          },
          {
            key: "locked",
            header: "Scores locked",
            align: "right",
            cell: (row) => `${row.locked} of ${row.evaluators}`,
          },
          {
            key: "openingAt",
            header: "Opening",
            nowrap: true,
            cell: (row) => <InstantText instant={row.openingAt} reader={member} />,
          },
        ]}
        empty={
          <Card>
            <EmptyState icon={<Scale aria-hidden />} title="Nothing to evaluate">
              A published RFP appears here when the time of its opening has come.
            </EmptyState>
          </Card>
        }
      />
    </Page>
  );
}
