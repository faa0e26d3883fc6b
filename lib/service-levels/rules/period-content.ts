import { writeCanonical } from "@/lib/shared/canonical-json";
import { type Decimal, d, toDecimalText } from "@/lib/shared/decimal";
import type { Step } from "@/lib/shared/steps";
import type { Attainment } from "./attainment";
import type { ClosedMonth, FrozenMonth } from "./contract-months";

/** One service level in a frozen month: what was measured, how it was judged, what it costs. Decimals as text. */
export type ContentLine = {
  serviceLevelId: string;
  kpiId: string;
  code: string;
  name: string;
  unit: string;
  revision: number;
  clause: string;
  expected: string;
  minimum: string;
  status: Attainment;
  value: string | null;
  numerator: string | null;
  denominator: string | null;
  cases: number | null;
  casesWithoutValue: number | null;
  points: string | null;
  multiplier: string;
  credit: string;
  steps: Step[];
};

export type ContentFigures = {
  charges: string;
  cap: string;
  pointsCredit: string;
  pointsSteps: Step[];
  total: string;
  isCapped: boolean;
  steps: Step[];
  lines: ContentLine[];
};

/** What the figures were computed from, as it stood. */
export type ContentInputs = {
  terms: unknown;
  charges: { code: string; name: string; amount: string; isCreditBase: boolean }[];
  definitions: unknown[];
  measurements: unknown[];
  cases: { caseLog: string; count: number; sha256: string }[];
  exclusions: unknown[];
  adjustments: { sourceMonth: string; amount: string; reason: string }[];
};

/** Everything that both sides agree to when they sign a month. */
export type PeriodContent = {
  format: 1;
  contract: { id: string; code: string; title: string; currency: string; timeZone: string };
  month: string;
  inputs: ContentInputs;
  figures: ContentFigures;
};

/** The one text of a content, whose SHA-256 is signed. */
export function writePeriodContent(content: PeriodContent): string {
  return writeCanonical(content);
}

const text = (value: Decimal | null) => (value === null ? null : toDecimalText(value));

type LineFacts = Omit<ContentLine, "status" | "value" | "points" | "multiplier" | "credit" | "steps">;

export function figuresOf(closed: ClosedMonth, factsOf: (levelId: string) => LineFacts): ContentFigures {
  return {
    charges: toDecimalText(closed.charges),
    cap: toDecimalText(closed.cap),
    pointsCredit: toDecimalText(closed.pointsCredit),
    pointsSteps: closed.pointsSteps,
    total: toDecimalText(closed.total),
    isCapped: closed.isCapped,
    steps: closed.steps,
    lines: closed.lines.map((line) => ({
      ...factsOf(line.levelId),
      status: line.status,
      value: text(line.value),
      points: text(line.points),
      multiplier: toDecimalText(line.multiplier),
      credit: toDecimalText(line.credit),
      steps: line.steps,
    })),
  };
}

/** A frozen content as a month among the others: for the runs and caps of those that follow. */
export function readFrozen(month: string, figures: ContentFigures): FrozenMonth {
  return {
    month,
    charges: d(figures.charges),
    cap: d(figures.cap),
    pointsCredit: d(figures.pointsCredit),
    pointsSteps: figures.pointsSteps,
    total: d(figures.total),
    isCapped: figures.isCapped,
    steps: figures.steps,
    lines: figures.lines.map((line) => ({
      levelId: line.serviceLevelId,
      kpiId: line.kpiId,
      status: line.status,
      value: line.value === null ? null : d(line.value),
      points: line.points === null ? null : d(line.points),
      multiplier: d(line.multiplier),
      credit: d(line.credit),
      steps: line.steps,
    })),
  };
}

/** One service level of a month before and after; null: it was not judged, or is not any more. */
export type ChangedLine = {
  serviceLevelId: string;
  before: { status: Attainment; value: string | null; credit: string } | null;
  after: { status: Attainment; value: string | null; credit: string } | null;
};

export type ChangedMonth = {
  month: string;
  charges: { before: string; after: string };
  points: { before: string; after: string };
  total: { before: string; after: string };
  lines: ChangedLine[];
};

const brief = (line: ClosedMonth["lines"][number] | undefined) =>
  line ? { status: line.status, value: text(line.value), credit: toDecimalText(line.credit) } : null;

/** What differs between a locked month and what today's figures give; null where nothing does. */
export function compareMonths(before: ClosedMonth, after: ClosedMonth): ChangedMonth | null {
  const pair = (read: (month: ClosedMonth) => Decimal) => ({
    before: toDecimalText(read(before)),
    after: toDecimalText(read(after)),
  });
  const ids = [...new Set([...before.lines, ...after.lines].map((line) => line.levelId))].sort();
  const lines = ids.flatMap((id): ChangedLine[] => {
    const find = (month: ClosedMonth) => brief(month.lines.find((line) => line.levelId === id));
    const [was, is] = [find(before), find(after)];
    return JSON.stringify(was) === JSON.stringify(is) ? [] : [{ serviceLevelId: id, before: was, after: is }];
  });
  const charges = pair((month) => month.charges);
  const total = pair((month) => month.total);
  const points = pair((month) => month.pointsCredit);
  const isSame = charges.before === charges.after && total.before === total.after && points.before === points.after;
  return isSame && lines.length === 0 ? null : { month: before.month, charges, points, total, lines };
}
