import { Checkbox } from "@/components/ui/choice";
import { Field, FieldRow } from "@/components/ui/field";
import { DecimalInput, Input, Textarea } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { DIRECTION_LABEL, RACI_HELP, REQUIREMENT_KIND, REQUIREMENT_PRIORITY } from "@/lib/sourcing/scope/labels";
import type {
  DeliverableView,
  ProposedLevelView,
  RequirementView,
  ResponsibilityView,
} from "@/lib/sourcing/scope/schema";
import { optionsOf } from "@/lib/vendors/labels";

export type ProcessOption = { id: string; code: string; name: string };

function processOptions(processes: readonly ProcessOption[]) {
  return processes.map((process) => ({ value: process.id, label: `${process.code} ${process.name}` }));
}

type RequirementProps = {
  requirement?: RequirementView;
  processes: readonly ProcessOption[];
  sections: readonly string[];
};

export function RequirementFields({ requirement, processes, sections }: RequirementProps) {
  const listId = `sections-${requirement?.id ?? "new"}`;
  return (
    <>
      <Field name="section" label="Section" help="An existing one, or a new name." required>
        <Input defaultValue={requirement?.section ?? sections.at(-1)} list={listId} autoComplete="off" />
      </Field>
      <datalist id={listId}>
        {sections.map((section) => (
          <option key={section} value={section} />
        ))}
      </datalist>
      <Field name="title" label="Requirement" required>
        <Textarea rows={2} defaultValue={requirement?.title} />
      </Field>
      <Field name="description" label="Description">
        <Textarea rows={3} defaultValue={requirement?.description} />
      </Field>
      <FieldRow columns={3}>
        <Field name="kind" label="Kind" required>
          <Select options={optionsOf(REQUIREMENT_KIND)} placeholder="Choose…" defaultValue={requirement?.kind ?? ""} />
        </Field>
        <Field name="priority" label="Priority" help="Needed before the gate.">
          <Select
            options={optionsOf(REQUIREMENT_PRIORITY)}
            placeholder="Not set yet"
            defaultValue={requirement?.priority ?? ""}
          />
        </Field>
        <Field name="processId" label="Process">
          <Select
            options={processOptions(processes)}
            placeholder="All of them"
            defaultValue={requirement?.process?.id ?? ""}
          />
        </Field>
      </FieldRow>
    </>
  );
}

export function DeliverableFields({ deliverable }: { deliverable?: DeliverableView }) {
  return (
    <>
      <Field name="name" label="Deliverable" required>
        <Input defaultValue={deliverable?.name} />
      </Field>
      <Field name="description" label="Description">
        <Textarea rows={3} defaultValue={deliverable?.description} />
      </Field>
    </>
  );
}

export function ResponsibilityFields({ responsibility }: { responsibility?: ResponsibilityView }) {
  return (
    <>
      <Field name="activity" label="Activity" required>
        <Input defaultValue={responsibility?.activity} />
      </Field>
      <FieldRow>
        <Field name="client" label="Client" help={RACI_HELP}>
          <Input defaultValue={responsibility?.client} />
        </Field>
        <Field name="vendor" label="Vendor">
          <Input defaultValue={responsibility?.vendor} />
        </Field>
      </FieldRow>
    </>
  );
}

type LevelProps = { level?: ProposedLevelView; processes: readonly ProcessOption[] };

export function ProposedLevelFields({ level, processes }: LevelProps) {
  return (
    <>
      <FieldRow>
        <Field name="name" label="Service level" required>
          <Input defaultValue={level?.name} />
        </Field>
        <Field name="processId" label="Process">
          <Select
            options={processOptions(processes)}
            placeholder="All of them"
            defaultValue={level?.process?.id ?? ""}
          />
        </Field>
      </FieldRow>
      <FieldRow>
        <Field name="unit" label="Unit" help="Such as % or hours." required>
          <Input defaultValue={level?.unit} />
        </Field>
        <Field name="direction" label="Direction" required>
          <Select options={optionsOf(DIRECTION_LABEL)} defaultValue={level?.direction ?? "higher"} />
        </Field>
      </FieldRow>
      <FieldRow columns={3}>
        <Field name="expected" label="Expected" required>
          <DecimalInput defaultValue={level?.expected} />
        </Field>
        <Field name="minimum" label="Minimum" required>
          <DecimalInput defaultValue={level?.minimum} />
        </Field>
        <Field name="baseline" label="Baseline" help="What is reached today.">
          <DecimalInput defaultValue={level?.baseline ?? ""} />
        </Field>
      </FieldRow>
      <div className="flex flex-wrap gap-x-6 gap-y-1">
        <input type="hidden" name="isBaselineUnknown" value="false" />
        <Checkbox
          name="isBaselineUnknown"
          value="true"
          label="The baseline is unknown"
          defaultChecked={level?.isBaselineUnknown}
        />
        <input type="hidden" name="isCritical" value="false" />
        <Checkbox name="isCritical" value="true" label="Critical" defaultChecked={level?.isCritical} />
      </div>
      <Field name="measurement" label="How it is measured">
        <Textarea rows={2} defaultValue={level?.measurement} />
      </Field>
    </>
  );
}
