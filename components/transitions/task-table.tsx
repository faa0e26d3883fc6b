import { Plus } from "lucide-react";
import { LinkButton } from "@/components/ui/button";
import { Card, CardHeader } from "@/components/ui/card";
import { DataTable } from "@/components/ui/data-table";
import { DateText } from "@/components/ui/date-text";
import { EmptyState } from "@/components/ui/empty-state";
import { Progress } from "@/components/ui/progress";
import { Badge, Status } from "@/components/ui/status";
import { QuietLink } from "@/components/ui/text-link";
import type { Reader } from "@/lib/shared/format";
import { TASK_STATE } from "@/lib/transitions/labels";
import type { TaskRecord } from "@/lib/transitions/queries";
import type { Schedule } from "@/lib/transitions/rules/critical-path";

type Props = {
  base: string;
  exportHref: string;
  tasks: readonly TaskRecord[];
  schedule: Schedule | null;
  today: string;
  reader: Reader;
  mayWrite: boolean;
};

/** The same plan as a table: what the chart shows, readable without it. */
export function TaskTable({ base, exportHref, tasks, schedule, today, reader, mayWrite }: Props) {
  const scheduled = new Map(schedule?.tasks.map((task) => [task.id, task]));
  const codes = new Map(tasks.map((task) => [task.id, task.code]));
  const add = mayWrite ? (
    <LinkButton href={`${base}/tasks/new`} size="sm" icon={<Plus aria-hidden />}>
      Add task
    </LinkButton>
  ) : null;
  return (
    <Card>
      <CardHeader
        title="Tasks"
        action={
          <>
            <QuietLink href={exportHref}>CSV</QuietLink>
            {add}
          </>
        }
      />
      <DataTable
        caption="Tasks of the transition"
        rows={tasks}
        rowKey={(task) => task.id}
        rowHref={(task) => `${base}/tasks/${task.id}`}
        empty={
          <EmptyState title="No task yet" action={add}>
            Tasks of both sides, with what each waits for, make the plan and its critical path.
          </EmptyState>
        }
        columns={[
          { key: "name", header: "Task", cell: (task) => `${task.code} ${task.name}` },
          {
            key: "state",
            header: "State",
            cell: (task) => {
              const isLate = task.state !== "done" && task.plannedEnd < today;
              if (isLate) return <Status tone="bad">Overdue</Status>;
              return <Status tone={TASK_STATE[task.state].tone}>{TASK_STATE[task.state].label}</Status>;
            },
          },
          {
            key: "progress",
            header: "Progress",
            cell: (task) => <Progress value={task.progress} label={`Progress of ${task.name}`} className="w-20" />,
          },
          {
            key: "planned",
            header: "Planned",
            nowrap: true,
            cell: (task) => (
              <Span from={task.plannedStart} to={task.plannedEnd} isDay={task.isMilestone} reader={reader} />
            ),
          },
          {
            key: "now",
            header: "Now",
            nowrap: true,
            cell: (task) => {
              const now = scheduled.get(task.id);
              return now ? (
                <Span from={now.earliestStart} to={now.earliestEnd} isDay={task.isMilestone} reader={reader} />
              ) : null;
            },
          },
          {
            key: "float",
            header: "Float",
            cell: (task) => {
              const now = scheduled.get(task.id);
              if (!now || task.state === "done") return null;
              return now.isCritical ? <Badge tone="bad">critical</Badge> : `${now.floatDays} days`;
            },
          },
          {
            key: "after",
            header: "Waits for",
            cell: (task) => task.predecessors.map(({ id }) => codes.get(id)).join(", "),
          },
          {
            key: "owners",
            header: "Owners",
            cell: (task) => [task.clientOwnerName, task.vendorOwner].filter(Boolean).join(" · "),
          },
        ]}
      />
    </Card>
  );
}

function Span({ from, to, isDay, reader }: { from: string; to: string; isDay: boolean; reader: Reader }) {
  if (isDay || from === to) return <DateText day={to} reader={reader} />;
  return (
    <>
      <DateText day={from} reader={reader} /> – <DateText day={to} reader={reader} />
    </>
  );
}
