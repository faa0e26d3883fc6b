import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { findCriticalPath, type PlannedTask } from "@/lib/transitions/rules/critical-path";
import { checkDependencies, type Dependency, orderTasks } from "@/lib/transitions/rules/dependencies";

function task(id: string, plannedStart: string, plannedEnd: string, change: Partial<PlannedTask> = {}): PlannedTask {
  return { id, plannedStart, plannedEnd, actualStart: null, actualEnd: null, isMilestone: false, ...change };
}
function link(predecessorId: string, successorId: string, lagDays = 0): Dependency {
  return { predecessorId, successorId, lagDays };
}

// A 3 days → B 5 days → D 2 days; A → C 2 days → D; M at the end.
const plan = [
  task("A", "2026-03-02", "2026-03-04"),
  task("B", "2026-03-05", "2026-03-09"),
  task("C", "2026-03-05", "2026-03-06"),
  task("D", "2026-03-10", "2026-03-11"),
  task("M", "2026-03-11", "2026-03-11", { isMilestone: true }),
];
const links = [link("A", "B"), link("A", "C"), link("B", "D"), link("C", "D"), link("D", "M")];

function rowOf(schedule: ReturnType<typeof findCriticalPath>, id: string) {
  const row = schedule?.tasks.find((one) => one.id === id);
  return row && [row.earliestStart, row.earliestEnd, row.latestStart, row.latestEnd, row.floatDays, row.isCritical];
}

describe("critical path", () => {
  test("the textbook diamond: C floats three days, the rest is critical", () => {
    const schedule = findCriticalPath(plan, links);
    expect(schedule?.end).toBe("2026-03-11");
    expect(schedule?.criticalPath).toEqual(["A", "B", "D", "M"]);
    expect(rowOf(schedule, "C")).toEqual(["2026-03-05", "2026-03-06", "2026-03-08", "2026-03-09", 3, false]);
    expect(rowOf(schedule, "M")).toEqual(["2026-03-11", "2026-03-11", "2026-03-11", "2026-03-11", 0, true]);
  });
  test("a lag counts, a negative one lets tasks overlap", () => {
    expect(findCriticalPath(plan, [link("A", "B", 2), ...links.slice(1)])?.end).toBe("2026-03-13");
    const pair = [task("A", "2026-03-02", "2026-03-04"), task("B", "2026-03-02", "2026-03-04")];
    expect(rowOf(findCriticalPath(pair, [link("A", "B", -2)]), "B")?.[0]).toBe("2026-03-03");
  });
  test("a task that waits begins later than planned, never earlier", () => {
    const late = [
      task("A", "2026-03-02", "2026-03-20"),
      task("B", "2026-03-05", "2026-03-06"),
      task("C", "2026-04-01", "2026-04-02"),
    ];
    const schedule = findCriticalPath(late, [link("A", "B"), link("A", "C")]);
    expect(rowOf(schedule, "B")?.slice(0, 2)).toEqual(["2026-03-21", "2026-03-22"]);
    expect(rowOf(schedule, "C")?.[0]).toBe("2026-04-01");
    // B ends on 22 March, C can wait: A may slip through 21 to 31 March before C moves, and the end with it.
    expect(rowOf(schedule, "A")?.[4]).toBe(11);
  });
  test("what happened counts as it happened: a late end moves the plan", () => {
    const done = plan.map((one) =>
      one.id === "B" ? { ...one, actualStart: "2026-03-05", actualEnd: "2026-03-14" } : one,
    );
    const schedule = findCriticalPath(done, links);
    expect(rowOf(schedule, "D")?.slice(0, 2)).toEqual(["2026-03-15", "2026-03-16"]);
    expect(schedule?.end).toBe("2026-03-16");
  });
  test("begun and not done ends today at the earliest; not begun cannot begin in the past", () => {
    const begun = plan.map((one) => (one.id === "A" ? { ...one, actualStart: "2026-03-02" } : one));
    const schedule = findCriticalPath(begun, links, "2026-03-06");
    expect(rowOf(schedule, "A")?.[1]).toBe("2026-03-06");
    expect(rowOf(schedule, "B")?.[0]).toBe("2026-03-07");
    expect(rowOf(findCriticalPath(plan, links, "2026-03-30"), "A")?.[0]).toBe("2026-03-30");
  });
  test("a circle or an empty plan has no schedule; a link to a foreign task is ignored", () => {
    expect(findCriticalPath(plan, [...links, link("D", "A")])).toBeNull();
    expect(findCriticalPath([], [])).toBeNull();
    expect(findCriticalPath(plan, [...links, link("X", "A")])?.end).toBe("2026-03-11");
  });
  test("clock changes do not add or lose a day", () => {
    expect(
      rowOf(
        findCriticalPath(
          [task("A", "2026-03-28", "2026-03-30"), task("B", "2026-03-28", "2026-03-28")],
          [link("A", "B")],
        ),
        "B",
      )?.[0],
    ).toBe("2026-03-31");
  });

  const anyPlan = fc
    .array(fc.record({ start: fc.integer({ min: 1, max: 20 }), length: fc.integer({ min: 0, max: 8 }) }), {
      minLength: 1,
      maxLength: 9,
    })
    .map((rows) =>
      rows.map(({ start, length }, index) =>
        task(
          `T${index}`,
          `2026-01-${String(start).padStart(2, "0")}`,
          `2026-01-${String(start + length).padStart(2, "0")}`,
        ),
      ),
    );
  const anyLinks = fc.array(fc.tuple(fc.nat(8), fc.nat(8), fc.integer({ min: 0, max: 3 })), { maxLength: 12 });
  test("floats tell the truth: slipping by the float keeps the end, one day more moves it", () => {
    fc.assert(
      fc.property(anyPlan, anyLinks, (tasks, pairs) => {
        const known = pairs.flatMap(([a, b, lag]) => (a < b && b < tasks.length ? [link(`T${a}`, `T${b}`, lag)] : []));
        const schedule = findCriticalPath(tasks, known);
        expect(schedule?.criticalPath.length).toBeGreaterThan(0);
        for (const row of schedule?.tasks ?? []) {
          expect(row.floatDays).toBeGreaterThanOrEqual(0);
          const slip = (days: number) => {
            const move = (date: string) => Temporal.PlainDate.from(date).add({ days }).toString();
            const moved = tasks.map((one) =>
              one.id === row.id
                ? { ...one, plannedStart: move(row.earliestStart), plannedEnd: move(row.earliestEnd) }
                : one,
            );
            return findCriticalPath(moved, known)?.end;
          };
          expect(slip(row.floatDays)).toBe(schedule?.end);
          expect((slip(row.floatDays + 1) ?? "") > (schedule?.end ?? "")).toBe(true);
        }
      }),
      { numRuns: 60 },
    );
  });
});

