import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { GanttChart, GanttLegend } from "@/components/transitions/gantt-chart";
import { TaskTable } from "@/components/transitions/task-table";
import { TransitionFrame } from "@/components/transitions/transition-frame";
import { Card, CardFooter, CardHeader } from "@/components/ui/card";
import { StatStrip } from "@/components/ui/stat-strip";
import { may } from "@/lib/access/actor";
import { requireMember } from "@/lib/access/session";
import { formatDate } from "@/lib/shared/format";
import { listCriteria, listKnowledge, listTasks } from "@/lib/transitions/queries";
import { readTransitionOf } from "@/lib/transitions/read";
import { countDaysLate } from "@/lib/transitions/rules/delay";
import { layOutGantt } from "@/lib/transitions/rules/gantt";
import { measureTransfer } from "@/lib/transitions/rules/knowledge";
import { findGoLiveForecast, scheduleTasks } from "@/lib/transitions/schedule";

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const member = await requireMember("transition:read");
  const plan = await readTransitionOf(member, (await params).id);
  return { title: plan?.name ?? "Transition" };
}

export default async function TransitionPage({ params }: Props) {
  const member = await requireMember("transition:read");
  const plan = (await readTransitionOf(member, (await params).id)) ?? notFound();
  const [tasks, knowledge, criteria] = await Promise.all([
    listTasks(member.organizationId, plan.id),
    listKnowledge(member.organizationId, plan.id),
    listCriteria(member.organizationId, plan.id),
  ]);
  const schedule = scheduleTasks(tasks, plan.today);
  const gantt = layOutGantt(tasks, schedule?.tasks ?? [], [plan.today, plan.plannedGoLive]);
  const forecast = findGoLiveForecast(tasks, schedule);
  const late = countDaysLate(plan, forecast);
  const base = `/transitions/${plan.id}`;
  const overdue = tasks.filter((task) => task.state !== "done" && task.plannedEnd < plan.today).length;
  const done = tasks.filter((task) => task.state === "done").length;
  const judged = criteria.filter((criterion) => criterion.state !== "open").length;
  const mayWrite = may(member, "transition:write") && plan.stage !== "closed";
  return (
    <TransitionFrame plan={plan} member={member} tab="">
      <StatStrip
        stats={[
          {
            label: plan.actualGoLive ? "Went live" : "Go-live as it stands",
            value: formatDate(plan.actualGoLive ?? forecast ?? plan.plannedGoLive, member),
            sub: late > 0 ? `${late} days later than planned` : `planned ${formatDate(plan.plannedGoLive, member)}`,
            ...(late > 0 ? { tone: "bad" as const } : {}),
          },
          {
            label: "Tasks done",
            value: String(done),
            unit: `of ${tasks.length}`,
            sub: overdue > 0 ? `${overdue} overdue` : "none overdue",
            ...(overdue > 0 ? { tone: "bad" as const } : {}),
          },
          {
            label: "Knowledge transferred",
            value: `${measureTransfer(knowledge.map((item) => item.knowledgeSignatures))} %`,
            sub: `${knowledge.length} ${knowledge.length === 1 ? "item" : "items"}, signed by both sides`,
            href: `${base}/knowledge`,
          },
          {
            label: "Go/no-go criteria",
            value: String(judged),
            unit: `of ${criteria.length}`,
            sub: "met or waived",
            href: `${base}/go-no-go`,
          },
        ]}
      />
      {gantt ? (
        <Card>
          <CardHeader title="Plan" sub="Planned above, as it stands today below. Choose a bar to open its task." />
          <GanttChart
            gantt={gantt}
            tasks={tasks}
            base={base}
            today={plan.today}
            goLive={plan.plannedGoLive}
            reader={member}
          />
          <CardFooter>
            <GanttLegend />
          </CardFooter>
        </Card>
      ) : null}
      <TaskTable
        base={base}
        exportHref={`/export/transition-tasks?plan=${plan.id}`}
        tasks={tasks}
        schedule={schedule}
        today={plan.today}
        reader={member}
        mayWrite={mayWrite}
      />
    </TransitionFrame>
  );
}
