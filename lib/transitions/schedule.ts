import { findCriticalPath, type Schedule } from "./rules/critical-path";

type Task = {
  id: string;
  plannedStart: string;
  plannedEnd: string;
  actualStart: string | null;
  actualEnd: string | null;
  isMilestone: boolean;
  predecessors: readonly { id: string; lagDays: number }[];
};

/** Dates as they stand today: what happened as it happened, the rest as early as its predecessors let it. */
export function scheduleTasks(tasks: readonly Task[], today: string): Schedule | null {
  const dependencies = tasks.flatMap((task) =>
    task.predecessors.map(({ id, lagDays }) => ({ predecessorId: id, successorId: task.id, lagDays })),
  );
  return findCriticalPath([...tasks], dependencies, today);
}

/**
 * When go-live comes as things stand: the milestone that is called so; without one nothing can be said. The end of
 * the plan is no answer, because hypercare lies after go-live.
 */
export function findGoLiveForecast(
  tasks: readonly (Task & { name: string })[],
  schedule: Schedule | null,
): string | null {
  const milestone = tasks.find((task) => task.isMilestone && /go-?\s?live/i.test(task.name));
  return schedule?.tasks.find((task) => task.id === milestone?.id)?.earliestEnd ?? null;
}
