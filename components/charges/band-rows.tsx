"use client";

import { Plus, X } from "lucide-react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { DecimalInput } from "@/components/ui/input";
import { useRows } from "./use-rows";

/** Price bands: from a volume on, a price a unit. */
export function BandRows({ bands, currency }: { bands: readonly (readonly [string, string])[]; currency: string }) {
  const { rows, add, remove } = useRows(bands, ["", ""] as const);
  return (
    <div className="grid gap-2">
      {rows.map(({ key, row }, index) => (
        <div key={key} className="flex items-start gap-2">
          <Field name={`terms.bands.${index}.0`} label="From volume" required className="flex-1">
            <DecimalInput unit="units" defaultValue={row[0] || (index === 0 ? "0" : "")} />
          </Field>
          <Field name={`terms.bands.${index}.1`} label="Price" required className="flex-1">
            <DecimalInput unit={currency} defaultValue={row[1]} />
          </Field>
          <Button
            variant="quiet"
            size="icon"
            className="mt-6"
            icon={<X aria-hidden />}
            aria-label={`Remove band ${index + 1}`}
            disabled={rows.length === 1}
            onClick={() => remove(key)}
          />
        </div>
      ))}
      <div>
        <Button size="sm" icon={<Plus aria-hidden />} onClick={add}>
          Add band
        </Button>
      </div>
    </div>
  );
}