describe("dependencies", () => {
  const named = ["A", "B", "C", "D"].map((id) => ({ id, name: `Task ${id}` }));
  test("a circle is named in the order in which the tasks wait", () => {
    const [problem] = checkDependencies(named, [link("D", "A"), link("A", "B"), link("B", "C"), link("C", "A")]);
    expect(problem).toMatchObject({ kind: "cycle", tasks: ["A", "B", "C"] });
    expect(problem?.message).toContain("Task A → Task B → Task C → Task A");
  });
  test("a task on itself and an unknown task are named; a diamond is fine", () => {
    expect(checkDependencies(named, [link("A", "A")]).map((one) => one.kind)).toEqual(["self"]);
    expect(checkDependencies(named, [link("A", "X")])).toMatchObject([{ kind: "unknown", task: "X" }]);
    expect(checkDependencies(named, [link("A", "B"), link("A", "C"), link("B", "D"), link("C", "D")])).toEqual([]);
  });
  test("a long chain does not overflow the stack", () => {
    const many = Array.from({ length: 20_000 }, (_, index) => ({ id: `${index}`, name: `${index}` }));
    expect(
      checkDependencies(
        many,
        many.slice(1).map((one, index) => link(`${index}`, one.id)),
      ),
    ).toEqual([]);
  });
  test("there is a circle exactly when there is no order", () => {
    const pairs = fc.array(
      fc.tuple(fc.constantFrom("A", "B", "C", "D"), fc.constantFrom("A", "B", "C", "D")).filter(([a, b]) => a !== b),
      { maxLength: 7 },
    );
    fc.assert(
      fc.property(pairs, (edges) => {
        const all = edges.map(([a, b]) => link(a, b));
        const order = orderTasks(["A", "B", "C", "D"], all);
        expect(checkDependencies(named, all).length === 0).toBe(order !== null);
        if (order) for (const [a, b] of edges) expect(order.indexOf(a)).toBeLessThan(order.indexOf(b));
      }),
    );
  });
});
