"use client";

import { Plus, X } from "lucide-react";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { type Option, Select } from "@/components/ui/select";
import type { Condition, ConditionGroup } from "@/lib/service-levels/kpi-schema";
import { operatorOptions } from "@/lib/service-levels/labels";

type ConditionRowsProps = {
  /** Path of the group in the form: `definition.filter`. */
  name: string;
  legend: string;
  help: string;
  group: ConditionGroup | null;
  fields: readonly Option[];
  /** At least so many rows are shown. */
  fewest?: number;
};

type Row = { key: number; condition: Condition | null; operator: string };

const MATCHES = [
  { value: "all", label: "all of these (and)" },
  { value: "any", label: "any of these (or)" },
];

/** Field, operator, value: joined by and or or. */
export function ConditionRows({ name, legend, help, group, fields, fewest = 0 }: ConditionRowsProps) {
  const given = (group?.conditions ?? []).flatMap((each) => ("conditions" in each ? [] : [each]));
  const [rows, setRows] = useState<Row[]>(() =>
    Array.from({ length: Math.max(given.length, fewest) }, (_, key) => ({
      key,
      condition: given[key] ?? null,
      operator: given[key]?.operator ?? "equals",
    })),
  );
  const isValueless = (operator: string) => operator === "isEmpty" || operator === "isNotEmpty";
  return (
    <fieldset className="grid gap-3">
      <legend className="mb-2 font-medium text-sm">
        {legend} <span className="block font-normal text-ink-3 text-xs">{help}</span>
      </legend>
      {rows.length > 1 ? (
        <Field name={`${name}.match`} label="A case must meet" required>
          <Select options={MATCHES} defaultValue={group?.match ?? "all"} className="max-w-56" />
        </Field>
      ) : (
        <input type="hidden" name={`${name}.match`} value={group?.match ?? "all"} />
      )}
      {rows.map((row, index) => (
        <div
          key={row.key}
          className="grid grid-cols-[minmax(0,1fr)_auto] items-end gap-2 sm:grid-cols-[minmax(0,2fr)_minmax(0,1fr)_minmax(0,2fr)_auto]"
        >
          <Field name={`${name}.conditions.${index}.field`} label="Field" required>
            <Select options={fields} placeholder="Choose…" defaultValue={row.condition?.field ?? ""} />
          </Field>
          <Field name={`${name}.conditions.${index}.operator`} label="Comparison" required>
            <Select
              options={operatorOptions}
              defaultValue={row.operator}
              onChange={(event) =>
                setRows(rows.map((each) => (each.key === row.key ? { ...each, operator: event.target.value } : each)))
              }
            />
          </Field>
          <Field
            name={`${name}.conditions.${index}.value`}
            label={row.operator === "in" ? "Values, with commas" : "Value"}
            required
          >
            <Input
              disabled={isValueless(row.operator)}
              defaultValue={
                Array.isArray(row.condition?.value) ? row.condition.value.join(", ") : (row.condition?.value ?? "")
              }
            />
          </Field>
          <Button
            size="icon"
            variant="quiet"
            aria-label={`Remove condition ${index + 1}`}
            icon={<X aria-hidden />}
            disabled={rows.length <= fewest}
            onClick={() => setRows(rows.filter((each) => each.key !== row.key))}
          />
        </div>
      ))}
      <div>
        <Button
          size="sm"
          icon={<Plus aria-hidden />}
          onClick={() =>
            setRows([
              ...rows,
              { key: Math.max(-1, ...rows.map((row) => row.key)) + 1, condition: null, operator: "equals" },
            ])
          }
        >
          Add condition
        </Button>
      </div>
    </fieldset>
  );
}
