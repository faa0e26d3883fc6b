/** Whole days by which go-live is or will be later than planned; negative when earlier. */
export function countDaysLate(
  plan: { plannedGoLive: string; actualGoLive: string | null },
  forecast: string | null,
): number {
  const reached = plan.actualGoLive ?? forecast ?? plan.plannedGoLive;
  return Temporal.PlainDate.from(plan.plannedGoLive).until(Temporal.PlainDate.from(reached), { largestUnit: "day" })
    .days;
}

export type TaskDates = {
  plannedStart: string;
  plannedEnd: string;
  actualStart: string | null;
  actualEnd: string | null;
  progress: number;
  isMilestone: boolean;
};

/** What the fields of a task must be to each other; by field name, empty when they fit. */
export function checkTaskDates(task: TaskDates, today: string): Record<string, string> {
  const problems: Record<string, string> = {};
  if (task.plannedEnd < task.plannedStart) problems.plannedEnd = "The end is not before the start.";
  if (task.actualStart && task.actualStart > today) problems.actualStart = "This day is still to come.";
  if (task.actualEnd && task.actualEnd > today) problems.actualEnd = "This day is still to come.";
  if (task.actualEnd && !task.actualStart && !task.isMilestone) problems.actualStart = "Write when it began.";
  if (task.actualStart && task.actualEnd && task.actualEnd < task.actualStart) {
    problems.actualEnd = "The end is not before the start.";
  }
  if (task.progress === 100 && !task.actualEnd) problems.actualEnd = "It is done to 100 %: write when it ended.";
  if (task.progress > 0 && !task.actualStart && !task.isMilestone) problems.actualStart = "Write when it began.";
  return problems;
}

export function readTaskState(task: Pick<TaskDates, "actualStart" | "actualEnd">): "open" | "started" | "done" {
  if (task.actualEnd) return "done";
  return task.actualStart ? "started" : "open";
}
