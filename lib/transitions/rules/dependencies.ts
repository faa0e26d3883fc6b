/** The successor can begin `lagDays` after the predecessor's end; a negative lag lets them overlap. */
export type Dependency = { predecessorId: string; successorId: string; lagDays: number };

export type DependencyProblem =
  | { kind: "unknown"; task: string; message: string }
  | { kind: "self"; task: string; message: string }
  | { kind: "cycle"; tasks: string[]; message: string };

/** Names every dependency that cannot be: on an unknown task, on itself, or in a circle. */
export function checkDependencies(
  tasks: { id: string; name: string }[],
  dependencies: Dependency[],
): DependencyProblem[] {
  const names = new Map(tasks.map((task) => [task.id, task.name]));
  const problems: DependencyProblem[] = [];
  const sound: Dependency[] = [];
  for (const dependency of dependencies) {
    const { predecessorId, successorId } = dependency;
    const unknown = [predecessorId, successorId].find((id) => !names.has(id));
    if (unknown !== undefined) {
      problems.push({ kind: "unknown", task: unknown, message: "A dependency names a task that is not in this plan." });
    } else if (predecessorId === successorId) {
      problems.push({ kind: "self", task: successorId, message: `${names.get(successorId)} cannot wait for itself.` });
    } else sound.push(dependency);
  }
  const cycle = findCycle(
    tasks.map((task) => task.id),
    sound,
  );
  if (cycle) {
    const path = [...cycle, cycle[0] ?? ""].map((id) => names.get(id) ?? id).join(" → ");
    problems.push({ kind: "cycle", tasks: cycle, message: `These tasks wait for each other: ${path}.` });
  }
  return problems;
}

function groupSuccessors(dependencies: Dependency[]): Map<string, Dependency[]> {
  const groups = new Map<string, Dependency[]>();
  for (const dependency of dependencies) {
    const group = groups.get(dependency.predecessorId);
    if (group) group.push(dependency);
    else groups.set(dependency.predecessorId, [dependency]);
  }
  return groups;
}

/** One circle of tasks in the order in which they wait, or null. Iterative: a plan can be a long chain. */
function findCycle(ids: string[], dependencies: Dependency[]): string[] | null {
  const successors = groupSuccessors(dependencies);
  const done = new Set<string>();
  for (const start of ids) {
    const path: string[] = [];
    const onPath = new Map<string, number>();
    const stack: { id: string; isLeaving: boolean }[] = [{ id: start, isLeaving: false }];
    for (let visit = stack.pop(); visit; visit = stack.pop()) {
      const { id, isLeaving } = visit;
      if (isLeaving) {
        path.pop();
        onPath.delete(id);
        done.add(id);
        continue;
      }
      const position = onPath.get(id);
      if (position !== undefined) return path.slice(position);
      if (done.has(id)) continue;
      onPath.set(id, path.length);
      path.push(id);
      stack.push({ id, isLeaving: true });
      for (const next of successors.get(id) ?? []) stack.push({ id: next.successorId, isLeaving: false });
    }
  }
  return null;
}

/** Tasks so that each comes after all that it waits for, otherwise as given. Null if they wait in a circle. */
export function orderTasks(ids: string[], dependencies: Dependency[]): string[] | null {
  const successors = groupSuccessors(dependencies);
  const waiting = new Map(ids.map((id) => [id, 0]));
  for (const { successorId } of dependencies) waiting.set(successorId, (waiting.get(successorId) ?? 0) + 1);
  const order = ids.filter((id) => waiting.get(id) === 0);
  for (let index = 0; index < order.length; index += 1) {
    for (const { successorId } of successors.get(order[index] ?? "") ?? []) {
      const left = (waiting.get(successorId) ?? 0) - 1;
      waiting.set(successorId, left);
      if (left === 0) order.push(successorId);
    }
  }
  return order.length === ids.length ? order : null;
}
