import { Checkbox } from "@/components/ui/choice";
import { Field, FieldRow } from "@/components/ui/field";
import { DateInput, Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { CONTRACT_TYPE, contractOptions, DATA_TERM, DATA_TERMS } from "@/lib/contracts/labels";

type Props = {
  values: {
    title?: string;
    type?: string;
    currency: string;
    timeZone: string;
    startDate?: string | null;
    dataProtectionTerms?: readonly string[];
  };
};

/** What only the contract itself states. */
export function HeadFields({ values }: Props) {
  return (
    <>
      <Field name="title" label="Title" required>
        <Input defaultValue={values.title} />
      </Field>
      <FieldRow columns={2}>
        <Field name="type" label="Type" required>
          <Select options={contractOptions(CONTRACT_TYPE)} placeholder="Choose…" defaultValue={values.type ?? ""} />
        </Field>
        <Field name="startDate" label="First day">
          <DateInput defaultValue={values.startDate ?? undefined} />
        </Field>
        <Field name="currency" label="Currency" help="Such as EUR." required>
          <Input defaultValue={values.currency} maxLength={3} />
        </Field>
        <Field name="timeZone" label="Time zone" help="Months and days are counted there." required>
          <Input defaultValue={values.timeZone} />
        </Field>
      </FieldRow>
      <DataProtectionField terms={values.dataProtectionTerms ?? []} />
    </>
  );
}

/** What is agreed about personal data; `changes.` stands before its name in an amendment. */
export function DataProtectionField({ terms, prefix = "" }: { terms: readonly string[]; prefix?: string }) {
  const name = `${prefix}dataProtectionTerms[]`;
  return (
    <Field name={name} label="Data protection" group>
      <div className="grid gap-1.5">
        {DATA_TERMS.map((term) => (
          <Checkbox key={term} name={name} value={term} label={DATA_TERM[term]} defaultChecked={terms.includes(term)} />
        ))}
      </div>
    </Field>
  );
}
