import { ratingTones } from "@/components/engagements/tones";
import { Status } from "@/components/ui/status";
import { rateRisk, scoreRisk } from "@/lib/engagements/rules/risk-rating";
import { riskRatingLabels } from "@/lib/risks/labels";

type RiskGradeProps = { probability: number; impact: number };

/** The rating as a word with its score: "High 20". */
export function RiskGrade({ probability, impact }: RiskGradeProps) {
  const rating = rateRisk(probability, impact);
  return (
    <Status tone={ratingTones[rating]}>
      {riskRatingLabels[rating]} {scoreRisk(probability, impact)}
    </Status>
  );
}
