import { d } from "@/lib/shared/decimal";

export type OutlineRow = { id: string; section: string; position: number };
export type OutlineChange = { id: string; section: string; position: number };

/** Rows by position, each section standing together where it first appears. */
export function inOutlineOrder<T extends OutlineRow>(rows: readonly T[]): T[] {
  const sorted = [...rows].sort((a, b) => a.position - b.position || (a.id < b.id ? -1 : 1));
  const sections = [...new Set(sorted.map((row) => row.section))];
  return sections.flatMap((section) => sorted.filter((row) => row.section === section));
}

/**
 * What changes when a row goes one place up or down: inside its section it changes places with its neighbour; at the
 * edge it joins the section next to it. Empty when there is nowhere to go.
 */
export function moveInOutline(rows: readonly OutlineRow[], id: string, way: "up" | "down"): OutlineChange[] {
  const ordered = inOutlineOrder(rows);
  const at = ordered.findIndex((row) => row.id === id);
  const moved = ordered[at];
  const neighbour = ordered[way === "up" ? at - 1 : at + 1];
  if (!moved || !neighbour) return [];
  const others = ordered.filter((row) => row.id !== id);
  const isSame = neighbour.section === moved.section;
  const place = isSame ? others.indexOf(neighbour) + (way === "up" ? 0 : 1) : at;
  others.splice(place, 0, { ...moved, section: neighbour.section });
  const before = new Map(rows.map((row) => [row.id, row]));
  return others.flatMap((row, index) => {
    const old = before.get(row.id);
    const position = index + 1;
    return old && (old.position !== position || old.section !== row.section)
      ? [{ id: row.id, section: row.section, position }]
      : [];
  });
}

/** Where a new row of a section goes: after the last of that section, or at the end. */
export function placeInOutline(rows: readonly OutlineRow[], section: string): { position: number; after: string[] } {
  const ordered = inOutlineOrder(rows);
  const last = ordered.findLastIndex((row) => row.section === section);
  const index = last === -1 ? ordered.length : last + 1;
  return { position: index + 1, after: ordered.slice(index).map((row) => row.id) };
}

export type ProposedLevel = {
  direction: "higher" | "lower";
  expected: string;
  minimum: string;
  baseline: string | null;
  isBaselineUnknown: boolean;
};

/** What is wrong with a proposed service level, by field. The minimum is never stricter than what is expected. */
export function proposedLevelProblems(level: ProposedLevel): { field: "minimum" | "baseline"; message: string }[] {
  const problems: { field: "minimum" | "baseline"; message: string }[] = [];
  const isStricter =
    level.direction === "higher" ? d(level.minimum).gt(level.expected) : d(level.minimum).lt(level.expected);
  if (isStricter) problems.push({ field: "minimum", message: "The minimum is stricter than the expected level." });
  if (level.baseline !== null && level.isBaselineUnknown)
    problems.push({ field: "baseline", message: "Give a baseline, or say that it is unknown: not both." });
  return problems;
}

type GapFacts = {
  requirements: readonly { priority: string | null }[];
  proposedServiceLevels: readonly {
    process: { id: string } | null;
    baseline: string | null;
    isBaselineUnknown: boolean;
  }[];
};

/** What the gate out of the stage scope will ask for and is not there, in words, with the place on the page. */
export function scopeGaps(
  scope: GapFacts,
  processes: readonly { id: string; name: string; isCritical: boolean }[],
): { key: string; text: string; href: string }[] {
  const gaps: { key: string; text: string; href: string }[] = [];
  const open = scope.requirements.filter((requirement) => requirement.priority === null).length;
  if (scope.requirements.length === 0)
    gaps.push({ key: "requirements", text: "There is no requirement yet.", href: "#requirements" });
  if (open > 0)
    gaps.push({
      key: "priorities",
      text: `${open === 1 ? "One requirement has" : `${open} requirements have`} no priority yet.`,
      href: "#requirements",
    });
  const covered = new Set(
    scope.proposedServiceLevels
      .filter((level) => level.baseline !== null || level.isBaselineUnknown)
      .map((level) => level.process?.id ?? "all"),
  );
  for (const process of processes) {
    if (process.isCritical && !covered.has(process.id))
      gaps.push({
        key: process.id,
        text: `${process.name} is critical and has no service level with a baseline, or the word that it is unknown.`,
        href: "#service-levels",
      });
  }
  return gaps;
}
