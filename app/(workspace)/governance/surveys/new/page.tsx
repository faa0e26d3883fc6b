import type { Metadata } from "next";
import { RecordForm } from "@/components/governance/record-form";
import { Field, FieldRow } from "@/components/ui/field";
import { DateInput, DecimalInput, Input, Textarea } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { requireMember } from "@/lib/access/session";
import { listEngagementOptions } from "@/lib/engagements/queries";
import { saveNewSurvey } from "@/lib/governance/actions";

export const metadata: Metadata = { title: "Record a survey" };

export default async function NewSurveyPage({ searchParams }: { searchParams: Promise<{ engagement?: string }> }) {
  const member = await requireMember("governance:write");
  const { engagement = "" } = await searchParams;
  const engagements = await listEngagementOptions(member.organizationId);
  return (
    <RecordForm
      title="Record a survey"
      part={{ label: "Satisfaction", href: "/governance/surveys" }}
      action={saveNewSurvey}
      draftKey="survey:new"
      save="Record survey"
    >
      <Field name="engagementId" label="Engagement" required>
        <Select placeholder="Choose…" options={engagements} defaultValue={engagement} />
      </Field>
      <FieldRow columns={3}>
        <Field name="month" label="Month" required>
          <DateInput type="month" />
        </Field>
        <Field name="score" label="Mean answer" required>
          <DecimalInput unit="of 5" />
        </Field>
        <Field name="responses" label="Answers" required>
          <Input inputMode="numeric" />
        </Field>
      </FieldRow>
      <Field name="comment" label="What they said">
        <Textarea />
      </Field>
    </RecordForm>
  );
}
