import { type Decimal, sum, toDecimalText } from "@/lib/shared/decimal";
import type { Step } from "@/lib/shared/steps";
import { type Direction, isJudged, reaches } from "./attainment";
import type { JudgedPeriod } from "./credit-line";

/** A credit comes back when the next `periods` are all met, or when their mean is at or better than `target`. */
export type EarnBackTerms =
  | { type: "allMet"; periods: number }
  | { type: "meanAtLeast"; periods: number; target: Decimal };

/** A period of one service level with the credit that was taken in it (zero: none). */
export type CreditedPeriod = JudgedPeriod & { period: string; credit: Decimal };

export type EarnBack = {
  creditedIn: string;
  amount: Decimal;
  /** Held: the window is not over yet. */
  state: "held" | "returned" | "forfeited";
  /** The period in which that was decided; null while held. */
  decidedIn: string | null;
  steps: Step[];
};

/**
 * What becomes of each credit of one service level. The window is the next periods that count: excused ones, grace
 * and too few cases are passed over. A period without data can never be shown to be met and forfeits the credit; so
 * does a further miss, which is any value worse than expected under `allMet`, and a further credited failure under
 * `meanAtLeast` (there the mean makes up for smaller dips).
 */
export function earnBack(terms: EarnBackTerms, direction: Direction, history: readonly CreditedPeriod[]): EarnBack[] {
  return history.flatMap((credited, index) =>
    credited.credit.gt(0) ? [decide(terms, direction, credited, history.slice(index + 1))] : [],
  );
}

function decide(
  terms: EarnBackTerms,
  direction: Direction,
  credited: CreditedPeriod,
  later: readonly CreditedPeriod[],
): EarnBack {
  const settle = (state: EarnBack["state"], decidedIn: string | null, reason: string): EarnBack => ({
    creditedIn: credited.period,
    amount: credited.credit,
    state,
    decidedIn,
    steps: [{ label: `Credit of ${credited.period}`, value: `${state}: ${reason}` }],
  });
  const values: Decimal[] = [];
  for (const { period, state, value, credit } of later) {
    if (state !== "missing" && !isJudged(state)) continue;
    if (value === null || state === "missing") return settle("forfeited", period, `no data in ${period}`);
    if (terms.type === "allMet" ? state !== "met" : credit.gt(0))
      return settle("forfeited", period, `a further miss in ${period}`);
    values.push(value);
    if (values.length < terms.periods) continue;
    if (terms.type === "allMet") return settle("returned", period, `${terms.periods} periods met in a row`);
    const mean = sum(values).dividedBy(values.length);
    const isReached = reaches(direction, mean, terms.target);
    const compared = `mean ${toDecimalText(mean)} against target ${toDecimalText(terms.target)}`;
    return settle(isReached ? "returned" : "forfeited", period, compared);
  }
  return settle("held", null, `${values.length} of ${terms.periods} periods have passed`);
}
