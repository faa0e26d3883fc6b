import type { Month } from "@/lib/shared/month";

type Held = { effectiveFrom: Month | null; effectiveTo: Month | null };
/** A KPI: its newest definition, and those that held before it. */
export type RevisedKpi<Definition> = Definition & {
  effectiveFrom: Month | null;
  kpiRevisions: readonly (Definition & { effectiveFrom: Month | null; effectiveTo: Month })[];
};

/** All definitions of a KPI with the months between which each holds. */
export function listDefinitions<Definition>(kpi: RevisedKpi<Definition>): (Definition & Held)[] {
  return [...kpi.kpiRevisions, { ...kpi, effectiveTo: null }];
}

/** The definition that holds in a month. */
export function definitionIn<Definition>(kpi: RevisedKpi<Definition>, month: Month): Definition {
  return kpi.kpiRevisions.find((each) => (each.effectiveFrom ?? "") <= month && month <= each.effectiveTo) ?? kpi;
}

/** A service level in stretches of months, each under one definition of its KPI. */
export function splitByDefinition<Definition>(
  level: { effectiveFrom: Month; effectiveTo: Month | null },
  kpi: RevisedKpi<Definition>,
): (Definition & { effectiveFrom: Month; effectiveTo: Month | null })[] {
  return listDefinitions(kpi).flatMap((held) => {
    const effectiveFrom = later(level.effectiveFrom, held.effectiveFrom);
    const effectiveTo = earlier(level.effectiveTo, held.effectiveTo);
    return effectiveTo === null || effectiveFrom <= effectiveTo ? [{ ...held, effectiveFrom, effectiveTo }] : [];
  });
}

function later(month: Month, other: Month | null): Month {
  return other !== null && other > month ? other : month;
}

function earlier(month: Month | null, other: Month | null): Month | null {
  if (month === null || other === null) return month ?? other;
  return other < month ? other : month;
}

/** Months by the definition that holds in them. */
export function groupByDefinition<Definition>(
  kpi: RevisedKpi<Definition>,
  months: readonly Month[],
): { definition: Definition; months: Month[] }[] {
  const groups = new Map<Definition, Month[]>();
  for (const month of months) {
    const definition = definitionIn(kpi, month);
    groups.set(definition, [...(groups.get(definition) ?? []), month]);
  }
  return [...groups].map(([definition, under]) => ({ definition, months: under }));
}
