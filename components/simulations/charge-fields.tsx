"use client";

import { Checkbox } from "@/components/ui/choice";
import { Field, FieldRow, FieldSet } from "@/components/ui/field";
import { DateInput, DecimalInput } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { CellInput } from "./cell-input";
import { EditGrid } from "./edit-grid";

type Values = Record<string, unknown>;
type ChargeFieldsProps = {
  line: Values & { type: string };
  actual: Values;
  currency: string;
  errors: Record<string, string>;
  onLine: (changes: Values) => void;
  onActual: (changes: Values) => void;
};

/** `optional`: empty is none. `whole`: a number and not text. */
type Entry = { key: string; label: string; unit?: string; optional?: true; whole?: true; help?: string };
type Shape = {
  line: Entry[];
  actual: Entry[];
  mode?: Record<string, string>;
};

const money = (currency: string): Record<string, Shape> => ({
  fixed: { line: [{ key: "monthly", label: "Fee a month", unit: currency }], actual: [] },
  milestone: { line: [{ key: "amount", label: "Amount", unit: currency }], actual: [] },
  timeAndMaterials: {
    line: [
      { key: "markupPercent", label: "Mark-up on materials", unit: "%" },
      { key: "notToExceed", label: "Not to exceed", unit: currency, optional: true },
    ],
    actual: [{ key: "materials", label: "Materials", unit: currency }],
  },
  unitPrice: {
    line: [],
    actual: [{ key: "volume", label: "Volume", unit: "units" }],
    mode: { reached: "The whole volume at the price of the band it reaches", sliced: "Each slice at its own price" },
  },
  baseline: {
    line: [
      { key: "baseline", label: "Baseline", unit: "units" },
      { key: "deadBandPercent", label: "Dead band", unit: "%" },
      { key: "additionalRate", label: "Price of more", unit: currency },
      { key: "reducedRate", label: "Credit for less", unit: currency },
    ],
    actual: [{ key: "volume", label: "Volume", unit: "units" }],
    mode: {
      wholeDifference: "Outside the band the whole difference counts",
      beyondBand: "Only what lies beyond the band counts",
    },
  },
  outcome: {
    line: [{ key: "price", label: "Price of an outcome", unit: currency }],
    actual: [{ key: "outcomes", label: "Verified outcomes" }],
  },
  gainShare: {
    line: [
      { key: "baselineCost", label: "Cost of the baseline", unit: currency },
      { key: "sharePercent", label: "Provider's share", unit: "%" },
      { key: "floor", label: "At least", unit: currency, optional: true },
      { key: "cap", label: "At most", unit: currency, optional: true },
    ],
    actual: [{ key: "cost", label: "Actual cost", unit: currency }],
  },
  indexation: {
    line: [
      { key: "base", label: "Charge at the start", unit: currency },
      { key: "indexBase", label: "Index at the start" },
      { key: "capPercent", label: "At most a year", unit: "%", optional: true },
      { key: "floorPercent", label: "At least a year", unit: "%", optional: true },
      { key: "ratioDecimals", label: "Decimals of the ratio", optional: true, whole: true },
    ],
    actual: [{ key: "indexNow", label: "Index now" }],
  },
});

/** The fields of one kind of charge line, and of what was delivered under it. */
export function ChargeFields({ line, actual, currency, errors, onLine, onActual }: ChargeFieldsProps) {
  const shape = money(currency)[line.type];
  if (!shape) return null;
  return (
    <>
      <FieldSet legend="What the contract says">
        <Entries entries={shape.line} values={line} path="line" errors={errors} onChange={onLine} />
        {shape.mode ? (
          <Field name="mode" label="How it counts" required error={errors["line.mode"]}>
            <Select
              options={Object.entries(shape.mode).map(([value, label]) => ({ value, label }))}
              value={String(line.mode)}
              onChange={(event) => onLine({ mode: event.currentTarget.value })}
            />
          </Field>
        ) : null}
        {line.type === "unitPrice" ? (
          <PairGrid
            caption="Bands"
            path="line.bands"
            columns={["From volume", "Price of a unit"]}
            pairs={line.bands as [string, string][]}
            errors={errors}
            onChange={(bands) => onLine({ bands })}
          />
        ) : null}
        {line.type === "timeAndMaterials" ? (
          <NamedGrid
            caption="Rates"
            path="line.rates"
            figure={{ key: "rate", label: "Rate an hour" }}
            rows={line.rates as Row[]}
            errors={errors}
            onChange={(rates) => onLine({ rates })}
          />
        ) : null}
      </FieldSet>
      <FieldSet legend="What was delivered">
        {line.type === "fixed" ? (
          <FieldRow>
            <Field name="from" label="From" required error={errors["actual.from"]}>
              <DateInput
                value={String(actual.from ?? "")}
                onChange={(event) => onActual({ from: event.currentTarget.value })}
              />
            </Field>
            <Field name="to" label="To, this day included" required error={errors["actual.to"]}>
              <DateInput
                value={String(actual.to ?? "")}
                onChange={(event) => onActual({ to: event.currentTarget.value })}
              />
            </Field>
          </FieldRow>
        ) : null}
        {line.type === "milestone" ? (
          <Checkbox
            label="The milestone was accepted"
            checked={actual.accepted === true}
            onChange={(event) => onActual({ accepted: event.currentTarget.checked })}
          />
        ) : null}
        {line.type === "timeAndMaterials" ? (
          <NamedGrid
            caption="Hours"
            path="actual.hours"
            figure={{ key: "hours", label: "Hours" }}
            rows={actual.hours as Row[]}
            errors={errors}
            onChange={(hours) => onActual({ hours })}
          />
        ) : null}
        <Entries entries={shape.actual} values={actual} path="actual" errors={errors} onChange={onActual} />
      </FieldSet>
    </>
  );
}

