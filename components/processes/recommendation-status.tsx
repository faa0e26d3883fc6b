import { Dash } from "@/components/ui/dash";
import { DecimalText } from "@/components/ui/decimal-text";
import { Status } from "@/components/ui/status";
import { recommendationLabels, recommendationTones } from "@/lib/processes/labels";
import type { Recommendation } from "@/lib/processes/rules/suitability";
import type { Reader } from "@/lib/shared/format";

type RecommendationStatusProps = { recommendation: string | null; score?: string | null; reader: Reader };

/** The score and what it recommends; a dash before the first assessment. */
export function RecommendationStatus({ recommendation, score, reader }: RecommendationStatusProps) {
  if (recommendation === null) return <Dash />;
  const key = recommendation as Recommendation;
  return (
    <span className="inline-flex items-center gap-2">
      <Status tone={recommendationTones[key]}>{recommendationLabels[key]}</Status>
      {score ? (
        <span className="text-ink-2">
          <DecimalText value={score} reader={reader} decimals={0} />
        </span>
      ) : null}
    </span>
  );
}
