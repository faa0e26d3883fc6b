"use client";

import { type FormEvent, useEffect, useMemo, useRef, useState } from "react";
import { ActionForm } from "@/components/ui/action-form";
import { Card, CardHeader } from "@/components/ui/card";
import { Checkbox } from "@/components/ui/choice";
import { Field } from "@/components/ui/field";
import { RecordLayout } from "@/components/ui/page-layout";
import { FormButtons, SubmitButton } from "@/components/ui/submit-button";
import { complete, keepDraft } from "@/lib/processes/assessments/actions";
import type { AssessmentView } from "@/lib/processes/assessments/schema";
import { weighBenefitAndDifficulty } from "@/lib/processes/rules/benefit-difficulty";
import { assessSuitability, type SuitabilityAnswers } from "@/lib/processes/rules/suitability";
import { KNOCK_OUTS } from "@/lib/processes/rules/suitability-criteria";
import { type FormAction, IDLE } from "@/lib/shared/action-state";
import { AssessmentResult } from "./assessment-result";
import { CriterionField } from "./criterion-field";

const WAIT_MS = 1200;
type Saving = "idle" | "waiting" | "saved" | "failed";

const SAVING_TEXT: Record<Saving, string> = {
  idle: "",
  waiting: "Saving…",
  saved: "All answers are saved.",
  failed: "Not saved. Press Save draft to see why.",
};

function readForm(form: FormData): { answers: SuitabilityAnswers; knockOuts: string[] } {
  const answers: SuitabilityAnswers = {};
  for (const [name, value] of form) if (name.startsWith("answers.")) answers[name.slice(8)] = Number(value);
  return { answers, knockOuts: form.getAll("knockOuts[]").map(String) };
}

/** Questions at the left, the result at the right while one answers: the rule of the server runs in the browser too. */
export function AssessmentSheet({ assessment, isReadOnly }: { assessment: AssessmentView; isReadOnly: boolean }) {
  const { id, criteria, thresholds } = assessment;

  // Held here and not only in the field: a page that comes back late must not set it back to an older one.
  const version = useRef(assessment.version);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const queue = useRef<Promise<void>>(Promise.resolve());
  const [given, setGiven] = useState({
    answers: assessment.answers as SuitabilityAnswers,
    knockOuts: assessment.knockOuts,
  });
  const [saving, setSaving] = useState<Saving>("idle");
  useEffect(() => () => clearTimeout(timer.current), []);

  const { worked, sides } = useMemo(() => {
    const knockOuts = KNOCK_OUTS.filter((each) => given.knockOuts.includes(each.key));
    return {
      worked: assessSuitability(criteria, given.answers, knockOuts, thresholds),
      sides: weighBenefitAndDifficulty(criteria, given.answers),
    };
  }, [criteria, thresholds, given]);

  function follow(event: FormEvent<HTMLDivElement>) {
    const form = event.target instanceof Element ? event.target.closest("form") : null;
    if (!form) return;
    setGiven(readForm(new FormData(form)));
    setSaving("waiting");
    clearTimeout(timer.current);
    timer.current = setTimeout(() => {
      queue.current = queue.current.then(() => keep(form));
    }, WAIT_MS);
  }

  async function keep(form: HTMLFormElement) {
    try {
      const state = await keepDraft(IDLE, withVersion(new FormData(form)));
      if (state.status !== "done") return setSaving("failed");
      takeVersion(state.value);
      setSaving("saved");
    } catch {
      setSaving("failed"); // No connection: the answers are still in the form, and Save says what is wrong.
    }
  }

  function takeVersion(value: unknown) {
    const next = (value as { version?: number } | undefined)?.version;
    if (next !== undefined) version.current = Math.max(version.current, next);
  }

  /** The newest that is known: from a save of ours, or from a conflict that was looked at. */
  function withVersion(form: FormData): FormData {
    form.set("version", String(Math.max(version.current, Number(form.get("version")))));
    return form;
  }

  /** A press of a button waits for what is being saved by itself, and goes on from the version that this gave. */
  const press: FormAction = async (previous, form) => {
    clearTimeout(timer.current);
    await queue.current;
    withVersion(form);
    if (form.get("intent") === "complete") return complete(previous, withoutIntent(form));
    const state = await keepDraft(previous, withoutIntent(form));
    if (state.status !== "done") return state;
    takeVersion(state.value);
    setSaving("saved");
    return { ...state, message: "Draft saved" };
  };

  return (
    <RecordLayout
      side={<AssessmentResult worked={worked} sides={sides} thresholds={thresholds} questions={criteria.length} />}
    >
      {/* Follows what bubbles up from the fields; not a control itself. */}
      <div onInput={isReadOnly ? undefined : follow}>
        <ActionForm action={press} className="grid gap-4" label="Assessment">
          <input type="hidden" name="id" value={id} />
          <input type="hidden" name="version" defaultValue={assessment.version} />
          <Card>
            <CardHeader title="Knock-outs" sub="Any of these decides by itself: the work stays." />
            <div className="px-4 py-3.5">
              <Field name="knockOuts" label="Knock-outs that apply" hideLabel group>
                <div className="grid gap-2">
                  {KNOCK_OUTS.map((knockOut) => (
                    <Checkbox
                      key={knockOut.key}
                      name="knockOuts[]"
                      value={knockOut.key}
                      label={knockOut.name}
                      help={knockOut.question}
                      defaultChecked={assessment.knockOuts.includes(knockOut.key)}
                      disabled={isReadOnly}
                    />
                  ))}
                </div>
              </Field>
            </div>
          </Card>
          <Card>
            <CardHeader title="Questions" sub="From 1 to 5. Notes help whoever reads this in a year." />
            {criteria.map((criterion) => (
              <CriterionField
                key={criterion.key}
                criterion={criterion}
                answer={assessment.answers[criterion.key]}
                note={assessment.notes[criterion.key]}
                isReadOnly={isReadOnly}
              />
            ))}
          </Card>
          {isReadOnly ? null : (
            <FormButtons>
              <SubmitButton name="intent" value="complete">
                Complete assessment
              </SubmitButton>
              <SubmitButton variant="secondary" name="intent" value="save">
                Save draft
              </SubmitButton>
              <span role="status" className="text-ink-3 text-sm">
                {SAVING_TEXT[saving]}
              </span>
            </FormButtons>
          )}
        </ActionForm>
      </div>
    </RecordLayout>
  );
}

/** The button's own field is not one of the assessment's. */
function withoutIntent(form: FormData): FormData {
  const rest = new FormData();
  for (const [name, value] of form) if (name !== "intent") rest.append(name, value);
  return rest;
}
