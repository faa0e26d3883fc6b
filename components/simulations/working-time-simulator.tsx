"use client";

import { useEffect, useRef, useState } from "react";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { Checkbox, RadioGroup } from "@/components/ui/choice";
import { Field, FieldRow } from "@/components/ui/field";
import { DateInput, DecimalInput, Input, Textarea } from "@/components/ui/input";
import { IDLE } from "@/lib/shared/action-state";
import type { WorkingTimeSimulationResult } from "@/lib/shared/working-time/simulation-schema";
import { runWorkingTime } from "@/lib/simulations/actions";
import type { WorkingTimeBody } from "@/lib/simulations/examples";
import type { SimulationRun } from "@/lib/simulations/run";
import { EditGrid } from "./edit-grid";
import { SimulatorLayout } from "./simulator-layout";
import { WeekFields } from "./week-fields";

type Run = SimulationRun<WorkingTimeSimulationResult>;
type Pause = { from: string; to?: string | null | undefined };
type Question = "elapsed" | "seconds" | "days";
const WAIT_MS = 350;

function questionOf(body: WorkingTimeBody): Question {
  if (body.to !== undefined) return "elapsed";
  return body.add?.workingDays === undefined ? "seconds" : "days";
}

function toWords(seconds: number): string {
  const hours = Math.floor(seconds / 3600);
  const minutes = Math.floor((seconds % 3600) / 60);
  return [hours ? `${hours} h` : "", minutes || !hours ? `${minutes} min` : ""].filter(Boolean).join(" ");
}

