"use client";

import { Plus, X } from "lucide-react";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Field, FieldRow } from "@/components/ui/field";
import { DecimalInput, Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { schemeOptions } from "@/lib/service-levels/labels";
import type { SchemeText } from "@/lib/service-levels/rules/scheme";

/** The credit scheme with the parameters of its kind. */
export function SchemeFields({ scheme }: { scheme: SchemeText | null }) {
  const [type, setType] = useState<string>(scheme?.type ?? "");
  return (
    <>
      <Field name={type === "" ? "scheme" : "scheme.type"} label="Credit scheme">
        <Select
          options={schemeOptions}
          placeholder="No credit"
          value={type}
          onChange={(event) => setType(event.target.value)}
        />
      </Field>
      {type === "pool" ? <PoolFields scheme={scheme?.type === "pool" ? scheme : null} /> : null}
      {type === "points" || type === "tiers" ? (
        <BandFields
          key={type}
          bands={
            scheme?.type === type
              ? scheme.bands
              : [
                  ["", ""],
                  ["", ""],
                ]
          }
          result={type === "points" ? "Points" : "Of charges"}
          unit={type === "points" ? "points" : "%"}
        />
      ) : null}
      {type === "points" ? (
        <Field
          name="scheme.repeatMultiplier"
          label="Repeat multiplier"
          required
          help="From the second failure in a row on."
        >
          <DecimalInput defaultValue={scheme?.type === "points" ? scheme.repeatMultiplier : "2"} className="max-w-40" />
        </Field>
      ) : null}
      {type === "gap" ? (
        <FieldRow>
          <Field name="scheme.step" label="Step" help="Left open: in proportion to the distance.">
            <DecimalInput defaultValue={scheme?.type === "gap" ? (scheme.step ?? "") : ""} />
          </Field>
          <Field name="scheme.percentPerStep" label="Of charges per step, or per point" required>
            <DecimalInput unit="%" defaultValue={scheme?.type === "gap" ? scheme.percentPerStep : "1"} />
          </Field>
        </FieldRow>
      ) : null}
    </>
  );
}

function PoolFields({ scheme }: { scheme: Extract<SchemeText, { type: "pool" }> | null }) {
  const multipliers = scheme?.multipliers ?? ["1"];
  const [count, setCount] = useState(multipliers.length);
  return (
    <>
      <FieldRow columns={3}>
        <Field name="scheme.poolPercent" label="Pool of the category" required help="Share of the amount at risk.">
          <DecimalInput unit="%" defaultValue={scheme?.poolPercent ?? "100"} />
        </Field>
        <Field
          name="scheme.allocationPercent"
          label="Allocation"
          required
          help="Share of the pool for this service level."
        >
          <DecimalInput unit="%" defaultValue={scheme?.allocationPercent ?? ""} />
        </Field>
        <Field
          name="scheme.expectedMisses"
          label="Expected misses"
          required
          help="From which miss within 12 months it is a failure; 1: every one."
        >
          <Input inputMode="numeric" defaultValue={scheme?.expectedMisses ?? 4} />
        </Field>
      </FieldRow>
      <div className="flex flex-wrap items-end gap-3">
        {Array.from({ length: count }, (_, index) => (
          <Field
            // biome-ignore lint/suspicious/noArrayIndexKey: the place is the length of the run
            key={index}
            name={`scheme.multipliers.${index}`}
            label={index === 0 ? "First failure ×" : `${index + 1} in a row ×`}
            required
          >
            <DecimalInput defaultValue={multipliers[index] ?? multipliers.at(-1) ?? "1"} className="max-w-28" />
          </Field>
        ))}
        <Button size="sm" icon={<Plus aria-hidden />} onClick={() => setCount(Math.min(count + 1, 24))}>
          Longer run
        </Button>
        {count > 1 ? (
          <Button size="sm" variant="quiet" icon={<X aria-hidden />} onClick={() => setCount(count - 1)}>
            Remove the last
          </Button>
        ) : null}
      </div>
    </>
  );
}

type BandFieldsProps = { bands: readonly (readonly [string | null, string])[]; result: string; unit: string };

/** Best first; the last band takes the rest and has no bound. */
function BandFields({ bands, result, unit }: BandFieldsProps) {
  const [rows, setRows] = useState(bands.map((band, key) => ({ key, band })));
  return (
    <fieldset className="grid gap-2">
      <legend className="mb-2 font-medium text-sm">
        Bands, best first
        <span className="block font-normal text-ink-3 text-xs">
          A value belongs to the best band whose bound it reaches.
        </span>
      </legend>
      {rows.map(({ key, band }, index) => {
        const isLast = index === rows.length - 1;
        return (
          <div key={key} className="flex max-w-lg items-end gap-2">
            {isLast ? (
              <div className="grid flex-1 gap-1">
                <span className="text-ink-2 text-sm">The rest</span>
                <input type="hidden" name={`scheme.bands.${index}.0`} value="" />
              </div>
            ) : (
              <Field name={`scheme.bands.${index}.0`} label="Bound" required className="flex-1">
                <DecimalInput defaultValue={band[0] ?? ""} />
              </Field>
            )}
            <Field name={`scheme.bands.${index}.1`} label={result} required className="flex-1">
              <DecimalInput unit={unit} defaultValue={band[1]} />
            </Field>
            <Button
              size="icon"
              variant="quiet"
              aria-label={`Remove band ${index + 1}`}
              icon={<X aria-hidden />}
              disabled={isLast || rows.length <= 1}
              onClick={() => setRows(rows.filter((row) => row.key !== key))}
            />
          </div>
        );
      })}
      <div>
        <Button
          size="sm"
          icon={<Plus aria-hidden />}
          onClick={() => {
            const added = { key: Math.max(...rows.map((row) => row.key)) + 1, band: ["", ""] as const };
            setRows([...rows.slice(0, -1), added, ...rows.slice(-1)]);
          }}
        >
          Add band
        </Button>
      </div>
    </fieldset>
  );
}
