import { Field, FieldRow } from "@/components/ui/field";
import { DateInput, DecimalInput, Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { directionLabels, objectiveLabels } from "@/lib/engagements/labels";
import type { ObjectiveRecord } from "@/lib/engagements/queries";
import { toOptions } from "@/lib/shared/options";

type ObjectiveFieldsProps = { prefix?: string; objective?: ObjectiveRecord; hasResult?: boolean };

/** What is to be reached and how it is measured. `prefix` nests the fields in a list of objectives. */
export function ObjectiveFields({ prefix = "", objective, hasResult = false }: ObjectiveFieldsProps) {
  return (
    <>
      <FieldRow>
        <Field name={`${prefix}kind`} label="Objective" required>
          <Select placeholder="Choose…" options={toOptions(objectiveLabels)} defaultValue={objective?.kind ?? ""} />
        </Field>
        <Field name={`${prefix}name`} label="What is measured" required>
          <Input defaultValue={objective?.name ?? ""} placeholder="Cost per invoice" />
        </Field>
      </FieldRow>
      <FieldRow columns={4}>
        <Field name={`${prefix}unit`} label="Unit" required>
          <Input defaultValue={objective?.unit ?? ""} placeholder="EUR, %, days" />
        </Field>
        <Field name={`${prefix}direction`} label="Direction" required>
          <Select options={toOptions(directionLabels)} defaultValue={objective?.direction ?? "higher"} />
        </Field>
        <Field name={`${prefix}baseline`} label="Today">
          <DecimalInput defaultValue={objective?.baseline ?? ""} />
        </Field>
        <Field name={`${prefix}target`} label="Target" required>
          <DecimalInput defaultValue={objective?.target ?? ""} />
        </Field>
      </FieldRow>
      <FieldRow columns={3}>
        <Field name={`${prefix}dueDate`} label="To be reached by">
          <DateInput defaultValue={objective?.dueDate ?? ""} />
        </Field>
        {hasResult ? (
          <>
            <Field name="realised" label="Realised">
              <DecimalInput defaultValue={objective?.realised ?? ""} />
            </Field>
            <Field name="realisedOn" label="Measured on">
              <DateInput defaultValue={objective?.realisedOn ?? ""} />
            </Field>
          </>
        ) : null}
      </FieldRow>
    </>
  );
}