/** A calendar, a start, and either an end or a duration: how much working time, or when it is due. */
export function WorkingTimeSimulator({ initial, first }: { initial: WorkingTimeBody; first: Run }) {
  const [body, setBody] = useState(initial);
  const [run, setRun] = useState(first);
  const [result, setResult] = useState(first.ok ? first.result : null);
  const asked = useRef(JSON.stringify(initial));

  useEffect(() => {
    const text = JSON.stringify(body);
    if (text === asked.current) return;
    const timer = setTimeout(async () => {
      asked.current = text;
      const form = new FormData();
      form.set("body", text);
      const state = await runWorkingTime(IDLE, form).catch(() => null);
      if (asked.current !== text) return; // A later question is under way.
      const next: Run =
        state?.status === "done"
          ? (state.value as Run)
          : {
              ok: false,
              errors: { "": state?.status === "refused" ? state.message : "No answer. Try again in a moment." },
            };
      setRun(next);
      if (next.ok) setResult(next.result);
    }, WAIT_MS);
    return () => clearTimeout(timer);
  }, [body]);

  const errors = run.ok ? {} : run.errors;
  const change = (changes: Partial<WorkingTimeBody>) => setBody((before) => ({ ...before, ...changes }));
  const question = questionOf(body);
  const pauses: Pause[] = body.pauses ?? [];

  function ask(next: Question) {
    const { to: _, add: __, ...rest } = body;
    if (next === "elapsed") setBody({ ...rest, to: body.from });
    else
      setBody({ ...rest, add: next === "seconds" ? { workingSeconds: 21_600 } : { workingDays: 2, endOfDay: false } });
  }

  return (
    <SimulatorLayout
      name="working-time"
      body={body}
      errors={errors}
      isOld={!run.ok}
      steps={result?.steps ?? []}
      form={
        <>
          <Card>
            <CardHeader title="Question" />
            <CardBody className="grid gap-4">
              <Field name="question" label="What is asked" hideLabel group required>
                <RadioGroup
                  value={question}
                  onValueChange={(value) => ask(value as Question)}
                  options={[
                    { value: "seconds", label: "When is it due after so many working hours?" },
                    { value: "days", label: "When is it due after so many working days?" },
                    { value: "elapsed", label: "How much working time lies between two moments?" },
                  ]}
                />
              </Field>
              <FieldRow>
                <Field
                  name="from"
                  label="From"
                  required
                  error={errors.from}
                  help="Wall-clock time of the calendar's zone."
                >
                  <DateInput
                    type="datetime-local"
                    value={body.from.slice(0, 16)}
                    onChange={(event) => change({ from: event.currentTarget.value })}
                  />
                </Field>
                {question === "elapsed" ? (
                  <Field name="to" label="To" required error={errors.to}>
                    <DateInput
                      type="datetime-local"
                      value={(body.to ?? "").slice(0, 16)}
                      onChange={(event) => change({ to: event.currentTarget.value })}
                    />
                  </Field>
                ) : null}
                {question === "seconds" ? (
                  <Field name="add" label="Working hours" required error={errors["add.workingSeconds"]}>
                    <DecimalInput
                      unit="hours"
                      defaultValue={String((body.add?.workingSeconds ?? 0) / 3600)}
                      onChange={(event) =>
                        change({ add: { workingSeconds: Math.round(Number(event.currentTarget.value) * 3600) } })
                      }
                    />
                  </Field>
                ) : null}
                {question === "days" ? (
                  <Field name="add" label="Working days" required error={errors["add.workingDays"]}>
                    <DecimalInput
                      unit="days"
                      defaultValue={String(body.add?.workingDays ?? 0)}
                      onChange={(event) =>
                        change({ add: { ...body.add, workingDays: Number(event.currentTarget.value) } })
                      }
                    />
                  </Field>
                ) : null}
              </FieldRow>
              {question === "days" ? (
                <Checkbox
                  label="Due at the end of that working day"
                  checked={body.add?.endOfDay ?? false}
                  onChange={(event) => change({ add: { ...body.add, endOfDay: event.currentTarget.checked } })}
                />
              ) : null}
            </CardBody>
          </Card>
          <Card>
            <CardHeader title="Calendar" />
            <CardBody className="grid gap-4">
              <Field name="timeZone" label="Time zone" required error={errors["calendar.timeZone"]}>
                <Input
                  value={body.calendar.timeZone}
                  onChange={(event) => change({ calendar: { ...body.calendar, timeZone: event.currentTarget.value } })}
                />
              </Field>
              <WeekFields
                hours={body.calendar.hours}
                errors={errors}
                onChange={(hours) => change({ calendar: { ...body.calendar, hours } })}
              />
              <Field
                name="holidays"
                label="Holidays"
                help="Closed days as YYYY-MM-DD, one a line."
                error={Object.entries(errors).find(([path]) => path.startsWith("calendar.holidays"))?.[1]}
              >
                <Textarea
                  rows={2}
                  defaultValue={(body.calendar.holidays ?? []).join("\n")}
                  onChange={(event) =>
                    change({
                      calendar: {
                        ...body.calendar,
                        holidays: event.currentTarget.value.split(/[\s,;]+/).filter(Boolean),
                      },
                    })
                  }
                />
              </Field>
            </CardBody>
          </Card>
          <Card>
            <CardHeader title="Pauses" sub="The clock stands still; only what lies inside working time counts." />
            <CardBody>
              <EditGrid
                caption="Pauses"
                headers={[{ label: "From" }, { label: "To" }]}
                rows={pauses.map((pause, index) => ({
                  key: `${index}`,
                  cells: (["from", "to"] as const).map((side) => (
                    <DateInput
                      key={side}
                      type="datetime-local"
                      aria-label={`Pause ${index + 1} ${side}`}
                      value={(pause[side] ?? "").slice(0, 16)}
                      onChange={(event) =>
                        change({
                          pauses: pauses.map((each, at) =>
                            at === index
                              ? { ...each, [side]: event.currentTarget.value || (side === "to" ? null : "") }
                              : each,
                          ),
                        })
                      }
                    />
                  )),
                }))}
                addLabel="Add a pause"
                onAdd={() => change({ pauses: [...pauses, { from: body.from, to: body.from }] })}
                {...(pauses.length > 1
                  ? { onRemove: (index: number) => change({ pauses: pauses.filter((_, at) => at !== index) }) }
                  : {})}
              />
              {pauses.length === 1 ? (
                <button
                  type="button"
                  className="min-h-6 text-ink-2 text-sm underline"
                  onClick={() => change({ pauses: [] })}
                >
                  Remove the pause
                </button>
              ) : null}
            </CardBody>
          </Card>
        </>
      }
    >
      <Card>
        <CardHeader title={result && "due" in result ? "Due" : "Working time"} />
        <CardBody>
          <p className="tabular font-semibold text-figure-lg" aria-live="polite">
            {result ? ("due" in result ? result.due.replace("T", " ") : toWords(result.workingSeconds)) : "—"}
          </p>
          <p className="text-ink-2">
            {result && "workingSeconds" in result
              ? `${result.workingSeconds.toLocaleString("en")} seconds`
              : body.calendar.timeZone}
          </p>
        </CardBody>
      </Card>
    </SimulatorLayout>
  );
}
