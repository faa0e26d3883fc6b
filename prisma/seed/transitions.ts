import { db } from "@/lib/server/database";
import { advanceTransition, createTransition } from "@/lib/transitions/mutations/plans";
import { createTransitionSchema } from "@/lib/transitions/schema";
import { daysAgo, idOf, memberOf, must, type Sample } from "./context";

type Plan = {
  engagement: string;
  name: string;
  owner: string;
  startedDaysAgo: number;
  goLiveInDays: number;
  moves: number;
  doneShare: number;
};

const plans: Plan[] = [
  {
    engagement: "payroll",
    name: "Payroll, wave 1: three countries",
    owner: "nadia",
    startedDaysAgo: 62,
    goLiveInDays: 40,
    moves: 2,
    doneShare: 0.62,
  },
  {
    engagement: "freight",
    name: "Freight and customs hand-over",
    owner: "oskar",
    startedDaysAgo: 21,
    goLiveInDays: 75,
    moves: 1,
    doneShare: 0.2,
  },
];

export async function seedTransitions(sample: Sample): Promise<void> {
  for (const plan of plans) {
    const actor = memberOf(sample, plan.owner);
    const made = must(
      await createTransition(
        actor,
        createTransitionSchema.parse({
          engagementId: idOf(sample.engagements, plan.engagement),
          name: plan.name,
          plannedStart: daysAgo(sample, plan.startedDaysAgo),
          plannedGoLive: daysAgo(sample, -plan.goLiveInDays),
          contractId: null,
          useTemplate: true,
        }),
      ),
    );
    for (let move = 0; move < plan.moves; move += 1) {
      const { version } = await db.transitionPlan.findUniqueOrThrow({
        where: { id: made.id },
        select: { version: true },
      });
      must(await advanceTransition(actor, made.id, version));
    }
    await finishTasks(sample, made.id, plan.doneShare);
  }
}

/** The earlier tasks are done, one of them late; the next ones have begun. Their actual days lie in the past. */
async function finishTasks(sample: Sample, planId: string, share: number): Promise<void> {
  const tasks = await db.transitionTask.findMany({
    where: { planId },
    orderBy: [{ plannedEnd: "asc" }, { position: "asc" }],
    select: { id: true, plannedStart: true, plannedEnd: true },
  });
  const done = Math.floor(tasks.length * share);
  const today = new Date(`${sample.today.toString()}T00:00:00Z`);
  for (const [index, task] of tasks.entries()) {
    if (index < done) {
      const late = index % 4 === 3 ? 4 : 0;
      const actualEnd = new Date(Math.min(task.plannedEnd.getTime() + late * 86_400_000, today.getTime()));
      await db.transitionTask.update({
        where: { id: task.id },
        data: { state: "done", progress: 100, actualStart: task.plannedStart, actualEnd },
      });
    } else if (index < done + 2 && task.plannedStart <= today) {
      await db.transitionTask.update({
        where: { id: task.id },
        data: { state: "started", progress: 40, actualStart: task.plannedStart },
      });
    }
  }
}