type EntriesProps = {
  entries: Entry[];
  values: Values;
  path: string;
  errors: Record<string, string>;
  onChange: (changes: Values) => void;
};

function Entries({ entries, values, path, errors, onChange }: EntriesProps) {
  if (entries.length === 0) return null;
  const read = (entry: Entry, text: string) => {
    if (entry.optional && text === "") return null;
    return entry.whole && /^\d+$/.test(text) ? Number(text) : text;
  };
  return (
    <FieldRow>
      {entries.map((entry) => (
        <Field
          key={entry.key}
          name={`${path}.${entry.key}`}
          label={entry.label}
          required={!entry.optional}
          {...(errors[`${path}.${entry.key}`] ? { error: errors[`${path}.${entry.key}`] } : {})}
        >
          <DecimalInput
            unit={entry.unit}
            value={String(values[entry.key] ?? "")}
            onChange={(event) => onChange({ [entry.key]: read(entry, event.currentTarget.value) })}
          />
        </Field>
      ))}
    </FieldRow>
  );
}

type Row = { role: string } & Record<string, string>;
type NamedGridProps = {
  caption: string;
  path: string;
  figure: { key: string; label: string };
  rows: Row[];
  errors: Record<string, string>;
  onChange: (rows: Row[]) => void;
};

function NamedGrid({ caption, path, figure, rows, errors, onChange }: NamedGridProps) {
  const change = (index: number, changes: Record<string, string>) =>
    onChange(rows.map((row, at) => (at === index ? { ...row, ...changes } : row)));
  return (
    <EditGrid
      caption={caption}
      headers={[{ label: "Role" }, { label: figure.label, align: "right" }]}
      rows={rows.map((row, index) => ({
        key: `${index}`,
        cells: [
          <CellInput
            key="role"
            isText
            label={`Role in row ${index + 1} of ${caption}`}
            value={row.role}
            error={errors[`${path}.${index}.role`]}
            onChange={(role) => change(index, { role })}
          />,
          <CellInput
            key={figure.key}
            label={`${figure.label} of ${row.role}`}
            value={row[figure.key] ?? ""}
            error={errors[`${path}.${index}.${figure.key}`]}
            onChange={(text) => change(index, { [figure.key]: text })}
          />,
        ],
      }))}
      onAdd={() => onChange([...rows, { role: `Role ${rows.length + 1}`, [figure.key]: "0" }])}
      onRemove={(index) => onChange(rows.filter((_, at) => at !== index))}
    />
  );
}

type PairGridProps = {
  caption: string;
  path: string;
  columns: [string, string];
  pairs: [string, string][];
  errors: Record<string, string>;
  onChange: (pairs: [string, string][]) => void;
};

function PairGrid({ caption, path, columns, pairs, errors, onChange }: PairGridProps) {
  const change = (index: number, place: 0 | 1, text: string) =>
    onChange(pairs.map((pair, at) => (at === index ? (place === 0 ? [text, pair[1]] : [pair[0], text]) : pair)));
  return (
    <EditGrid
      caption={caption}
      headers={columns.map((label) => ({ label, align: "right" as const }))}
      rows={pairs.map((pair, index) => ({
        key: `${index}`,
        cells: ([0, 1] as const).map((place) => (
          <CellInput
            key={place}
            label={`${columns[place]} in row ${index + 1}`}
            value={pair[place]}
            error={errors[`${path}.${index}.${place}`]}
            onChange={(text) => change(index, place, text)}
          />
        )),
      }))}
      onAdd={() => onChange([...pairs, [pairs.at(-1)?.[0] ?? "0", pairs.at(-1)?.[1] ?? "0"]])}
      onRemove={(index) => onChange(pairs.filter((_, at) => at !== index))}
    />
  );
}
