"use client";

import { useState } from "react";
import { Checkbox } from "@/components/ui/choice";
import { Field, FieldRow } from "@/components/ui/field";
import { DecimalInput } from "@/components/ui/input";
import { type Option, Select } from "@/components/ui/select";
import type { KpiDefinition, Measure } from "@/lib/service-levels/kpi-schema";
import { aggregateOptions, percentileMethodOptions, timeFieldOptions, unitOptions } from "@/lib/service-levels/labels";
import { ConditionRows } from "./condition-rows";

type DefinitionFieldsProps = { definition: KpiDefinition | null; attributes: readonly string[] };

const DURATIONS: Option[] = [
  { value: "duration:opened:resolved:hours", label: "Hours from opened to resolved" },
  { value: "duration:opened:firstResponse:minutes", label: "Minutes from opened to first response" },
  { value: "duration:opened:closed:hours", label: "Hours from opened to closed" },
];
const MEASURES = [
  { value: "duration", label: "A duration between two moments" },
  { value: "field", label: "A column of the file" },
];

/** Filter, figure and month: how a value comes out of the cases. */
export function DefinitionFields({ definition, attributes }: DefinitionFieldsProps) {
  const [type, setType] = useState<string>(definition?.aggregate.type ?? "share");
  const given = definition?.aggregate;
  const columns = attributes.map((name) => ({ value: `attribute:${name}`, label: name }));
  const fields = [...columns, ...timeFieldOptions, ...DURATIONS, { value: "caseNumber", label: "Case number" }];
  return (
    <>
      <ConditionRows
        name="definition.filter"
        legend="Cases to look at"
        help="Without a condition: all cases of the log."
        group={definition?.filter ?? null}
        fields={fields}
      />
      <FieldRow>
        <Field name="definition.aggregate.type" label="Figure" required>
          <Select options={aggregateOptions} value={type} onChange={(event) => setType(event.target.value)} />
        </Field>
        <Field
          name="definition.month"
          label="Month of a case"
          required
          help="The moment that puts a case into its month."
        >
          <Select options={timeFieldOptions} defaultValue={definition?.month ?? "closed"} />
        </Field>
      </FieldRow>
      {type === "share" ? (
        <ConditionRows
          name="definition.aggregate.of"
          legend="Share of cases that meet"
          help="In percent of the cases above. Cases that lack what is asked for are counted apart."
          group={given?.type === "share" ? given.of : null}
          fields={fields}
          fewest={1}
        />
      ) : null}
      {type === "percentile" ? (
        <FieldRow>
          <Field name="definition.aggregate.percent" label="Percentile" required>
            <DecimalInput defaultValue={given?.type === "percentile" ? given.percent : "90"} />
          </Field>
          <Field name="definition.aggregate.method" label="Between two cases" required>
            <Select
              options={percentileMethodOptions}
              defaultValue={given?.type === "percentile" ? given.method : "nearestRank"}
            />
          </Field>
        </FieldRow>
      ) : null}
      {type !== "share" && type !== "count" ? (
        <MeasureFields measure={given && "measure" in given ? given.measure : null} columns={columns} />
      ) : null}
    </>
  );
}

function MeasureFields({ measure, columns }: { measure: Measure | null; columns: readonly Option[] }) {
  const [type, setType] = useState<string>(measure?.type ?? "duration");
  const duration = measure?.type === "duration" ? measure : null;
  const name = "definition.aggregate.measure";
  return (
    <>
      <Field name={`${name}.type`} label="Of what" required>
        <Select options={MEASURES} value={type} onChange={(event) => setType(event.target.value)} />
      </Field>
      {type === "field" ? (
        <Field name={`${name}.field`} label="Column" required>
          <Select
            options={columns}
            placeholder="Choose…"
            defaultValue={measure?.type === "field" ? measure.field : ""}
          />
        </Field>
      ) : (
        <>
          <FieldRow columns={3}>
            <Field name={`${name}.from`} label="From" required>
              <Select options={timeFieldOptions} defaultValue={duration?.from ?? "opened"} />
            </Field>
            <Field name={`${name}.to`} label="To" required>
              <Select options={timeFieldOptions} defaultValue={duration?.to ?? "resolved"} />
            </Field>
            <Field name={`${name}.unit`} label="In" required>
              <Select options={unitOptions} defaultValue={duration?.unit ?? "hours"} />
            </Field>
          </FieldRow>
          <input type="hidden" name={`${name}.withoutPauses`} value="false" />
          <Checkbox
            name={`${name}.withoutPauses`}
            value="true"
            label="Without pauses"
            defaultChecked={duration?.withoutPauses ?? false}
          />
        </>
      )}
    </>
  );
}
