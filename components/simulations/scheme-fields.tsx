"use client";

import { Field, FieldRow } from "@/components/ui/field";
import { DecimalInput, Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import type { ServiceCreditBody } from "@/lib/simulations/examples";
import { CellInput } from "./cell-input";
import { EditGrid } from "./edit-grid";

export type Level = ServiceCreditBody["serviceLevels"][number];
type Scheme = Level["scheme"];

const SCHEMES: Record<Scheme["type"], string> = {
  pool: "Pool",
  points: "Points",
  tiers: "Tiers",
  gap: "Distance to the target",
};

function newScheme(type: Scheme["type"], level: Level): Scheme {
  if (type === "pool")
    return { type, poolPercent: "50", allocationPercent: "40", multipliers: ["1"], expectedMisses: 4 };
  if (type === "gap") return { type, step: null, percentPerStep: "1" };
  const bands: [string | null, string][] = [
    [level.expected, "0"],
    [level.minimum, type === "points" ? "1" : "5"],
    [null, type === "points" ? "3" : "10"],
  ];
  return type === "points" ? { type, bands, repeatMultiplier: "2" } : { type, bands };
}

type SchemeFieldsProps = {
  level: Level;
  path: string;
  errors: Record<string, string>;
  onChange: (level: Level) => void;
};

/** Levels and credit scheme of one service level. */
export function SchemeFields({ level, path, errors, onChange }: SchemeFieldsProps) {
  const { scheme } = level;
  const set = (changes: Partial<Level>) => onChange({ ...level, ...changes });
  const at = (name: string) => errors[`${path}.${name}`];
  return (
    <div className="grid gap-3">
      <FieldRow columns={4}>
        <Field name={`${path}.direction`} label="Better is" required>
          <Select
            options={[
              { value: "higher", label: "Higher" },
              { value: "lower", label: "Lower" },
            ]}
            value={level.direction}
            onChange={(event) => set({ direction: event.currentTarget.value as Level["direction"] })}
          />
        </Field>
        <Field name={`${path}.expected`} label="Expected" required error={at("expected")}>
          <DecimalInput value={level.expected} onChange={(event) => set({ expected: event.currentTarget.value })} />
        </Field>
        <Field name={`${path}.minimum`} label="Minimum" required error={at("minimum")}>
          <DecimalInput value={level.minimum} onChange={(event) => set({ minimum: event.currentTarget.value })} />
        </Field>
        <Field name={`${path}.scheme`} label="Scheme" required>
          <Select
            options={Object.entries(SCHEMES).map(([value, label]) => ({ value, label }))}
            value={scheme.type}
            onChange={(event) => set({ scheme: newScheme(event.currentTarget.value as Scheme["type"], level) })}
          />
        </Field>
      </FieldRow>
      {scheme.type === "pool" ? (
        <FieldRow columns={4}>
          <Field name={`${path}.pool`} label="Pool" required error={at("scheme.poolPercent")}>
            <DecimalInput
              unit="%"
              value={scheme.poolPercent}
              onChange={(event) => set({ scheme: { ...scheme, poolPercent: event.currentTarget.value } })}
            />
          </Field>
          <Field name={`${path}.allocation`} label="Allocation" required error={at("scheme.allocationPercent")}>
            <DecimalInput
              unit="%"
              value={scheme.allocationPercent}
              onChange={(event) => set({ scheme: { ...scheme, allocationPercent: event.currentTarget.value } })}
            />
          </Field>
          <Field name={`${path}.multipliers`} label="Multipliers in a row" required error={at("scheme.multipliers.0")}>
            <Input
              defaultValue={(scheme.multipliers ?? ["1"]).join(", ")}
              onChange={(event) =>
                set({ scheme: { ...scheme, multipliers: event.currentTarget.value.split(/[,;\s]+/).filter(Boolean) } })
              }
            />
          </Field>
          <Field name={`${path}.misses`} label="Misses until credit" required error={at("scheme.expectedMisses")}>
            <DecimalInput
              value={String(scheme.expectedMisses ?? 4)}
              onChange={(event) => set({ scheme: { ...scheme, expectedMisses: Number(event.currentTarget.value) } })}
            />
          </Field>
        </FieldRow>
      ) : null}
      {scheme.type === "gap" ? (
        <FieldRow>
          <Field
            name={`${path}.step`}
            label="Step"
            help="Empty: in proportion to the distance."
            error={at("scheme.step")}
          >
            <DecimalInput
              value={scheme.step ?? ""}
              onChange={(event) => set({ scheme: { ...scheme, step: event.currentTarget.value || null } })}
            />
          </Field>
          <Field
            name={`${path}.percent`}
            label="Percent of charges a step"
            required
            error={at("scheme.percentPerStep")}
          >
            <DecimalInput
              unit="%"
              value={scheme.percentPerStep}
              onChange={(event) => set({ scheme: { ...scheme, percentPerStep: event.currentTarget.value } })}
            />
          </Field>
        </FieldRow>
      ) : null}
      {scheme.type === "points" || scheme.type === "tiers" ? (
        <Bands
          bands={scheme.bands}
          result={scheme.type === "points" ? "Points" : "% of charges"}
          path={`${path}.scheme.bands`}
          errors={errors}
          onChange={(bands) => set({ scheme: { ...scheme, bands } })}
        />
      ) : null}
    </div>
  );
}

type Band = [string | null, string];
type BandsProps = {
  bands: Band[];
  result: string;
  path: string;
  errors: Record<string, string>;
  onChange: (bands: Band[]) => void;
};

function Bands({ bands, result, path, errors, onChange }: BandsProps) {
  const change = (index: number, band: Band) => onChange(bands.map((each, at) => (at === index ? band : each)));
  return (
    <EditGrid
      caption="Bands, best first"
      headers={[
        { label: "From value", align: "right" },
        { label: result, align: "right" },
      ]}
      rows={bands.map(([bound, value], index) => ({
        key: `${index}`,
        cells: [
          bound === null ? (
            <span key="bound" className="block px-1 text-right text-ink-3">
              worse
            </span>
          ) : (
            <CellInput
              key="bound"
              label={`Bound of band ${index + 1}`}
              value={bound}
              error={errors[`${path}.${index}.0`]}
              onChange={(text) => change(index, [text, value])}
            />
          ),
          <CellInput
            key="result"
            label={`${result} of band ${index + 1}`}
            value={value}
            error={errors[`${path}.${index}.1`]}
            onChange={(text) => change(index, [bound, text])}
          />,
        ],
      }))}
      addLabel="Add a band"
      onAdd={() => onChange([...bands.slice(0, -1), [bands.at(-2)?.[0] ?? "0", "0"], bands.at(-1) ?? [null, "0"]])}
      onRemove={(index) => (bands[index]?.[0] === null ? undefined : onChange(bands.filter((_, at) => at !== index)))}
    />
  );
}
