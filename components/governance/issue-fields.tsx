import { Field, FieldRow } from "@/components/ui/field";
import { Input, Textarea } from "@/components/ui/input";
import { type Option, Select } from "@/components/ui/select";
import { issueStateLabels, severityLabels } from "@/lib/governance/labels";
import { toOptions } from "@/lib/shared/options";

type IssueFieldsProps = {
  values: {
    engagementId: string;
    title: string;
    description: string;
    severity: string;
    state: string;
    ownerId: string;
    rootCause: string;
    correctiveAction: string;
  };
  engagements: readonly Option[];
  owners: readonly Option[];
};

export function IssueFields({ values, engagements, owners }: IssueFieldsProps) {
  return (
    <>
      <Field name="title" label="What is wrong" required>
        <Input defaultValue={values.title} />
      </Field>
      <Field name="engagementId" label="Engagement" required>
        <Select placeholder="Choose…" options={engagements} defaultValue={values.engagementId} />
      </Field>
      <FieldRow columns={3}>
        <Field name="severity" label="Severity" required>
          <Select options={toOptions(severityLabels)} defaultValue={values.severity} />
        </Field>
        <Field name="state" label="State" required>
          <Select options={toOptions(issueStateLabels)} defaultValue={values.state} />
        </Field>
        <Field name="ownerId" label="Owner">
          <Select placeholder="Nobody yet" options={owners} defaultValue={values.ownerId} />
        </Field>
      </FieldRow>
      <Field name="description" label="Description">
        <Textarea defaultValue={values.description} />
      </Field>
      <Field name="rootCause" label="Root cause" help="Needed before an issue is closed.">
        <Textarea rows={2} defaultValue={values.rootCause} />
      </Field>
      <Field name="correctiveAction" label="Corrective action" help="Needed before an issue is closed.">
        <Textarea rows={2} defaultValue={values.correctiveAction} />
      </Field>
    </>
  );
}
