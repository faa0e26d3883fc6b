"use client";

import { Plus, Trash2 } from "lucide-react";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { DecimalInput, Input } from "@/components/ui/input";
import type { BaselineFigure } from "@/lib/processes/schema";

type Row = Partial<BaselineFigure> & { key: number };

/** Figures of today in as many rows as needed; a row that is left empty is dropped when the form is saved. */
export function BaselineFields({ figures }: { figures: readonly BaselineFigure[] }) {
  const [rows, setRows] = useState<Row[]>(() => [...figures, {}].map((figure, key) => ({ ...figure, key })));

  function add() {
    setRows((before) => [...before, { key: Math.max(-1, ...before.map((row) => row.key)) + 1 }]);
  }

  return (
    <div className="grid gap-2">
      {rows.map((row, index) => (
        <div key={row.key} className="grid grid-cols-[minmax(0,1fr)_7rem_5rem_2rem] items-end gap-2">
          <Field name={`baseline.${index}.name`} label="Figure" hideLabel={index > 0}>
            <Input defaultValue={row.name} placeholder="Cost per invoice" />
          </Field>
          <Field name={`baseline.${index}.value`} label="Value" hideLabel={index > 0}>
            <DecimalInput defaultValue={row.value} />
          </Field>
          <Field name={`baseline.${index}.unit`} label="Unit" hideLabel={index > 0}>
            <Input defaultValue={row.unit} placeholder="EUR" />
          </Field>
          <Button
            variant="quiet"
            size="icon"
            aria-label={`Remove figure ${index + 1}`}
            icon={<Trash2 aria-hidden />}
            onClick={() => setRows((before) => before.filter((each) => each.key !== row.key))}
          />
        </div>
      ))}
      <div>
        <Button size="sm" icon={<Plus aria-hidden />} onClick={add}>
          Add a figure
        </Button>
      </div>
    </div>
  );
}
