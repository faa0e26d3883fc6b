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
