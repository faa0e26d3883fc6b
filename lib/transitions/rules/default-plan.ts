import type { Workstream } from "../labels";

/** A task by days from the start of the plan: `from` to `to`, both worked; `after`: the keys it waits for. */
export type TemplateTask = {
  key: string;
  workstream: Workstream;
  name: string;
  /** Shares of the time from the start of the plan to go-live, 0 to 1; more than 1 lies after go-live. */
  from: number;
  to: number;
  isMilestone?: boolean;
  after?: readonly string[];
};

const TASKS: readonly TemplateTask[] = [
  { key: "kickoff", workstream: "governance", name: "Kick-off with both sides", from: 0, to: 0.02 },
  {
    key: "inventory",
    workstream: "documentation",
    name: "List procedures, exceptions and volumes",
    from: 0.03,
    to: 0.14,
    after: ["kickoff"],
  },
  {
    key: "manuals",
    workstream: "documentation",
    name: "Write and accept the work instructions",
    from: 0.15,
    to: 0.34,
    after: ["inventory"],
  },
  {
    key: "staff",
    workstream: "peopleAndChange",
    name: "Vendor's team is named and vetted",
    from: 0.03,
    to: 0.2,
    after: ["kickoff"],
  },
  {
    key: "tell",
    workstream: "peopleAndChange",
    name: "Tell our own people and the works council",
    from: 0.05,
    to: 0.2,
    after: ["kickoff"],
  },
  {
    key: "access",
    workstream: "infrastructureAndAccess",
    name: "Network, workplaces and access rights",
    from: 0.15,
    to: 0.36,
    after: ["staff"],
  },
  {
    key: "interfaces",
    workstream: "integrationAndTesting",
    name: "Build the interfaces and test data",
    from: 0.15,
    to: 0.45,
    after: ["inventory"],
  },
  {
    key: "teach",
    workstream: "trainingAndKnowledge",
    name: "Teach the vendor's team",
    from: 0.37,
    to: 0.55,
    after: ["manuals", "access"],
  },
  {
    key: "teachBack",
    workstream: "trainingAndKnowledge",
    name: "Taught back and shadowed",
    from: 0.56,
    to: 0.68,
    after: ["teach"],
  },
  {
    key: "endToEnd",
    workstream: "integrationAndTesting",
    name: "End-to-end test with real cases",
    from: 0.46,
    to: 0.62,
    after: ["interfaces", "access"],
  },
  {
    key: "parallel",
    workstream: "integrationAndTesting",
    name: "Parallel run",
    from: 0.69,
    to: 0.92,
    after: ["teachBack", "endToEnd"],
  },
  {
    key: "reporting",
    workstream: "governance",
    name: "Service-level reporting works",
    from: 0.69,
    to: 0.85,
    after: ["interfaces"],
  },
  {
    key: "decision",
    workstream: "governance",
    name: "Go/no-go meeting",
    from: 0.95,
    to: 0.95,
    isMilestone: true,
    after: ["parallel", "reporting", "tell"],
  },
  { key: "live", workstream: "governance", name: "Go-live", from: 1, to: 1, isMilestone: true, after: ["decision"] },
  {
    key: "hypercare",
    workstream: "governance",
    name: "Hypercare: daily review",
    from: 1.01,
    to: 1.25,
    after: ["live"],
  },
];

/** What a go/no-go meeting asks first; people add their own. */
export const DEFAULT_CRITERIA: readonly string[] = [
  "Work instructions are accepted by us",
  "Every knowledge item is done alone by the vendor's team",
  "Parallel run reached the agreed quality on five days in a row",
  "Access rights are granted, and checked by information security",
  "Service-level reporting has run for a test month",
  "A way back is written down and tested",
  "Business users know whom to call from the first day",
];

export type DefaultTask = {
  key: string;
  code: string;
  workstream: Workstream;
  name: string;
  plannedStart: string;
  plannedEnd: string;
  isMilestone: boolean;
  after: readonly string[];
};

function later(a: string, b: string): string {
  return a > b ? a : b;
}

/** The usual plan, stretched between the start and go-live. */
export function layOutDefaultPlan(plannedStart: string, plannedGoLive: string): DefaultTask[] {
  const start = Temporal.PlainDate.from(plannedStart);
  const days = start.until(Temporal.PlainDate.from(plannedGoLive), { largestUnit: "day" }).days;
  const dayAt = (share: number) => start.add({ days: Math.round(days * share) }).toString();
  const ends = new Map<string, string>();
  return TASKS.map((task, index) => {
    const isMilestone = task.isMilestone ?? false;
    const waits = (task.after ?? [])
      .map((key) => ends.get(key) ?? plannedStart)
      .sort()
      .at(-1);
    // Rounding to days must not let a task begin before what it waits for has ended; a milestone may fall on that day.
    const ready =
      waits === undefined || isMilestone ? waits : Temporal.PlainDate.from(waits).add({ days: 1 }).toString();
    const begin = ready === undefined ? dayAt(task.from) : later(dayAt(task.from), ready);
    const end = later(dayAt(task.to), begin);
    ends.set(task.key, end);
    return {
      key: task.key,
      code: `T-${String(index + 1).padStart(2, "0")}`,
      workstream: task.workstream,
      name: task.name,
      plannedStart: isMilestone ? end : begin,
      plannedEnd: end,
      isMilestone,
      after: task.after ?? [],
    };
  });
}
