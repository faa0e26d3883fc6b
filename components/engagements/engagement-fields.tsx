import { Field, FieldRow } from "@/components/ui/field";
import { DecimalInput, Input, Textarea } from "@/components/ui/input";
import { type Option, Select } from "@/components/ui/select";
import { type PickedProcess, ProcessPicker } from "./process-picker";

type EngagementFieldsProps = {
  owners: readonly Option[];
  values: {
    name: string;
    summary: string;
    ownerId: string;
    currency: string;
    estimatedYearlyValue: string;
    processes: readonly PickedProcess[];
  };
};

export function EngagementFields({ owners, values }: EngagementFieldsProps) {
  return (
    <>
      <Field name="name" label="Name" required help="As people call it: “Service desk and field support”.">
        <Input defaultValue={values.name} />
      </Field>
      <Field name="summary" label="Summary" help="What is to be handed over, and why now.">
        <Textarea defaultValue={values.summary} />
      </Field>
      <Field name="processIds" label="Processes" group help="The work that this engagement is about.">
        <ProcessPicker initial={values.processes} />
      </Field>
      <Field name="ownerId" label="Owner" required>
        <Select options={owners} defaultValue={values.ownerId} />
      </Field>
      <FieldRow>
        <Field
          name="estimatedYearlyValue"
          label="Estimated charges a year"
          help="Above the approval limit an executive decides."
        >
          <DecimalInput defaultValue={values.estimatedYearlyValue} />
        </Field>
        <Field name="currency" label="Currency" required>
          <Input defaultValue={values.currency} maxLength={3} className="uppercase" />
        </Field>
      </FieldRow>
    </>
  );
}
