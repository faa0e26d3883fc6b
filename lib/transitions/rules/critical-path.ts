import { type Dependency, orderTasks } from "./dependencies";

/** Dates `YYYY-MM-DD`, both days worked. A milestone takes no time and stands at the end of its planned end. */
export type PlannedTask = {
  id: string;
  plannedStart: string;
  plannedEnd: string;
  actualStart: string | null;
  actualEnd: string | null;
  isMilestone: boolean;
};

export type ScheduledTask = {
  id: string;
  earliestStart: string;
  earliestEnd: string;
  latestStart: string;
  latestEnd: string;
  /** Calendar days by which the task can slip without moving the end of the plan. */
  floatDays: number;
  isCritical: boolean;
};

export type Schedule = { end: string; tasks: ScheduledTask[]; criticalPath: string[] };

const DAY = 86_400_000;

function toDay(date: string): number {
  return Math.round(Date.parse(`${date}T00:00:00Z`) / DAY);
}

function toDate(day: number): string {
  return new Date(day * DAY).toISOString().slice(0, 10);
}

/** Days as half-open spans [start, end): a task of one day ends where the next day begins, a milestone is empty. */
type Span = { start: number; end: number };

function spanOf(task: PlannedTask): Span {
  const end = toDay(task.plannedEnd) + 1;
  return task.isMilestone ? { start: end, end } : { start: toDay(task.plannedStart), end };
}

function forward(task: PlannedTask, ready: number, today: number | null): Span {
  const planned = spanOf(task);
  const length = Math.max(0, planned.end - planned.start);
  if (task.actualEnd !== null) {
    const end = toDay(task.actualEnd) + 1;
    return { start: task.isMilestone ? end : Math.min(end, toDay(task.actualStart ?? task.plannedStart)), end };
  }
  if (task.actualStart !== null) {
    const start = toDay(task.actualStart);
    // Begun and not done: it ends today at the earliest, whatever was planned.
    return { start, end: Math.max(start + length, today === null ? start : today + 1) };
  }
  const start = Math.max(planned.start, ready, today ?? planned.start);
  return { start, end: start + length };
}

/**
 * The critical path method on calendar days. Forward: a task begins on its planned start, or later when what it
 * waits for ends later (never before today when that is given); what has happened counts as it happened. Backward
 * from the end of the plan: how late each may be. Critical is what has no float. Null if the tasks wait in a circle.
 */
export function findCriticalPath(
  tasks: PlannedTask[],
  dependencies: Dependency[],
  today: string | null = null,
): Schedule | null {
  const byId = new Map(tasks.map((task) => [task.id, task]));
  const known = dependencies.filter((one) => byId.has(one.predecessorId) && byId.has(one.successorId));
  const order = orderTasks([...byId.keys()], known);
  if (!order || tasks.length === 0) return null;
  const now = today === null ? null : toDay(today);
  const spans = new Map<string, Span>();
  const ready = new Map<string, number>();
  const successors = new Map<string, Dependency[]>(order.map((id) => [id, []]));
  for (const dependency of known) successors.get(dependency.predecessorId)?.push(dependency);
  for (const id of order) {
    const task = byId.get(id);
    if (!task) continue;
    const span = forward(task, ready.get(id) ?? Number.NEGATIVE_INFINITY, now);
    spans.set(id, span);
    for (const { successorId, lagDays } of successors.get(id) ?? []) {
      ready.set(successorId, Math.max(ready.get(successorId) ?? Number.NEGATIVE_INFINITY, span.end + lagDays));
    }
  }
  const planEnd = Math.max(...[...spans.values()].map((span) => span.end));
  const latestEnds = new Map<string, number>();
  for (const id of [...order].reverse()) {
    let latest = planEnd;
    for (const { successorId, lagDays } of successors.get(id) ?? []) {
      const next = spans.get(successorId) ?? { start: planEnd, end: planEnd };
      latest = Math.min(latest, (latestEnds.get(successorId) ?? planEnd) - (next.end - next.start) - lagDays);
    }
    latestEnds.set(id, latest);
  }
  const scheduled = order.map((id): ScheduledTask => {
    const span = spans.get(id) ?? { start: planEnd, end: planEnd };
    const latest = latestEnds.get(id) ?? planEnd;
    return describeTask(id, span, latest);
  });
  const criticalPath = scheduled.filter((task) => task.isCritical).map((task) => task.id);
  return { end: toDate(planEnd - 1), tasks: scheduled, criticalPath };
}

function describeTask(id: string, span: Span, latestEnd: number): ScheduledTask {
  const floatDays = latestEnd - span.end;
  const length = span.end - span.start;
  // An empty span (a milestone) is shown on the day at whose end it stands.
  const firstDay = (start: number) => toDate(length === 0 ? start - 1 : start);
  return {
    id,
    earliestStart: firstDay(span.start),
    earliestEnd: toDate(span.end - 1),
    latestStart: firstDay(latestEnd - length),
    latestEnd: toDate(latestEnd - 1),
    floatDays,
    isCritical: floatDays <= 0,
  };
}
