import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { DataTable } from "@/components/ui/data-table";
import { InstantText } from "@/components/ui/date-text";
import { Status } from "@/components/ui/status";
import { StepsDialog } from "@/components/ui/steps-dialog";
import type { AssessmentView } from "@/lib/processes/assessments/schema";
import { assessmentStateLabels, assessmentStateTones, recommendationLabels } from "@/lib/processes/labels";
import type { Reader } from "@/lib/shared/format";
import { RecommendationStatus } from "./recommendation-status";

type AssessmentsCardProps = { assessments: readonly AssessmentView[]; reader: Reader };

/** What the assessments of a process said: the latest in words with its calculation, the earlier ones below. */
export function AssessmentsCard({ assessments, reader }: AssessmentsCardProps) {
  const latest = assessments.find((each) => each.state === "complete");
  return (
    <Card>
      <CardHeader
        title="Suitability"
        action={
          latest?.recommendation ? (
            <StepsDialog
              title="Suitability of this process"
              steps={latest.steps}
              total={{ label: "Recommendation", value: recommendationLabels[latest.recommendation] }}
              note={`Thresholds: outsource from ${latest.thresholds.outsource}, keep below ${latest.thresholds.keep}.`}
            />
          ) : null
        }
      />
      <CardBody>
        {latest ? (
          <p>
            {latest.reason} <span className="text-ink-3">Assessed by {latest.assessor.name}.</span>
          </p>
        ) : (
          <p className="text-ink-2">
            Not assessed yet. The assessment asks what there is to gain and how hard it would be, and recommends what to
            do.
          </p>
        )}
      </CardBody>
      {assessments.length > 0 ? (
        <DataTable
          caption="Assessments"
          rows={assessments}
          rowKey={(each) => each.id}
          rowHref={(each) => `/processes/${each.process.id}/assessments/${each.id}`}
          columns={[
            {
              key: "when",
              header: "Assessment",
              cell: (each) => <InstantText instant={each.completedAt ?? each.updatedAt} reader={reader} />,
            },
            { key: "who", header: "By", cell: (each) => each.assessor.name },
            {
              key: "state",
              header: "State",
              cell: (each) => (
                <Status tone={assessmentStateTones[each.state]}>{assessmentStateLabels[each.state]}</Status>
              ),
            },
            {
              key: "result",
              header: "Result",
              cell: (each) => (
                <RecommendationStatus recommendation={each.recommendation} score={each.score} reader={reader} />
              ),
            },
          ]}
        />
      ) : null}
    </Card>
  );
}
