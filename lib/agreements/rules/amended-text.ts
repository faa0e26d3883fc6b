import { addMonths, type Month } from "@/lib/shared/month";
import type { ChargeLineText, ContractText, DocumentText, KpiText, ServiceLevelText } from "./contract-text";

export type AmendedLine = { code: string; line: Omit<ChargeLineText, "code" | "revision"> | null };
export type AmendedKpi = Omit<KpiText, "revision" | "effectiveFrom" | "effectiveTo">;
export type AmendedLevel = {
  kpi: string;
  level: Omit<ServiceLevelText, "kpi" | "revision" | "effectiveFrom" | "effectiveTo"> | null;
};
export type AmendedDocument = DocumentText & { id: string };

/** What an amendment does besides changing terms. Null: ended. */
export type AmendmentParts = {
  chargeLines: AmendedLine[];
  kpis: AmendedKpi[];
  serviceLevels: AmendedLevel[];
  documents: AmendedDocument[];
};

export const NO_PARTS: AmendmentParts = { chargeLines: [], kpis: [], serviceLevels: [], documents: [] };

export type TextAmendment = {
  number: number;
  effectiveFrom: string;
  changes: Readonly<Record<string, unknown>>;
  parts: AmendmentParts;
};

/** Months are judged by the terms of their first day: what holds from a later day counts from the next month. */
export function firstMonthUnder(effectiveFrom: string): Month {
  const month = effectiveFrom.slice(0, 7);
  return effectiveFrom.endsWith("-01") ? month : addMonths(month, 1);
}

export function dayBefore(day: string): string {
  return Temporal.PlainDate.from(day).subtract({ days: 1 }).toString();
}

function newest<T extends { revision: number }>(rows: readonly T[]): T | undefined {
  return rows.reduce<T | undefined>((last, each) => (last && last.revision > each.revision ? last : each), undefined);
}

/** Ends on a day what would go on beyond it. */
function close<T extends { effectiveTo: string | null }>(row: T, last: string): T {
  return row.effectiveTo === null || row.effectiveTo > last ? { ...row, effectiveTo: last } : row;
}

function amendLines(lines: readonly ChargeLineText[], amendment: TextAmendment): ChargeLineText[] {
  const { effectiveFrom, parts } = amendment;
  let amended = [...lines];
  for (const { code, line } of parts.chargeLines) {
    const last = newest(amended.filter((each) => each.code === code));
    amended = amended.map((each) => (each === last ? close(each, dayBefore(effectiveFrom)) : each));
    if (line)
      amended.push({
        ...line,
        code,
        revision: (last?.revision ?? 0) + 1,
        effectiveFrom: line.effectiveFrom ?? effectiveFrom,
      });
  }
  return amended;
}

function amendKpis(kpis: readonly KpiText[], amendment: TextAmendment): KpiText[] {
  const month = firstMonthUnder(amendment.effectiveFrom);
  let amended = [...kpis];
  for (const kpi of amendment.parts.kpis) {
    const last = newest(amended.filter((each) => each.code === kpi.code));
    amended = amended.map((each) => (each === last ? close(each, addMonths(month, -1)) : each));
    const effectiveFrom = last ? month : null;
    amended.push({ ...kpi, revision: (last?.revision ?? 0) + 1, effectiveFrom, effectiveTo: null });
  }
  return amended;
}

function amendLevels(levels: readonly ServiceLevelText[], amendment: TextAmendment): ServiceLevelText[] {
  const month = firstMonthUnder(amendment.effectiveFrom);
  let amended = [...levels];
  for (const { kpi, level } of amendment.parts.serviceLevels) {
    const last = newest(amended.filter((each) => each.kpi === kpi));
    amended = amended.map((each) => (each === last ? close(each, addMonths(month, -1)) : each));
    const revision = (last?.revision ?? 0) + 1;
    if (level) amended.push({ ...level, kpi, revision, effectiveFrom: month, effectiveTo: null });
  }
  return amended;
}

/** The text as it stands once an amendment is in force: what held until then keeps its days. */
export function amendText(text: ContractText, amendment: TextAmendment): ContractText {
  const { number, effectiveFrom, changes, parts } = amendment;
  const terms = Object.entries(text.terms).map(([name, versions]) => [
    name,
    name in changes ? [...versions, { from: effectiveFrom, amendment: number, value: changes[name] }] : versions,
  ]);
  return {
    ...text,
    terms: Object.fromEntries(terms),
    chargeLines: amendLines(text.chargeLines, amendment),
    kpis: amendKpis(text.kpis, amendment),
    serviceLevels: amendLevels(text.serviceLevels, amendment),
    documents: [...text.documents, ...parts.documents.map(({ id: _, ...document }) => document)],
  };
}
