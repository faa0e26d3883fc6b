import { type Decimal, d, roundTo, toDecimalText, ZERO } from "@/lib/shared/decimal";
import type { Step, Worked } from "@/lib/shared/steps";
import type { KnockOut, SuitabilityCriterion, SuitabilityThresholds } from "./suitability-criteria";

export type Recommendation = "outsource" | "outsourceInPart" | "improveFirst" | "keep";

/** Whole numbers 1 to 5 by criterion key; a criterion without an answer is absent. */
export type SuitabilityAnswers = Partial<Record<string, number>>;

export type SuitabilityResult = {
  /** Over the criteria answered so far, 0 to 100; null before the first answer. */
  score: Decimal | null;
  /** Null until everything is answered, unless a knock-out decides already. */
  recommendation: Recommendation | null;
  reason: string;
  isComplete: boolean;
  missing: string[];
};

/** A turned answer of this or less on a criterion that can be mended asks for improvement first. */
const WEAK_ANSWER = 2;

export function isAnswer(value: unknown): value is number {
  return typeof value === "number" && Number.isInteger(value) && value >= 1 && value <= 5;
}

/** The answer as it speaks for outsourcing: 5 becomes 1 where high speaks against. */
function turnAnswer(criterion: SuitabilityCriterion, answer: number): number {
  return criterion.isReversed ? 6 - answer : answer;
}

/**
 * Suitability of one process: Σ weight × (answer − 1) ÷ 4 × 100 ÷ Σ weight, unrounded, and what to do by the
 * thresholds. Between them it is "improve first" when a criterion that can be mended (documentation,
 * standardisation…) is answered with 1 or 2 after turning, because mending it lifts the score and makes the
 * handover safe; otherwise "outsource in part". A knock-out overrides any score with its reason.
 */
export function assessSuitability(
  criteria: SuitabilityCriterion[],
  answers: SuitabilityAnswers,
  knockOuts: KnockOut[],
  thresholds: SuitabilityThresholds,
): Worked<SuitabilityResult> {
  const steps: Step[] = [];
  const missing: string[] = [];
  const weak: string[] = [];
  let points: Decimal = ZERO;
  let weights: Decimal = ZERO;
  for (const criterion of criteria) {
    const answer = answers[criterion.key];
    if (!isAnswer(answer)) {
      missing.push(criterion.key);
      continue;
    }
    const turned = turnAnswer(criterion, answer);
    const share = d(turned - 1).times(25);
    points = points.plus(share.times(criterion.weight));
    weights = weights.plus(criterion.weight);
    if (criterion.isImprovable && turned <= WEAK_ANSWER) weak.push(criterion.name);
    const words = criterion.isReversed ? `answer ${answer}, turned round ${turned}` : `answer ${answer}`;
    steps.push({ label: `${criterion.name}: ${words}, weight ${criterion.weight}`, value: toDecimalText(share) });
  }
  const score = weights.isZero() ? null : points.dividedBy(weights);
  const isComplete = missing.length === 0 && score !== null;
  if (score) {
    const label = `Score = ${toDecimalText(points)} ÷ ${toDecimalText(weights)} of weight`;
    steps.push({ label, value: toDecimalText(score) });
  }
  const decided = decide(score, isComplete, knockOuts, weak, thresholds);
  steps.push({ label: "Recommendation", value: decided.reason });
  return { result: { score, ...decided, isComplete, missing }, steps };
}

function decide(
  score: Decimal | null,
  isComplete: boolean,
  knockOuts: KnockOut[],
  weak: string[],
  thresholds: SuitabilityThresholds,
): { recommendation: Recommendation | null; reason: string } {
  if (knockOuts.length > 0) {
    const names = knockOuts.map((knockOut) => knockOut.name).join("; ");
    return { recommendation: "keep", reason: `Keep, whatever the score: ${names}.` };
  }
  if (score === null || !isComplete) return { recommendation: null, reason: "Not all questions are answered yet." };
  const shown = roundTo(score, 1).toFixed();
  if (score.gte(thresholds.outsource)) {
    return { recommendation: "outsource", reason: `Outsource: ${shown} reaches ${thresholds.outsource}.` };
  }
  if (score.lt(thresholds.keep))
    return { recommendation: "keep", reason: `Keep: ${shown} is below ${thresholds.keep}.` };
  const between = `${shown} lies between ${thresholds.keep} and ${thresholds.outsource}`;
  if (weak.length > 0) {
    return { recommendation: "improveFirst", reason: `Improve first: ${between}, and weak is ${weak.join(", ")}.` };
  }
  return { recommendation: "outsourceInPart", reason: `Outsource in part: ${between}.` };
}

/** Thresholds make sense when both lie in 0 to 100 and keep is not above outsource. */
export function areThresholdsValid(thresholds: SuitabilityThresholds): boolean {
  const { outsource, keep } = thresholds;
  return d(keep).gte(0) && d(keep).lte(outsource) && d(outsource).lte(100);
}
