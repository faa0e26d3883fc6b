"use client";

import { ChevronDown } from "lucide-react";
import { useState } from "react";
import { Field } from "@/components/ui/field";
import { Textarea } from "@/components/ui/input";
import type { SuitabilityCriterion } from "@/lib/processes/rules/suitability-criteria";

type CriterionFieldProps = {
  criterion: SuitabilityCriterion;
  answer: number | undefined;
  note: string | undefined;
  isReadOnly: boolean;
};

const SCALE = [1, 2, 3, 4, 5];

/** One question with its scale and a note. Works uncontrolled: the form around it holds the values. */
export function CriterionField({ criterion, answer, note, isReadOnly }: CriterionFieldProps) {
  const [hasNote, setHasNote] = useState(Boolean(note));
  const name = `answers.${criterion.key}`;
  return (
    <div className="grid gap-2 border-line border-b px-4 py-3.5 last:border-b-0">
      <Field
        name={name}
        group
        required
        label={
          <>
            {criterion.name} <span className="font-normal text-ink-3 text-xs">weight {criterion.weight}</span>
          </>
        }
        help={criterion.question}
      >
        <Scale criterion={criterion} name={name} answer={answer} isReadOnly={isReadOnly} />
      </Field>
      {isReadOnly ? (
        note ? (
          <p className="whitespace-pre-wrap rounded-md bg-sunken px-3 py-2 text-sm">{note}</p>
        ) : null
      ) : hasNote ? (
        <Field name={`notes.${criterion.key}`} label={`Note on ${criterion.name.toLowerCase()}`} hideLabel>
          <Textarea rows={2} defaultValue={note} maxLength={2000} placeholder="Why this answer" />
        </Field>
      ) : (
        <div>
          <button
            type="button"
            onClick={() => setHasNote(true)}
            className="inline-flex min-h-6 items-center gap-1 rounded text-ink-2 text-sm hover:text-ink"
          >
            <ChevronDown aria-hidden className="size-3.5!" /> Add a note
            <span className="sr-only"> on {criterion.name}</span>
          </button>
        </div>
      )}
    </div>
  );
}

type ScaleProps = { criterion: SuitabilityCriterion; name: string; answer: number | undefined; isReadOnly: boolean };

function Scale({ criterion, name, answer, isReadOnly }: ScaleProps) {
  return (
    <div className="grid items-center gap-x-3 gap-y-1 sm:grid-cols-[minmax(0,1fr)_auto_minmax(0,1fr)]">
      <span className="text-ink-2 text-xs sm:text-right">{criterion.lowMeans}</span>
      <div role="radiogroup" aria-label={criterion.name} className="flex gap-1">
        {SCALE.map((value) => (
          <label key={value} className="cursor-pointer">
            <input
              type="radio"
              name={name}
              value={value}
              defaultChecked={answer === value}
              disabled={isReadOnly}
              className="peer sr-only"
            />
            <span className="tabular grid size-8 place-items-center rounded-md border border-line-strong bg-surface font-medium peer-checked:border-accent peer-checked:bg-accent peer-checked:text-surface peer-focus-visible:outline-2 peer-focus-visible:outline-accent peer-focus-visible:outline-offset-2 peer-enabled:hover:border-accent">
              {value}
            </span>
          </label>
        ))}
      </div>
      <span className="text-ink-2 text-xs">{criterion.highMeans}</span>
    </div>
  );
}
