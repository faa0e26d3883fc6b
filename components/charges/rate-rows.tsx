"use client";

import { Plus, X } from "lucide-react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { DecimalInput, Input } from "@/components/ui/input";
import { useRows } from "./use-rows";

type Rate = { role: string; location: string | null; shift: string | null; rate: string };
const BLANK: Rate = { role: "", location: null, shift: null, rate: "" };

/** A rate card: role, and where it matters location and shift. */
export function RateRows({ rates, currency }: { rates: readonly Rate[]; currency: string }) {
  const { rows, add, remove } = useRows(rates, BLANK);
  return (
    <div className="grid gap-2">
      {rows.map(({ key, row }, index) => {
        const name = `terms.rates.${index}`;
        return (
          <div key={key} className="grid grid-cols-2 items-start gap-2 sm:grid-cols-[2fr_1.4fr_1.2fr_1.4fr_auto]">
            <Field name={`${name}.role`} label="Role" required>
              <Input defaultValue={row.role} />
            </Field>
            <Field name={`${name}.location`} label="Location">
              <Input defaultValue={row.location ?? ""} />
            </Field>
            <Field name={`${name}.shift`} label="Shift">
              <Input defaultValue={row.shift ?? ""} />
            </Field>
            <Field name={`${name}.rate`} label="Rate an hour" required>
              <DecimalInput unit={currency} defaultValue={row.rate} />
            </Field>
            <Button
              variant="quiet"
              size="icon"
              className="sm:mt-6"
              icon={<X aria-hidden />}
              aria-label={`Remove rate ${index + 1}`}
              disabled={rows.length === 1}
              onClick={() => remove(key)}
            />
          </div>
        );
      })}
      <div>
        <Button size="sm" icon={<Plus aria-hidden />} onClick={add}>
          Add rate
        </Button>
      </div>
    </div>
  );
}
