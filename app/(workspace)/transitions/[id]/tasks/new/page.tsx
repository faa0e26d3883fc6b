import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { TaskFields } from "@/components/transitions/task-fields";
import { ActionForm } from "@/components/ui/action-form";
import { LinkButton } from "@/components/ui/button";
import { PageHeader } from "@/components/ui/page-header";
import { FormLayout, Page } from "@/components/ui/page-layout";
import { FormButtons, SubmitButton } from "@/components/ui/submit-button";
import { requireMember } from "@/lib/access/session";
import { createTask } from "@/lib/transitions/actions";
import { listPeople, listTasks } from "@/lib/transitions/queries";
import { readTransitionOf } from "@/lib/transitions/read";

export const metadata: Metadata = { title: "New task" };

export default async function NewTaskPage({ params }: { params: Promise<{ id: string }> }) {
  const member = await requireMember("transition:write");
  const plan = (await readTransitionOf(member, (await params).id)) ?? notFound();
  const [people, tasks] = await Promise.all([
    listPeople(member.organizationId),
    listTasks(member.organizationId, plan.id),
  ]);
  const base = `/transitions/${plan.id}`;
  return (
    <Page>
      <PageHeader
        crumbs={[
          { label: "Transitions", href: "/transitions" },
          { label: plan.code, href: base },
          { label: "New task" },
        ]}
        title="New task"
        subline={plan.name}
      />
      <FormLayout>
        <ActionForm action={createTask} draftKey={`task:new:${plan.id}`}>
          <input type="hidden" name="planId" value={plan.id} />
          <TaskFields
            people={people}
            others={tasks.map((task) => ({ value: task.id, label: `${task.code} ${task.name}` }))}
            plannedStart={plan.plannedStart}
          />
          <FormButtons>
            <SubmitButton>Add task</SubmitButton>
            <LinkButton variant="quiet" href={base}>
              Cancel
            </LinkButton>
          </FormButtons>
        </ActionForm>
      </FormLayout>
    </Page>
  );
}
