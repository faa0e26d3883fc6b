"use client";

import { Plus } from "lucide-react";
import { ActionForm } from "@/components/ui/action-form";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { DecimalInput, Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { SubmitButton } from "@/components/ui/submit-button";
import { saveLots } from "@/lib/sourcing/rfps/actions";
import { PRICE_ITEM_KIND } from "@/lib/sourcing/rfps/labels";
import type { LotView } from "@/lib/sourcing/rfps/schema";
import { optionsOf } from "@/lib/vendors/labels";
import { LineButtons } from "./line-buttons";
import { useLines } from "./use-lines";

type Props = { rfpId: string; version: number; lots: readonly LotView[] };

/** Lots and what is priced in each. Bids are made, and awards given, per lot. */
export function LotsEditor({ rfpId, version, lots }: Props) {
  const { lines, add, remove, move } = useLines(lots, version);
  return (
    <ActionForm action={saveLots} label="Lots and price items" className="grid gap-4 p-4">
      <input type="hidden" name="id" value={rfpId} />
      <input type="hidden" name="version" value={version} />
      <input type="hidden" name="lots[]" value="" />
      {lines.map((line, index) => (
        <fieldset key={line.key} className="grid min-w-0 gap-3 rounded-md border border-line p-3">
          <legend className="px-1 font-medium">Lot {index + 1}</legend>
          <input type="hidden" name={`lots.${index}.id`} value={line.value?.id ?? ""} />
          <div className="grid gap-2 sm:grid-cols-[1fr_1.4fr_auto]">
            <Field name={`lots.${index}.title`} label="Title" required>
              <Input defaultValue={line.value?.title} />
            </Field>
            <Field name={`lots.${index}.description`} label="Description">
              <Input defaultValue={line.value?.description} />
            </Field>
            <span className="sm:pt-6">
              <LineButtons
                name={`lot ${index + 1}`}
                onMove={(by) => move(index, by)}
                onRemove={() => remove(line.key)}
                isFirst={index === 0}
                isLast={index === lines.length - 1}
                isNeeded={lines.length === 1}
              />
            </span>
          </div>
          <ItemLines prefix={`lots.${index}.items`} items={line.value?.items ?? []} version={version} />
        </fieldset>
      ))}
      <div className="flex flex-wrap items-center gap-3">
        <SubmitButton>Save lots and price items</SubmitButton>
        <Button icon={<Plus aria-hidden />} onClick={add}>
          Add lot
        </Button>
      </div>
    </ActionForm>
  );
}

function ItemLines({ prefix, items, version }: { prefix: string; items: LotView["items"]; version: number }) {
  const { lines, add, remove, move } = useLines(items, version);
  return (
    <>
      {lines.map((line, index) => (
        <div key={line.key} className="grid gap-2 sm:grid-cols-[1.6fr_9rem_10rem_8rem_auto]">
          <input type="hidden" name={`${prefix}.${index}.id`} value={line.value?.id ?? ""} />
          <Field name={`${prefix}.${index}.name`} label="Price item" required>
            <Input defaultValue={line.value?.name} />
          </Field>
          <Field name={`${prefix}.${index}.unit`} label="Unit" required>
            <Input defaultValue={line.value?.unit} placeholder="ticket" />
          </Field>
          <Field name={`${prefix}.${index}.kind`} label="Paid" required>
            <Select options={optionsOf(PRICE_ITEM_KIND)} defaultValue={line.value?.kind ?? "recurring"} />
          </Field>
          <Field name={`${prefix}.${index}.quantity`} label="Quantity" required>
            <DecimalInput defaultValue={line.value?.quantity} />
          </Field>
          <span className="sm:pt-6">
            <LineButtons
              name={`price item ${index + 1}`}
              onMove={(by) => move(index, by)}
              onRemove={() => remove(line.key)}
              isFirst={index === 0}
              isLast={index === lines.length - 1}
            />
          </span>
        </div>
      ))}
      <span>
        <Button size="sm" icon={<Plus aria-hidden />} onClick={add}>
          Add price item
        </Button>
      </span>
    </>
  );
}
