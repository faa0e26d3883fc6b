"use client";

import { ActionForm } from "@/components/ui/action-form";
import { LinkButton } from "@/components/ui/button";
import { Field, FieldRow } from "@/components/ui/field";
import { DateInput, DecimalInput, Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { FormButtons, SubmitButton } from "@/components/ui/submit-button";
import { classOptions } from "@/lib/service-levels/labels";
import type { SchemeText } from "@/lib/service-levels/rules/scheme";
import type { FormAction } from "@/lib/shared/action-state";
import { SchemeFields } from "./scheme-fields";

export type LevelValues = {
  class: "critical" | "key";
  category: string;
  expected: string;
  minimum: string;
  scheme: SchemeText | null;
  minimumVolume: number | null;
  graceUntil: string | null;
  effectiveFrom: string;
  clause: string;
};
type LevelFormProps = {
  action: FormAction;
  fields: Record<string, string | number>;
  unit: string;
  level: LevelValues | null;
  cancelHref: string;
  /** Null: an amendment says from when. */
  start?: "own" | null;
};

/** What was agreed about a KPI: levels, credit scheme, when it counts. */
export function LevelForm({ action, fields, unit, level, cancelHref, start = "own" }: LevelFormProps) {
  return (
    <ActionForm action={action}>
      {Object.entries(fields).map(([key, value]) => (
        <input key={key} type="hidden" name={key} value={value} />
      ))}
      <FieldRow columns={4}>
        <Field name="expected" label="Expected" required help="Exactly at it meets it.">
          <DecimalInput unit={unit} defaultValue={level?.expected ?? ""} />
        </Field>
        <Field name="minimum" label="Minimum" required help="Worse than this is a failure.">
          <DecimalInput unit={unit} defaultValue={level?.minimum ?? ""} />
        </Field>
        <Field name="class" label="Class" required>
          <Select options={classOptions} defaultValue={level?.class ?? "key"} />
        </Field>
        <Field name="category" label="Category" help="Whose pool it draws from.">
          <Input defaultValue={level?.category ?? ""} />
        </Field>
      </FieldRow>
      <FieldRow columns={4}>
        {start === "own" ? (
          <Field name="effectiveFrom" label="Holds from" required>
            <DateInput type="month" defaultValue={level?.effectiveFrom ?? ""} />
          </Field>
        ) : null}
        <Field name="graceUntil" label="Grace until" help="Last month that does not count.">
          <DateInput type="month" defaultValue={level?.graceUntil ?? ""} />
        </Field>
        <Field name="minimumVolume" label="Minimum volume" help="Fewer cases: shown, not credited.">
          <Input inputMode="numeric" defaultValue={level?.minimumVolume ?? ""} />
        </Field>
        <Field name="clause" label="Clause">
          <Input defaultValue={level?.clause ?? ""} placeholder="Schedule 4.2" />
        </Field>
      </FieldRow>
      <SchemeFields scheme={level?.scheme ?? null} />
      <FormButtons>
        <SubmitButton>Save service level</SubmitButton>
        <LinkButton variant="quiet" href={cancelHref}>
          Cancel
        </LinkButton>
      </FormButtons>
    </ActionForm>
  );
}
