import { ChartScatter } from "lucide-react";
import type { Metadata } from "next";
import { z } from "zod";
import { MatrixChart } from "@/components/charts/matrix-chart";
import { CompareTable } from "@/components/processes/compare-table";
import { ProcessTabs } from "@/components/processes/process-tabs";
import { RecommendationStatus } from "@/components/processes/recommendation-status";
import { LinkButton } from "@/components/ui/button";
import { Card, CardHeader } from "@/components/ui/card";
import { DataTable } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { Page } from "@/components/ui/page-layout";
import { StepsDialog } from "@/components/ui/steps-dialog";
import { requireMember } from "@/lib/access/session";
import { listComparedAssessments, MOST_COMPARED } from "@/lib/processes/assessments/queries";
import { recommendationLabels } from "@/lib/processes/labels";
import { weighBenefitAndDifficulty } from "@/lib/processes/rules/benefit-difficulty";
import { type Decimal, roundTo } from "@/lib/shared/decimal";

export const metadata: Metadata = { title: "Compare processes" };

const TONES = { outsource: "good", outsourceInPart: "neutral", improveFirst: "warn", keep: "bad" } as const;

function shown(value: Decimal | null): string {
  return value ? roundTo(value, 1).toFixed(1) : "—";
}

export default async function ComparePage({ searchParams }: { searchParams: Promise<{ ids?: string | string[] }> }) {
  const member = await requireMember("assessment:read");
  const { ids: wanted } = await searchParams;
  const ids = (typeof wanted === "string" ? wanted.split(",") : []).filter((id) => z.uuid().safeParse(id).success);
  const assessments = await listComparedAssessments(member.organizationId, ids);
  const rows = assessments.map((assessment) => ({
    assessment,
    ...weighBenefitAndDifficulty(assessment.criteria, assessment.answers),
  }));
  const points = rows.flatMap(({ assessment, result: { benefit, difficulty } }) =>
    benefit && difficulty
      ? [
          {
            key: assessment.id,
            label: assessment.process.name,
            x: roundTo(difficulty, 1).toNumber(),
            y: roundTo(benefit, 1).toNumber(),
            href: `/processes/${assessment.process.id}`,
            tone: TONES[assessment.recommendation ?? "outsourceInPart"],
          },
        ]
      : [],
  );
  return (
    <Page>
      <PageHeader
        title="Processes"
        subline={
          ids.length > 0
            ? "What there is to gain against how hard it is. Only processes with a completed assessment are shown."
            : `The ${MOST_COMPARED} assessments completed last. Choose processes in the list to compare others.`
        }
      />
      <ProcessTabs current="/processes/compare" />
      {rows.length === 0 ? (
        <Card>
          <EmptyState
            icon={<ChartScatter aria-hidden />}
            title="Nothing to compare yet"
            action={<LinkButton href="/processes">Choose processes</LinkButton>}
          >
            None of these processes has a completed assessment. Assess two or more of them first.
          </EmptyState>
        </Card>
      ) : (
        <>
          <MatrixChart
            title="Benefit against difficulty"
            sub="Top left: much to gain, easy to do. Bottom right: leave it."
            points={points}
            xLabel="Difficulty"
            yLabel="Benefit"
          />
          <Card>
            <CardHeader title="Results" />
            <DataTable
              caption="Results"
              rows={rows}
              rowKey={(row) => row.assessment.id}
              rowHref={(row) => `/processes/${row.assessment.process.id}`}
              columns={[
                { key: "name", header: "Process", cell: (row) => row.assessment.process.name },
                {
                  key: "result",
                  header: "Suitability",
                  cell: ({ assessment }) => (
                    <RecommendationStatus
                      recommendation={assessment.recommendation}
                      score={assessment.score}
                      reader={member}
                    />
                  ),
                },
                { key: "benefit", header: "Benefit", align: "right", cell: (row) => shown(row.result.benefit) },
                {
                  key: "difficulty",
                  header: "Difficulty",
                  align: "right",
                  cell: (row) => shown(row.result.difficulty),
                },
                {
                  key: "steps",
                  header: "Calculation",
                  cell: ({ assessment, steps }) => (
                    <span className="relative z-1">
                      <StepsDialog
                        title={assessment.process.name}
                        steps={[...assessment.steps, ...steps]}
                        {...(assessment.recommendation
                          ? {
                              total: {
                                label: "Recommendation",
                                value: recommendationLabels[assessment.recommendation],
                              },
                            }
                          : {})}
                      />
                    </span>
                  ),
                },
              ]}
            />
          </Card>
          <Card>
            <CardHeader title="Answers side by side" />
            <CompareTable assessments={assessments} />
          </Card>
        </>
      )}
    </Page>
  );
}
