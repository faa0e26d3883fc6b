"use client";

import { Plus } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { ActionForm } from "@/components/ui/action-form";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { DecimalInput, Input } from "@/components/ui/input";
import { Status } from "@/components/ui/status";
import { SubmitButton } from "@/components/ui/submit-button";
import { isDecimalText } from "@/lib/shared/decimal";
import { saveCriteria } from "@/lib/sourcing/rfps/actions";
import { totalWeight } from "@/lib/sourcing/rfps/rules";
import type { CriterionView } from "@/lib/sourcing/rfps/schema";
import { LineButtons } from "./line-buttons";
import { useLines } from "./use-lines";

type Props = { rfpId: string; version: number; criteria: readonly CriterionView[] };

/** Criteria with their weights and a total that follows every key. */
export function CriteriaEditor({ rfpId, version, criteria }: Props) {
  const { lines, add, remove, move } = useLines(criteria, version);
  const box = useRef<HTMLDivElement>(null);
  const [total, setTotal] = useState(() => totalWeight(criteria.map((criterion) => criterion.weight)));

  function count() {
    const inputs = box.current?.querySelectorAll<HTMLInputElement>('input[name$=".weight"]') ?? [];
    setTotal(totalWeight([...inputs].map((input) => input.value.trim()).filter(isDecimalText)));
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: lines that come and go change the total
  useEffect(count, [lines]);

  return (
    <ActionForm action={saveCriteria} label="Criteria" className="grid gap-3 p-4">
      <input type="hidden" name="id" value={rfpId} />
      <input type="hidden" name="version" value={version} />
      <input type="hidden" name="criteria[]" value="" />
      {lines.length === 0 ? (
        <p className="text-ink-2 text-pretty">
          No criterion yet. Three to six are usual, for example quality of service, people, security and transition.
        </p>
      ) : null}
      <div ref={box} onInput={count} className="grid gap-3">
        {lines.map((line, index) => (
          <div key={line.key} className="grid gap-2 border-line border-b pb-3 sm:grid-cols-[1fr_1.4fr_8rem_auto]">
            <input type="hidden" name={`criteria.${index}.id`} value={line.value?.id ?? ""} />
            <Field name={`criteria.${index}.name`} label="Criterion" required>
              <Input defaultValue={line.value?.name} />
            </Field>
            <Field name={`criteria.${index}.description`} label="What is looked at">
              <Input defaultValue={line.value?.description} />
            </Field>
            <Field name={`criteria.${index}.weight`} label="Weight" required>
              <DecimalInput unit="%" defaultValue={line.value?.weight} />
            </Field>
            <span className="sm:pt-6">
              <LineButtons
                name={`criterion ${index + 1}`}
                onMove={(by) => move(index, by)}
                onRemove={() => remove(line.key)}
                isFirst={index === 0}
                isLast={index === lines.length - 1}
              />
            </span>
          </div>
        ))}
      </div>
      <div className="flex flex-wrap items-center gap-3">
        <SubmitButton>Save criteria</SubmitButton>
        <Button icon={<Plus aria-hidden />} onClick={add}>
          Add criterion
        </Button>
        <span className="tabular ml-auto" role="status">
          <Status tone={total === "100" ? "good" : "warn"}>
            Total {total} % {total === "100" ? "" : "of 100 %"}
          </Status>
        </span>
      </div>
    </ActionForm>
  );
}
