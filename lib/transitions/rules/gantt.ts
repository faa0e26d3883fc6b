import type { ScheduledTask } from "./critical-path";

export type GanttTask = {
  id: string;
  workstream: string;
  plannedStart: string;
  plannedEnd: string;
  isMilestone: boolean;
  predecessors: readonly { id: string }[];
};

export type GanttBar = {
  id: string;
  row: number;
  planned: { x: number; width: number };
  /** As it stands today: what happened, and the rest as early as it can be. */
  now: { x: number; width: number };
  isCritical: boolean;
  isMilestone: boolean;
};
export type GanttRow = { kind: "group"; workstream: string } | { kind: "task"; id: string };
export type GanttArrow = {
  key: string;
  from: { x: number; row: number };
  to: { x: number; row: number };
  isCritical: boolean;
};
export type Gantt = {
  width: number;
  rows: GanttRow[];
  bars: GanttBar[];
  arrows: GanttArrow[];
  months: { x: number; month: string }[];
  /** Where a day begins, for the lines of today and of go-live. */
  xOf: (day: string) => number;
};

const DAY_MS = 86_400_000;
const NARROWEST = 560;

function dayNumber(day: string): number {
  return Math.round(Date.parse(`${day}T00:00:00Z`) / DAY_MS);
}

/** Places of all bars and arrows in pixels; the picture only draws them. Tasks come sorted by workstream. */
export function layOutGantt(
  tasks: readonly GanttTask[],
  schedule: readonly ScheduledTask[],
  marks: readonly string[],
): Gantt | null {
  if (tasks.length === 0) return null;
  const byId = new Map(schedule.map((task) => [task.id, task]));
  const days = tasks.flatMap((task) => {
    const now = byId.get(task.id);
    return [task.plannedStart, task.plannedEnd, ...(now ? [now.earliestStart, now.earliestEnd] : [])];
  });
  const all = [...days, ...marks].map(dayNumber);
  const first = Math.min(...all) - 3;
  const span = Math.max(...all) + 4 - first;
  const scale = Math.max(NARROWEST / span, span > 240 ? 3 : 6);
  const x = (day: number) => Math.round((day - first) * scale * 10) / 10;
  const place = (start: string, end: string) => {
    const from = x(dayNumber(start));
    return { x: from, width: x(dayNumber(end) + 1) - from };
  };
  const rows: GanttRow[] = [];
  const bars = new Map<string, GanttBar>();
  let workstream = "";
  for (const task of tasks) {
    if (task.workstream !== workstream) {
      workstream = task.workstream;
      rows.push({ kind: "group", workstream });
    }
    const now = byId.get(task.id);
    bars.set(task.id, {
      id: task.id,
      row: rows.length,
      planned: place(task.plannedStart, task.plannedEnd),
      now: place(now?.earliestStart ?? task.plannedStart, now?.earliestEnd ?? task.plannedEnd),
      isCritical: now?.isCritical ?? false,
      isMilestone: task.isMilestone,
    });
    rows.push({ kind: "task", id: task.id });
  }
  const arrows = tasks.flatMap((task) =>
    task.predecessors.flatMap(({ id }): GanttArrow[] => {
      const [from, to] = [bars.get(id), bars.get(task.id)];
      if (!from || !to) return [];
      return [
        {
          key: `${id} ${task.id}`,
          from: { x: from.now.x + from.now.width, row: from.row },
          to: { x: to.isMilestone ? to.now.x + to.now.width : to.now.x, row: to.row },
          isCritical: from.isCritical && to.isCritical,
        },
      ];
    }),
  );
  return {
    width: Math.ceil(span * scale),
    rows,
    bars: [...bars.values()],
    arrows,
    months: listMonthStarts(first, first + span).map((day) => ({ x: x(dayNumber(day)), month: day.slice(0, 7) })),
    xOf: (day) => x(dayNumber(day)),
  };
}

function listMonthStarts(from: number, to: number): string[] {
  const starts: string[] = [];
  for (let day = from; day <= to; day += 1) {
    const text = new Date(day * DAY_MS).toISOString().slice(0, 10);
    if (text.endsWith("-01")) starts.push(text);
  }
  return starts;
}
