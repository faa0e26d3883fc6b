import { Field, FieldRow } from "@/components/ui/field";
import { DateInput, Textarea } from "@/components/ui/input";
import { type Option, Select } from "@/components/ui/select";

type Mitigation = { description: string; dueDate: string | null; doneOn: string | null; ownerId: string | null };

export function MitigationFields({ mitigation, owners }: { mitigation?: Mitigation; owners: readonly Option[] }) {
  return (
    <>
      <Field name="description" label="What is done about it" required>
        <Textarea rows={2} defaultValue={mitigation?.description ?? ""} />
      </Field>
      <FieldRow columns={3}>
        <Field name="ownerId" label="Owner">
          <Select placeholder="Nobody yet" options={owners} defaultValue={mitigation?.ownerId ?? ""} />
        </Field>
        <Field name="dueDate" label="Due">
          <DateInput defaultValue={mitigation?.dueDate ?? ""} />
        </Field>
        <Field name="doneOn" label="Done on">
          <DateInput defaultValue={mitigation?.doneOn ?? ""} />
        </Field>
      </FieldRow>
    </>
  );
}
