import { Field, FieldRow } from "@/components/ui/field";
import { DecimalInput, Input, Textarea } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { conventionLabels } from "@/lib/business-cases/labels";
import { toOptions } from "@/lib/shared/options";

type SettingsFieldsProps = {
  values: {
    currency: string;
    discountRate: string;
    convention: string;
    taxRate: string;
    firstYear: string;
    years: string;
    assumptions: string;
  };
};

export function SettingsFields({ values }: SettingsFieldsProps) {
  return (
    <>
      <FieldRow columns={3}>
        <Field name="firstYear" label="First year" required help="Figures stay at their calendar year.">
          <Input inputMode="numeric" defaultValue={values.firstYear} />
        </Field>
        <Field name="years" label="Years" required>
          <Input inputMode="numeric" defaultValue={values.years} />
        </Field>
        <Field name="currency" label="Currency" required>
          <Input defaultValue={values.currency} maxLength={3} />
        </Field>
      </FieldRow>
      <FieldRow columns={3}>
        <Field name="discountRate" label="Discount rate a year" required>
          <DecimalInput unit="%" defaultValue={values.discountRate} />
        </Field>
        <Field name="convention" label="Discounting" required>
          <Select options={toOptions(conventionLabels)} defaultValue={values.convention} />
        </Field>
        <Field name="taxRate" label="Tax on savings" help="Empty: figures before tax.">
          <DecimalInput unit="%" defaultValue={values.taxRate} />
        </Field>
      </FieldRow>
      <Field name="assumptions" label="Assumptions" help="What the figures rest on: volumes, salaries, exchange rates.">
        <Textarea defaultValue={values.assumptions} />
      </Field>
    </>
  );
}
