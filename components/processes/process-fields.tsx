import { Checkbox } from "@/components/ui/choice";
import { Field, FieldRow, FieldSet } from "@/components/ui/field";
import { DecimalInput, Input, Textarea } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { categoryLabels, dataCategoryLabels, functionLabels, gradeLabels } from "@/lib/processes/labels";
import type { ProcessView } from "@/lib/processes/schema";
import { toOptions } from "@/lib/shared/options";
import { BaselineFields } from "./baseline-fields";
import { ProcessPicker } from "./process-picker";

type ProcessFieldsProps = {
  /** Left out for a new one. */
  process?: ProcessView;
  parentCode?: string;
  owners: readonly { id: string; name: string }[];
  units: readonly string[];
  currency: string;
};

/** All that is known about a process, in the order in which one would tell it. */
export function ProcessFields({ process, parentCode, owners, units, currency }: ProcessFieldsProps) {
  return (
    <>
      <FieldSet legend="What it is">
        <Field name="name" label="Name" required>
          <Input defaultValue={process?.name} maxLength={200} />
        </Field>
        <FieldRow>
          <Field
            name="code"
            label="Code"
            required={process !== undefined}
            help={process ? "Files are matched by it." : "Left empty: the next PRC number."}
          >
            <Input defaultValue={process?.code} maxLength={40} />
          </Field>
          <Field name="parentCode" label="Part of" help="Code of the process that this is an activity of.">
            <ProcessPicker defaultValue={process?.parent?.code ?? parentCode} placeholder="Type a code or a name" />
          </Field>
          <Field name="function" label="Function" required>
            <Select options={toOptions(functionLabels)} defaultValue={process?.function} placeholder="Choose…" />
          </Field>
          <Field name="category" label="Category" required>
            <Select options={toOptions(categoryLabels)} defaultValue={process?.category} placeholder="Choose…" />
          </Field>
        </FieldRow>
        <Field name="description" label="Description">
          <Textarea defaultValue={process?.description} maxLength={5000} />
        </Field>
      </FieldSet>
      <FieldSet legend="Who">
        <FieldRow>
          <Field name="businessUnit" label="Business unit">
            <Input defaultValue={process?.businessUnit} list="business-units" maxLength={120} />
          </Field>
          <Field name="ownerId" label="Owner" help="Who answers for the work.">
            <Select
              options={owners.map((owner) => ({ value: owner.id, label: owner.name }))}
              defaultValue={process?.owner?.id ?? ""}
              placeholder="Nobody yet"
            />
          </Field>
        </FieldRow>
        <datalist id="business-units">
          {units.map((unit) => (
            <option key={unit} value={unit} />
          ))}
        </datalist>
      </FieldSet>
      <FieldSet legend="How much">
        <FieldRow>
          <Field name="volumePerMonth" label="Volume per month">
            <DecimalInput defaultValue={process?.volumePerMonth ?? ""} />
          </Field>
          <Field name="volumeUnit" label="Unit of the volume" help="Invoices, calls, tickets…">
            <Input defaultValue={process?.volumeUnit} maxLength={40} />
          </Field>
          <Field name="fullTimeEquivalents" label="Full-time equivalents">
            <DecimalInput defaultValue={process?.fullTimeEquivalents ?? ""} unit="FTE" />
          </Field>
          <Field name="costPerYear" label="Cost per year">
            <DecimalInput defaultValue={process?.costPerYear ?? ""} unit={currency} />
          </Field>
        </FieldRow>
      </FieldSet>
      <FieldSet legend="What kind of work">
        <div className="grid gap-2">
          <input type="hidden" name="isCore" value="false" />
          <Checkbox
            name="isCore"
            value="true"
            label="Core"
            help="It sets us apart from our competitors."
            defaultChecked={process?.isCore}
          />
          <input type="hidden" name="isCritical" value="false" />
          <Checkbox
            name="isCritical"
            value="true"
            label="Critical"
            help="The business stops without it."
            defaultChecked={process?.isCritical}
          />
        </div>
        <FieldRow>
          <Field name="complexity" label="Complexity">
            <Select
              options={toOptions(gradeLabels)}
              defaultValue={String(process?.complexity ?? "")}
              placeholder="Not known"
            />
          </Field>
          <Field name="documentation" label="Documentation" help="How well the work is written down.">
            <Select
              options={toOptions(gradeLabels)}
              defaultValue={String(process?.documentation ?? "")}
              placeholder="Not known"
            />
          </Field>
        </FieldRow>
        <Field name="skills" label="Skills needed" help="With commas between them.">
          <Input defaultValue={process?.skills.join(", ")} />
        </Field>
        <Field name="systems" label="Systems" help="With commas between them.">
          <Input defaultValue={process?.systems.join(", ")} />
        </Field>
        <Field name="dataCategories" label="Data" group>
          <div className="flex flex-wrap gap-x-5 gap-y-1">
            {toOptions(dataCategoryLabels).map((option) => (
              <Checkbox
                key={option.value}
                name="dataCategories[]"
                value={option.value}
                label={option.label}
                defaultChecked={process?.dataCategories.some((category) => category === option.value)}
              />
            ))}
          </div>
        </Field>
        <Field name="regulations" label="Regulations" help="With commas between them.">
          <Input defaultValue={process?.regulations.join(", ")} />
        </Field>
      </FieldSet>
      <FieldSet legend="Figures of today" help="What a provider's results will be compared with.">
        <BaselineFields figures={process?.baseline ?? []} />
      </FieldSet>
    </>
  );
}
