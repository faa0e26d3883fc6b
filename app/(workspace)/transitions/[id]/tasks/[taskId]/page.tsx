import { Trash2 } from "lucide-react";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { TaskFacts } from "@/components/transitions/task-facts";
import { TaskFields } from "@/components/transitions/task-fields";
import { ActionButton } from "@/components/ui/action-button";
import { ActionForm } from "@/components/ui/action-form";
import { LinkButton } from "@/components/ui/button";
import { PageHeader } from "@/components/ui/page-header";
import { FormLayout, Page } from "@/components/ui/page-layout";
import { Status } from "@/components/ui/status";
import { FormButtons, SubmitButton } from "@/components/ui/submit-button";
import { may } from "@/lib/access/actor";
import { requireMember } from "@/lib/access/session";
import { deleteTask, saveTask } from "@/lib/transitions/actions";
import { TASK_STATE, WORKSTREAM } from "@/lib/transitions/labels";
import { listPeople, listTasks } from "@/lib/transitions/queries";
import { readTransitionOf } from "@/lib/transitions/read";

export const metadata: Metadata = { title: "Task" };

type Props = { params: Promise<{ id: string; taskId: string }> };

export default async function TaskPage({ params }: Props) {
  const member = await requireMember("transition:read");
  const { id, taskId } = await params;
  const plan = (await readTransitionOf(member, id)) ?? notFound();
  const [people, tasks] = await Promise.all([
    listPeople(member.organizationId),
    listTasks(member.organizationId, plan.id),
  ]);
  const task = tasks.find((each) => each.id === taskId) ?? notFound();
  const base = `/transitions/${plan.id}`;
  const mayWrite = may(member, "transition:write") && plan.stage !== "closed";
  const others = tasks.filter((each) => each.id !== task.id);
  const state = TASK_STATE[task.state];
  return (
    <Page>
      <PageHeader
        crumbs={[
          { label: "Transitions", href: "/transitions" },
          { label: plan.code, href: base },
          { label: task.code },
        ]}
        title={task.name}
        status={<Status tone={state.tone}>{state.label}</Status>}
        subline={`${task.code} · ${WORKSTREAM[task.workstream]}`}
        actions={
          mayWrite && !task.actualStart ? (
            <ActionButton
              action={deleteTask}
              fields={{ id: task.id, version: task.version }}
              variant="danger"
              icon={<Trash2 aria-hidden />}
              confirm={{
                title: `Remove ${task.name}?`,
                body: <p>What waits for it no longer does.</p>,
                label: "Remove task",
              }}
            >
              Remove
            </ActionButton>
          ) : null
        }
      />
      <FormLayout>
        {mayWrite ? (
          <ActionForm action={saveTask} draftKey={`task:${task.id}`}>
            <input type="hidden" name="id" value={task.id} />
            <input type="hidden" name="version" value={task.version} />
            <TaskFields
              task={task}
              people={people}
              others={others.map((each) => ({ value: each.id, label: `${each.code} ${each.name}` }))}
              plannedStart={plan.plannedStart}
            />
            <FormButtons>
              <SubmitButton>Save task</SubmitButton>
              <LinkButton variant="quiet" href={base}>
                Back to the plan
              </LinkButton>
            </FormButtons>
          </ActionForm>
        ) : (
          <TaskFacts task={task} others={others} reader={member} />
        )}
      </FormLayout>
    </Page>
  );
}
