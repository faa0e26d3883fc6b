import { type Decimal, d, toDecimalText, ZERO } from "@/lib/shared/decimal";
import type { Step, Worked } from "@/lib/shared/steps";
import { isAnswer, type SuitabilityAnswers } from "./suitability";
import type { SuitabilityCriterion } from "./suitability-criteria";

/** What there is to gain; every other criterion says how hard it is to get there. */
const BENEFIT_KEYS = new Set(["volume", "costGap", "marketSupply"]);

/** Both 0 to 100; null where none of its criteria is answered. */
export type BenefitAndDifficulty = { benefit: Decimal | null; difficulty: Decimal | null };

/**
 * The two sides of a suitability score, for the matrix: benefit is the weighted score of the criteria that say what
 * there is to gain, difficulty is 100 less the weighted score of the others. Weights and turning are those of the score.
 */
export function weighBenefitAndDifficulty(
  criteria: readonly SuitabilityCriterion[],
  answers: SuitabilityAnswers,
): Worked<BenefitAndDifficulty> {
  const steps: Step[] = [];
  const gain = scoreOf(criteria, answers, (criterion) => BENEFIT_KEYS.has(criterion.key));
  const ease = scoreOf(criteria, answers, (criterion) => !BENEFIT_KEYS.has(criterion.key));
  const difficulty = ease.score && d(100).minus(ease.score);
  steps.push({ label: `Benefit, by ${gain.names.join(", ") || "no answer"}`, value: textOf(gain.score) });
  steps.push({ label: `Ease, by ${ease.names.join(", ") || "no answer"}`, value: textOf(ease.score) });
  steps.push({ label: "Difficulty = 100 − ease", value: textOf(difficulty) });
  return { result: { benefit: gain.score, difficulty }, steps };
}

function textOf(value: Decimal | null): string {
  return value ? toDecimalText(value) : "no answer";
}

function scoreOf(
  criteria: readonly SuitabilityCriterion[],
  answers: SuitabilityAnswers,
  isMeant: (criterion: SuitabilityCriterion) => boolean,
): { score: Decimal | null; names: string[] } {
  let points: Decimal = ZERO;
  let weights: Decimal = ZERO;
  const names: string[] = [];
  for (const criterion of criteria) {
    const answer = answers[criterion.key];
    if (!isMeant(criterion) || !isAnswer(answer)) continue;
    const turned = criterion.isReversed ? 6 - answer : answer;
    points = points.plus(
      d(turned - 1)
        .times(25)
        .times(criterion.weight),
    );
    weights = weights.plus(criterion.weight);
    names.push(criterion.name);
  }
  return { score: weights.isZero() ? null : points.dividedBy(weights), names };
}
