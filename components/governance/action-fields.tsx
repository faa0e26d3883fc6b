import { Field, FieldRow } from "@/components/ui/field";
import { DateInput, Input, Textarea } from "@/components/ui/input";
import { type Option, Select } from "@/components/ui/select";
import { actionStateLabels } from "@/lib/governance/labels";
import { toOptions } from "@/lib/shared/options";

type ActionFieldsProps = {
  values: {
    engagementId: string;
    title: string;
    description: string;
    ownerId: string;
    vendorOwner: string;
    dueDate: string;
    state: string;
  };
  engagements: readonly Option[];
  owners: readonly Option[];
};

export function ActionFields({ values, engagements, owners }: ActionFieldsProps) {
  return (
    <>
      <Field name="title" label="What is to be done" required>
        <Input defaultValue={values.title} />
      </Field>
      <Field name="engagementId" label="Engagement" required>
        <Select placeholder="Choose…" options={engagements} defaultValue={values.engagementId} />
      </Field>
      <FieldRow>
        <Field name="ownerId" label="Owner on our side">
          <Select placeholder="Nobody" options={owners} defaultValue={values.ownerId} />
        </Field>
        <Field name="vendorOwner" label="Owner at the vendor">
          <Input defaultValue={values.vendorOwner} />
        </Field>
        <Field name="dueDate" label="Due" required>
          <DateInput defaultValue={values.dueDate} />
        </Field>
        <Field name="state" label="State" required>
          <Select options={toOptions(actionStateLabels)} defaultValue={values.state} />
        </Field>
      </FieldRow>
      <Field name="description" label="Details">
        <Textarea defaultValue={values.description} />
      </Field>
    </>
  );
}
