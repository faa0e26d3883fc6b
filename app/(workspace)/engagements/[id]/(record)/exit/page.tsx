import { ListChecks } from "lucide-react";
import { notFound } from "next/navigation";
import { ExitItem } from "@/components/engagements/exit-item";
import { ActionForm } from "@/components/ui/action-form";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Progress } from "@/components/ui/progress";
import { SubmitButton } from "@/components/ui/submit-button";
import { may } from "@/lib/access/actor";
import { requireMember } from "@/lib/access/session";
import { addExitItem } from "@/lib/engagements/actions";
import { findEngagementName, listExitChecklist } from "@/lib/engagements/queries";
import { isRecordId } from "@/lib/shared/record-id";

export default async function ExitPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const member = await requireMember("engagement:read");
  const engagement = isRecordId(id) ? await findEngagementName(member.organizationId, id) : null;
  if (!engagement) notFound();
  const items = await listExitChecklist(member.organizationId, id);
  const canWrite = may(member, "engagement:update") && engagement.stage === "exit";
  const decided = items.filter((item) => item.state !== "open").length;
  return (
    <Card>
      <CardHeader
        title="Exit checklist"
        sub="What must be done before the engagement can be closed."
        action={
          items.length > 0 ? (
            <span className="flex w-40 items-center gap-2 text-sm">
              <Progress value={decided} max={items.length} label="Items done or waived" tone="accent" />
              <span className="tabular shrink-0">
                {decided} of {items.length}
              </span>
            </span>
          ) : null
        }
      />
      {items.length === 0 ? (
        <EmptyState icon={<ListChecks aria-hidden />} title={emptyTexts(engagement.stage).title}>
          {emptyTexts(engagement.stage).text}
        </EmptyState>
      ) : (
        items.map((item) => (
          <ExitItem key={`${item.id}:${item.version}`} item={item} canWrite={canWrite} reader={member} />
        ))
      )}
      {canWrite ? (
        <CardBody className="border-line border-t">
          <ActionForm action={addExitItem} clearWhenDone label="Add an item" className="flex flex-wrap items-end gap-3">
            <input type="hidden" name="engagementId" value={id} />
            <Field name="name" label="One more thing to do" required className="min-w-64 flex-1">
              <Input />
            </Field>
            <SubmitButton variant="secondary">Add item</SubmitButton>
          </ActionForm>
        </CardBody>
      ) : null}
    </Card>
  );
}

/** Why there is no checklist, and what leads to one. */
function emptyTexts(stage: string): { title: string; text: string } {
  if (stage === "closed" || stage === "cancelled")
    return { title: "No exit checklist", text: "This engagement ended without one: nothing had been handed over." };
  if (stage === "operate")
    return {
      title: "The work is running",
      text: "Once it is decided to end it, pass the gate to Exit: what has to be returned, revoked and handed over is then listed here.",
    };
  return {
    title: "Nothing has been handed over yet",
    text: "What has to be returned, revoked and handed over is listed here once the engagement enters Exit.",
  };
}
