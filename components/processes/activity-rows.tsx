"use client";

import { Plus } from "lucide-react";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/choice";
import { Field } from "@/components/ui/field";
import { DecimalInput, Input } from "@/components/ui/input";

/** Rows for the activities of a split; empty ones are left out. */
export function ActivityRows({ currency }: { currency: string }) {
  const [count, setCount] = useState(4);
  return (
    <div className="grid gap-4">
      {Array.from({ length: count }, (_, index) => (
        <fieldset
          // biome-ignore lint/suspicious/noArrayIndexKey: rows are only ever added at the end
          key={index}
          className="grid gap-x-3 gap-y-2 border-line border-b pb-4 sm:grid-cols-[minmax(0,1fr)_8rem_8rem_9rem]"
        >
          <legend className="sr-only">Activity {index + 1}</legend>
          <Field name={`activities.${index}.name`} label={`Activity ${index + 1}`} required={index === 0}>
            <Input maxLength={200} />
          </Field>
          <Field name={`activities.${index}.code`} label="Code">
            <Input maxLength={40} placeholder="Next one" />
          </Field>
          <Field name={`activities.${index}.fullTimeEquivalents`} label="People">
            <DecimalInput unit="FTE" />
          </Field>
          <Field name={`activities.${index}.costPerYear`} label="Cost a year">
            <DecimalInput unit={currency} />
          </Field>
          <input type="hidden" name={`activities.${index}.isCore`} value="false" />
          <Checkbox name={`activities.${index}.isCore`} value="true" label="Core: it sets us apart" />
        </fieldset>
      ))}
      <div>
        <Button size="sm" icon={<Plus aria-hidden />} onClick={() => setCount(count + 1)} disabled={count >= 50}>
          Add an activity
        </Button>
      </div>
    </div>
  );
}
