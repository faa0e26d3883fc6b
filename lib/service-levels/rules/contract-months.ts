import { type Decimal, d, percentOf, sum, toDecimalText, ZERO } from "@/lib/shared/decimal";
import { roundMoney } from "@/lib/shared/money";
import type { Month } from "@/lib/shared/month";
import type { Step } from "@/lib/shared/steps";
import { type Attainment, assess, type Direction } from "./attainment";
import type { CreditLine, JudgedPeriod } from "./credit-line";
import { creditPeriod } from "./period-credits";
import type { Scheme } from "./scheme";

/** One revision of a service level, in force from a month on. */
export type LevelTerms = {
  id: string;
  kpiId: string;
  direction: Direction;
  decimals: number | null;
  expected: Decimal;
  minimum: Decimal;
  scheme: Scheme | null;
  minimumVolume: number | null;
  graceUntil: Month | null;
  effectiveFrom: Month;
  effectiveTo: Month | null;
};

export type MeasuredMonth = { value: Decimal | null; cases: number | null };

export type ContractTerms = {
  currency: string;
  atRiskPercent: Decimal;
  yearlyCapPercent: Decimal | null;
  pointsTable: readonly { points: Decimal; percent: Decimal }[];
};

export type ContractMonths = {
  /** As they stand on the first day of the month: amendments count from then. */
  terms: (month: Month) => ContractTerms;
  levels: readonly LevelTerms[];
  /** Oldest first, without a hole. */
  months: readonly Month[];
  measured: (kpiId: string, month: Month) => MeasuredMonth | null;
  /** An approved exclusion for the service level, or for the contract as a whole (null). */
  isExcused: (levelId: string, month: Month) => boolean;
  charges: (month: Month) => Decimal;
};

export type MonthLine = {
  levelId: string;
  status: Attainment;
  /** As compared: rounded where the contract rounds. */
  value: Decimal | null;
  points: Decimal | null;
  multiplier: Decimal;
  credit: Decimal;
  steps: Step[];
};

export type ClosedMonth = {
  month: Month;
  charges: Decimal;
  cap: Decimal;
  pointsCredit: Decimal;
  total: Decimal;
  isCapped: boolean;
  steps: Step[];
  lines: MonthLine[];
};

const NO_CREDIT: CreditLine = { points: null, multiplier: d(1), credit: ZERO, steps: [] };

function isInForce(level: LevelTerms, month: Month): boolean {
  return level.effectiveFrom <= month && (level.effectiveTo === null || month <= level.effectiveTo);
}

/**
 * All months of a contract in order: attainment of every service level in force, then the credits, which look back at
 * the months before (runs, misses within a year, the yearly cap). Revisions of a service level share one history.
 */
export function closeMonths(input: ContractMonths): ClosedMonth[] {
  const histories = new Map<string, JudgedPeriod[]>();
  const taken = new Map<string, Decimal>();
  return input.months.map((month) => {
    const levels = input.levels.filter((level) => isInForce(level, month));
    const judged = levels.map((level) => ({ level, ...judge(input, level, month) }));
    for (const { level, state, value } of judged) {
      const history = histories.get(level.kpiId) ?? [];
      history.push({ state, value });
      histories.set(level.kpiId, history);
    }
    const charges = input.charges(month);
    const terms = input.terms(month);
    const year = month.slice(0, 4);
    const credited = judged.flatMap(({ level }) =>
      level.scheme ? [{ ...level, scheme: level.scheme, history: histories.get(level.kpiId) ?? [] }] : [],
    );
    const credits = creditPeriod(credited, {
      charges,
      atRiskPercent: terms.atRiskPercent,
      currency: terms.currency,
      pointsTable: terms.pointsTable,
      leftOfYear: leftOfYear(input, terms, year, taken.get(year) ?? ZERO),
    });
    taken.set(year, (taken.get(year) ?? ZERO).plus(credits.total));
    const lines = judged.map(({ level, state, value, steps }): MonthLine => {
      const line = credits.lines.find((each) => each.id === level.id) ?? NO_CREDIT;
      const { points, multiplier, credit } = line;
      return { levelId: level.id, status: state, value, points, multiplier, credit, steps: [...steps, ...line.steps] };
    });
    const { cap, pointsCredit, total, isCapped, steps } = credits;
    return { month, charges, cap, pointsCredit, total, isCapped, steps, lines };
  });
}

function judge(input: ContractMonths, level: LevelTerms, month: Month) {
  const measured = input.measured(level.kpiId, month);
  return assess(level, {
    value: measured?.value ?? null,
    minimumVolume: level.minimumVolume === null ? null : d(level.minimumVolume),
    ...(measured?.cases == null ? {} : { volume: d(measured.cases) }),
    isExcused: input.isExcused(level.id, month),
    isInGrace: level.graceUntil !== null && month <= level.graceUntil,
  });
}

/** What the yearly cap (percent of the charges of that calendar year that are known) still leaves. */
function leftOfYear(input: ContractMonths, terms: ContractTerms, year: string, taken: Decimal): Decimal | null {
  const percent = terms.yearlyCapPercent;
  if (percent === null) return null;
  const ofYear = input.months.filter((month) => month.startsWith(year)).map((month) => input.charges(month));
  const left = roundMoney(percentOf(sum(ofYear), percent), terms.currency).minus(taken);
  return left.gt(0) ? left : ZERO;
}

/** One line of a credit with amounts that follow each other, as both parties sign it. */
export type CreditWorking = { label: string; amount: Decimal };

const ORDINALS = ["first", "second", "third", "fourth", "fifth", "sixth"];

function describeRun(run: number | null): string {
  if (run === null) return "multiplier for the run";
  return `${ORDINALS[run - 1] ?? `${run}th`} month in a row`;
}

/** Charges, × at risk, × pool, × allocation, × multiplier: each with the amount it leaves; the last is the credit. */
export function poolWorking(input: {
  charges: Decimal;
  atRiskPercent: Decimal;
  category: string;
  poolPercent: Decimal;
  allocationPercent: Decimal;
  multiplier: Decimal;
  /** Failures in a row up to this month, where that is known. */
  run: number | null;
  currency: string;
}): CreditWorking[] {
  const atRisk = percentOf(input.charges, input.atRiskPercent);
  const pool = percentOf(atRisk, input.poolPercent);
  const allocated = percentOf(pool, input.allocationPercent);
  const name = input.category === "" ? "pool" : `pool of ${input.category}`;
  const working: CreditWorking[] = [
    { label: "Charges", amount: input.charges },
    { label: `× at risk ${toDecimalText(input.atRiskPercent)}\u00a0%`, amount: atRisk },
    { label: `× ${name} ${toDecimalText(input.poolPercent)}\u00a0%`, amount: pool },
    { label: `× allocation ${toDecimalText(input.allocationPercent)}\u00a0%`, amount: allocated },
  ];
  if (!input.multiplier.eq(1))
    working.push({
      label: `× ${describeRun(input.run)} ${toDecimalText(input.multiplier)}`,
      amount: allocated.times(input.multiplier),
    });
  return working.map((line) => ({ ...line, amount: roundMoney(line.amount, input.currency) }));
}
