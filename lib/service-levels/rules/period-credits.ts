import { type Decimal, percentOf, sum, toDecimalText, ZERO } from "@/lib/shared/decimal";
import { roundMoney, toMoney } from "@/lib/shared/money";
import type { Step, Worked } from "@/lib/shared/steps";
import type { Direction } from "./attainment";
import { findRow } from "./bands";
import { scaleToCap } from "./credit-cap";
import { type CreditBase, type CreditLine, creditLine, type JudgedPeriod } from "./credit-line";
import type { Scheme } from "./scheme";

export type CreditedLevel = {
  id: string;
  direction: Direction;
  expected: Decimal;
  scheme: Scheme;
  /** Oldest first; the last one is the period that is credited. Twelve before it are enough but for longer runs. */
  history: readonly JudgedPeriod[];
};

export type PeriodTerms = CreditBase & {
  pointsTable: readonly { points: Decimal; percent: Decimal }[];
  /** What the yearly cap still leaves for this period, and how that came to be; null without a yearly cap. */
  leftOfYear: Worked<Decimal> | null;
};

export type PeriodCredits = {
  /** In the order of the levels. Steps tell how the line came to be before the cap. */
  lines: (CreditLine & { id: string })[];
  points: Decimal;
  /** The share of the points together, a line of its own. */
  pointsCredit: Decimal;
  pointsSteps: Step[];
  total: Decimal;
  cap: Decimal;
  isCapped: boolean;
  /** Of the period as a whole: points, cap, total. */
  steps: Step[];
};

// A name that no service level can have: ids are never empty.
const POINTS_LINE = "";

/** All credits of one period: the line of each service level, the points together, and the cap over everything. */
export function creditPeriod(levels: readonly CreditedLevel[], terms: PeriodTerms): PeriodCredits {
  const show = (amount: Decimal) => `${toMoney(amount, terms.currency).amount} ${terms.currency}`;
  const lines = levels.map((level) => ({ id: level.id, ...creditLine(level.scheme, level, level.history, terms) }));
  const steps: Step[] = [];

  const points = sum(lines.map((line) => line.points ?? ZERO));
  const percent = findRow(terms.pointsTable, points);
  const pointsCredit = roundMoney(percentOf(terms.charges, percent), terms.currency);
  const pointsSteps: Step[] = levels.some((level) => level.scheme.type === "points")
    ? [
        { label: "Points together", value: toDecimalText(points) },
        {
          label: "Charges × percent for these points",
          value: `${terms.charges} × ${percent} % = ${show(pointsCredit)}`,
        },
      ]
    : [];
  steps.push(...pointsSteps);

  const ofPeriod = roundMoney(percentOf(terms.charges, terms.atRiskPercent), terms.currency);
  steps.push({
    label: "Cap: charges × at risk",
    value: `${terms.charges} × ${terms.atRiskPercent} % = ${show(ofPeriod)}`,
  });
  const left = terms.leftOfYear?.result ?? null;
  const cap = left?.lt(ofPeriod) ? left : ofPeriod;
  if (terms.leftOfYear) steps.push(...terms.leftOfYear.steps);

  const before = sum(lines.map((line) => line.credit)).plus(pointsCredit);
  const scaled = scaleToCap([...lines, { id: POINTS_LINE, credit: pointsCredit }], cap, terms.currency);
  const credits = new Map(scaled.lines.map((line) => [line.id, line.credit]));
  const creditOf = (id: string) => credits.get(id) ?? ZERO;
  if (scaled.isCapped)
    steps.push({
      label: `Lines together, scaled to the cap × ${toDecimalText(scaled.factor.toDecimalPlaces(6))}`,
      value: `${show(before)}, scaled to ${show(cap)}`,
    });
  const total = sum(credits.values());
  steps.push({ label: "Credit of the period", value: show(total) });

  /** A line that was scaled says so, with what it would have been. */
  const scaling = (before: Decimal, after: Decimal): Step[] =>
    scaled.isCapped && before.gt(0)
      ? [
          {
            label: `Scaled to the cap × ${toDecimalText(scaled.factor.toDecimalPlaces(6))}`,
            value: `${show(before)} → ${show(after)}`,
          },
        ]
      : [];
  return {
    lines: lines.map((line) => {
      const credit = creditOf(line.id);
      return { ...line, credit, steps: [...line.steps, ...scaling(line.credit, credit)] };
    }),
    pointsSteps: [...pointsSteps, ...scaling(pointsCredit, creditOf(POINTS_LINE))],
    points,
    pointsCredit: creditOf(POINTS_LINE),
    total,
    cap,
    isCapped: scaled.isCapped,
    steps,
  };
}

/** Allocations of a category sum to at most 100 %. The names of the categories that pass it. */
export function findOverAllocated(levels: readonly { category: string; allocationPercent: Decimal }[]): string[] {
  const totals = new Map<string, Decimal>();
  for (const { category, allocationPercent } of levels)
    totals.set(category, (totals.get(category) ?? ZERO).plus(allocationPercent));
  return [...totals].filter(([, total]) => total.gt(100)).map(([category]) => category);
}
