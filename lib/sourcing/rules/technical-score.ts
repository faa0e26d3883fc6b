import { type Decimal, HUNDRED, sum, toDecimalText, ZERO } from "@/lib/shared/decimal";
import type { Step, Worked } from "@/lib/shared/steps";

export type CriterionScore = { criterion: string; weight: Decimal; score: Decimal; maximum: Decimal };

/** Σ weight × score ÷ scale maximum over the scored criteria: 0 to 100 when the weights sum to 100. */
export function calculateTechnicalScore(scores: CriterionScore[]): Worked<Decimal> {
  const steps: Step[] = [];
  let total = ZERO;
  for (const { criterion, weight, score, maximum } of scores) {
    const points = weight.times(score).dividedBy(maximum);
    total = total.plus(points);
    steps.push({
      label: `${criterion}: weight ${weight.toFixed()} × ${score.toFixed()} ÷ ${maximum.toFixed()}`,
      value: toDecimalText(points),
    });
  }
  steps.push({ label: "Technical score", value: toDecimalText(total) });
  return { result: total, steps };
}

/** A score as a share of the best one, 0 to 100. When the best is zero, nobody has earned anything. */
export function expressRelativeTo(best: Decimal, score: Decimal): Decimal {
  return best.gt(ZERO) ? score.times(HUNDRED).dividedBy(best) : ZERO;
}

/** Weights of an RFP's criteria, or of technical and price, sum to exactly 100. None may be negative. */
export function weightsSumTo100(weights: Decimal[]): boolean {
  return weights.every((weight) => weight.gte(ZERO)) && sum(weights).eq(HUNDRED);
}

export type RequirementAnswer = {
  requirement: string;
  title: string;
  priority: "mandatory" | "scored" | "information";
  isMet: boolean | null;
};

/**
 * A mandatory requirement that is not met, or not answered, rejects the bid; each one is named in the reason.
 * Returns null for a bid that may stay.
 */
export function findMandatoryRejection(
  answers: RequirementAnswer[],
): { requirements: string[]; reason: string } | null {
  const failed = answers.filter((answer) => answer.priority === "mandatory" && answer.isMet !== true);
  if (failed.length === 0) return null;
  const names = failed.map(
    (answer) => `${answer.requirement} ${answer.title}${answer.isMet === null ? " (not answered)" : ""}`,
  );
  const subject = failed.length === 1 ? "A mandatory requirement is not met" : "Mandatory requirements are not met";
  return { requirements: failed.map((answer) => answer.requirement), reason: `${subject}: ${names.join("; ")}.` };
}
