import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { Progress } from "@/components/ui/progress";
import { Status } from "@/components/ui/status";
import { StepsDisclosure } from "@/components/ui/steps";
import { recommendationLabels, recommendationTones } from "@/lib/processes/labels";
import type { BenefitAndDifficulty } from "@/lib/processes/rules/benefit-difficulty";
import type { SuitabilityResult } from "@/lib/processes/rules/suitability";
import type { SuitabilityThresholds } from "@/lib/processes/rules/suitability-criteria";
import { type Decimal, roundTo } from "@/lib/shared/decimal";
import type { Worked } from "@/lib/shared/steps";

type AssessmentResultProps = {
  worked: Worked<SuitabilityResult>;
  sides: Worked<BenefitAndDifficulty>;
  thresholds: SuitabilityThresholds;
  questions: number;
};

function shown(value: Decimal | null): string {
  return value ? roundTo(value, 1).toFixed(1) : "—";
}

/** Score and recommendation as they stand with the answers given so far. */
export function AssessmentResult({ worked, sides, thresholds, questions }: AssessmentResultProps) {
  const { result, steps } = worked;
  const answered = questions - result.missing.length;
  const { benefit, difficulty } = sides.result;
  return (
    <Card label="Result">
      <CardHeader title="Result" sub={`${answered} of ${questions} questions answered`} />
      <CardBody className="grid gap-3">
        <div className="flex flex-wrap items-center gap-x-3 gap-y-1" aria-live="polite">
          <span className="tabular font-semibold text-figure-lg">{shown(result.score)}</span>
          <span className="text-ink-3">of 100</span>
          {result.recommendation ? (
            <Status tone={recommendationTones[result.recommendation]}>
              {recommendationLabels[result.recommendation]}
            </Status>
          ) : (
            <Status tone="neutral">Open</Status>
          )}
        </div>
        <Progress value={answered} max={questions} label="Questions answered" />
        <p className="text-pretty">{result.reason}</p>
        <dl className="grid grid-cols-2 gap-2 text-sm">
          <div>
            <dt className="text-ink-3 text-xs">Benefit</dt>
            <dd className="tabular">{shown(benefit)}</dd>
          </div>
          <div>
            <dt className="text-ink-3 text-xs">Difficulty</dt>
            <dd className="tabular">{shown(difficulty)}</dd>
          </div>
        </dl>
        <p className="text-ink-3 text-sm">
          {thresholds.outsource} and more: outsource. Below {thresholds.keep}: keep. Between: in part, or improve first.
        </p>
        <StepsDisclosure steps={[...steps, ...sides.steps]} />
      </CardBody>
    </Card>
  );
}
