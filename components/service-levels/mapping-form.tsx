"use client";

import { useState } from "react";
import { ActionForm } from "@/components/ui/action-form";
import { LinkButton } from "@/components/ui/button";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { Checkbox } from "@/components/ui/choice";
import { Field, FieldRow, FieldSet } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Stack } from "@/components/ui/page-layout";
import { Select } from "@/components/ui/select";
import { FormButtons, SubmitButton } from "@/components/ui/submit-button";
import { COMMON_DATE_PATTERNS } from "@/lib/exchange/csv/date-pattern";
import type { CaseLogMapping } from "@/lib/service-levels/case-log-schema";
import type { FormAction } from "@/lib/shared/action-state";
import { type Sample, SamplePicker } from "./sample-picker";

type MappingFormProps = {
  action: FormAction;
  /** Hidden fields: contract, or id and version. */
  fields: Record<string, string | number>;
  name: string;
  timeZone: string;
  timeZones: readonly string[];
  mapping: CaseLogMapping | null;
  cancelHref: string;
};

const DELIMITERS = [
  { value: ",", label: "Comma" },
  { value: ";", label: "Semicolon" },
  { value: "\t", label: "Tab" },
  { value: "|", label: "Pipe" },
];
const ENCODINGS = [
  { value: "utf-8", label: "UTF-8" },
  { value: "windows-1252", label: "Latin-1 (Windows-1252)" },
  { value: "utf-16le", label: "UTF-16, little end first" },
  { value: "utf-16be", label: "UTF-16, big end first" },
];
const TIMES = [
  ["opened", "Opened"],
  ["firstResponse", "First response"],
  ["resolved", "Resolved"],
  ["closed", "Closed"],
] as const;

function namesOf(mapping: CaseLogMapping): string[] {
  const { caseNumber, opened, firstResponse, resolved, closed, pausedSeconds, attributes } = mapping;
  const times = [opened, firstResponse, resolved, closed, pausedSeconds].filter((name) => name !== null);
  return [...new Set([caseNumber, ...times, ...attributes])];
}

/** Which column of the vendor's file is what: guessed from the first rows, corrected by a person, saved with the log. */
export function MappingForm(props: MappingFormProps) {
  const [sample, setSample] = useState<Sample | null>(null);
  const mapping = sample?.mapping ?? props.mapping;
  const header = sample?.header ?? (mapping ? namesOf(mapping) : []);
  return (
    <Stack>
      <SamplePicker sample={sample} onRead={setSample} isFirst={props.mapping === null} />
      {mapping ? (
        <Card>
          <CardHeader title="Columns" sub="Guessed where there was something to guess. Correct what is wrong." />
          <CardBody>
            <MappingFields
              key={sample ? sample.header.join("\n") : "saved"}
              {...props}
              mapping={mapping}
              header={header}
            />
          </CardBody>
        </Card>
      ) : null}
    </Stack>
  );
}

type FieldsProps = MappingFormProps & { mapping: CaseLogMapping; header: readonly string[] };

function MappingFields({ action, fields, name, timeZone, timeZones, mapping, header, cancelHref }: FieldsProps) {
  const columns = header.filter((each) => each !== "").map((each) => ({ value: each, label: each }));
  const patterns = [...new Set([mapping.datePattern, ...COMMON_DATE_PATTERNS])];
  return (
    <ActionForm action={action}>
      {Object.entries(fields).map(([key, value]) => (
        <input key={key} type="hidden" name={key} value={value} />
      ))}
      <FieldRow>
        <Field name="name" label="Name of the log" required>
          <Input defaultValue={name} />
        </Field>
        <Field name="timeZone" label="Time zone of the file" required help="Dates without an offset are read in it.">
          <Select options={timeZones.map((zone) => ({ value: zone, label: zone }))} defaultValue={timeZone} />
        </Field>
      </FieldRow>
      <FieldRow columns={4}>
        <Field name="mapping.delimiter" label="Delimiter">
          <Select options={DELIMITERS} placeholder="Found by itself" defaultValue={mapping.delimiter ?? ""} />
        </Field>
        <Field name="mapping.encoding" label="Encoding">
          <Select options={ENCODINGS} placeholder="Found by itself" defaultValue={mapping.encoding ?? ""} />
        </Field>
        <Field name="mapping.datePattern" label="Dates" required help="ISO, or yyyy MM dd HH mm ss">
          <Input defaultValue={mapping.datePattern} list="date-patterns" />
        </Field>
        <Field
          name="mapping.emptyMarkers"
          label="Stands for nothing"
          help="Besides an empty cell, with blanks between."
        >
          <Input defaultValue={mapping.emptyMarkers.join(" ")} />
        </Field>
      </FieldRow>
      <datalist id="date-patterns">
        {patterns.map((pattern) => (
          <option key={pattern} value={pattern} />
        ))}
      </datalist>
      <FieldSet legend="Fields of a case">
        <FieldRow columns={3}>
          <Field name="mapping.caseNumber" label="Case number" required>
            <Select options={columns} defaultValue={mapping.caseNumber} />
          </Field>
          {TIMES.map(([field, label]) => (
            <Field key={field} name={`mapping.${field}`} label={label}>
              <Select options={columns} placeholder="Not in the file" defaultValue={mapping[field] ?? ""} />
            </Field>
          ))}
          <Field name="mapping.pausedSeconds" label="Paused, in seconds">
            <Select options={columns} placeholder="Not in the file" defaultValue={mapping.pausedSeconds ?? ""} />
          </Field>
        </FieldRow>
      </FieldSet>
      <Field
        name="mapping.attributes"
        label="Other columns to keep"
        group
        help="Filters and shares of KPIs can use what is kept. What is left out is not stored."
      >
        <div className="grid grid-cols-[repeat(auto-fill,minmax(11rem,1fr))] gap-x-4 gap-y-1">
          {columns.map(({ value }) => (
            <Checkbox
              key={value}
              name="mapping.attributes[]"
              value={value}
              label={<span className="break-all">{value}</span>}
              defaultChecked={mapping.attributes.includes(value)}
            />
          ))}
        </div>
      </Field>
      <FormButtons>
        <SubmitButton>Save mapping</SubmitButton>
        <LinkButton variant="quiet" href={cancelHref}>
          Cancel
        </LinkButton>
      </FormButtons>
    </ActionForm>
  );
}
