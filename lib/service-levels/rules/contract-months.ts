import { type Decimal, d, ZERO } from "@/lib/shared/decimal";
import type { Month } from "@/lib/shared/month";
import type { Step } from "@/lib/shared/steps";
import { type Attainment, assess, type Direction } from "./attainment";
import type { CreditLine, JudgedPeriod } from "./credit-line";
import { creditPeriod } from "./period-credits";
import type { Scheme } from "./scheme";
import { leftOfYearlyCap, type YearlyCap } from "./yearly-cap";

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
  yearlyCap: YearlyCap | null;
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
  /** Charges of the same calendar year before this month, for the first month of a year that is computed. */
  chargesBefore: (month: Month) => Decimal;
};

/** A month as both sides locked it: it counts in runs and caps as it stands and is not computed again. */
export type FrozenMonth = ClosedMonth & { lines: (MonthLine & { kpiId: string })[] };

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
  pointsSteps: Step[];
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
 * the months before. Values and runs follow the KPI through the revisions of its service level. Months that are frozen
 * are taken as they are; without any, what comes out is what the figures of today would give.
 */
export function closeMonths(input: ContractMonths, frozen: ReadonlyMap<Month, FrozenMonth> = new Map()): ClosedMonth[] {
  const histories = new Map<string, JudgedPeriod[]>();
  const years = new Map<string, { taken: Decimal; charges: Decimal }>();
  const remember = (kpiId: string, period: JudgedPeriod) => {
    const history = histories.get(kpiId) ?? [];
    history.push(period);
    histories.set(kpiId, history);
  };
  return input.months.map((month): ClosedMonth => {
    const year = month.slice(0, 4);
    const before = years.get(year) ?? { taken: ZERO, charges: input.chargesBefore(month) };
    const locked = frozen.get(month);
    if (locked) {
      for (const line of locked.lines) remember(line.kpiId, { state: line.status, value: line.value });
      years.set(year, { taken: before.taken.plus(locked.total), charges: before.charges.plus(locked.charges) });
      return locked;
    }
    const levels = input.levels.filter((level) => isInForce(level, month));
    const judged = levels.map((level) => ({ level, ...judge(input, level, month) }));
    for (const { level, state, value } of judged) remember(level.kpiId, { state, value });
    const charges = input.charges(month);
    const terms = input.terms(month);
    const { currency, yearlyCap } = terms;
    const chargesToDate = before.charges.plus(charges);
    const credited = judged.flatMap(({ level }) =>
      level.scheme ? [{ ...level, scheme: level.scheme, history: histories.get(level.kpiId) ?? [] }] : [],
    );
    const credits = creditPeriod(credited, {
      charges,
      atRiskPercent: terms.atRiskPercent,
      currency,
      pointsTable: terms.pointsTable,
      leftOfYear: yearlyCap ? leftOfYearlyCap(yearlyCap, { chargesToDate, taken: before.taken, currency }) : null,
    });
    years.set(year, { taken: before.taken.plus(credits.total), charges: chargesToDate });
    const lines = judged.map(({ level, state, value, steps }): MonthLine => {
      const line = credits.lines.find((each) => each.id === level.id) ?? NO_CREDIT;
      const { points, multiplier, credit } = line;
      return { levelId: level.id, status: state, value, points, multiplier, credit, steps: [...steps, ...line.steps] };
    });
    const { cap, pointsCredit, pointsSteps, total, isCapped, steps } = credits;
    return { month, charges, cap, pointsCredit, pointsSteps, total, isCapped, steps, lines };
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
