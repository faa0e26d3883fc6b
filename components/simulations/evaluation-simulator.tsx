"use client";

import { useMemo, useState } from "react";
import { LineChart } from "@/components/charts/line-chart";
import { Note } from "@/components/ui/callout";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { Checkbox } from "@/components/ui/choice";
import { Field, FieldRow } from "@/components/ui/field";
import { DecimalInput } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { d } from "@/lib/shared/decimal";
import { done } from "@/lib/shared/outcome";
import type { EvaluationBody } from "@/lib/simulations/examples";
import { simulateEvaluation } from "@/lib/sourcing/rules/simulate-evaluation";
import { evaluationSimulationSchema } from "@/lib/sourcing/simulation-schema";
import { CellInput } from "./cell-input";
import { EditGrid } from "./edit-grid";
import { EvaluationResult } from "./evaluation-result";
import { SimulatorLayout } from "./simulator-layout";
import { useSimulation } from "./use-simulation";

type Bid = EvaluationBody["bids"][number];
type Method = EvaluationBody["priceMethod"];

const METHODS: Record<Method["type"], string> = {
  lowestRatio: "Lowest price ÷ price",
  linear: "Linear between two prices",
  meanDeviation: "Distance from the mean",
  qualityInMoney: "Quality in money",
};

const simulate = (input: Parameters<typeof simulateEvaluation>[0]) => done(simulateEvaluation(input));
const complementOf = (weight: number) => String(100 - weight);
const STEPS = Array.from({ length: 21 }, (_, index) => index * 5);

/** Bids, weights and price method; the slider shows where the winner changes. */
export function EvaluationSimulator({ initial, locale }: { initial: EvaluationBody; locale: string }) {
  const [body, setBody] = useState(initial);
  const { result, isOld, errors } = useSimulation(evaluationSimulationSchema, simulate, body);
  const isMoney = body.priceMethod.type === "qualityInMoney";
  const weight = Number(body.technicalWeight) || 0;
  const courses = useMemo(() => (isMoney ? [] : coursesOf(body)), [body, isMoney]);

  const change = (changes: Partial<EvaluationBody>) => setBody((before) => ({ ...before, ...changes }));
  const changeBid = (index: number, changes: Partial<Bid>) =>
    change({ bids: body.bids.map((bid, at) => (at === index ? { ...bid, ...changes } : bid)) });
  const setWeight = (text: string) =>
    change({
      technicalWeight: text,
      priceWeight: /^\d+(\.\d+)?$/.test(text) ? d(100).minus(text).toFixed() : body.priceWeight,
    });

  const columns: { key: "technical" | "technicalMaximum" | "price" | "qualityValue"; label: string }[] = [
    { key: "technical", label: "Technical" },
    { key: "technicalMaximum", label: "of at most" },
    { key: "price", label: "Price" },
    ...(isMoney ? [{ key: "qualityValue" as const, label: "Value of quality" }] : []),
  ];

  return (
    <SimulatorLayout
      name="evaluation"
      body={body}
      errors={errors}
      isOld={isOld}
      steps={result?.steps ?? []}
      form={
        <>
          <Card>
            <CardHeader title="Weights" />
            <CardBody className="grid gap-4">
              {isMoney ? (
                <Note>With quality in money the weights do not count: the price less the value of quality ranks.</Note>
              ) : null}
              <label className="grid gap-1.5">
                <span className="flex justify-between gap-4 font-medium text-sm">
                  <span>Technical {body.technicalWeight} %</span>
                  <span>Price {body.priceWeight} %</span>
                </span>
                <input
                  type="range"
                  min={0}
                  max={100}
                  step={1}
                  value={weight}
                  onChange={(event) =>
                    change({
                      technicalWeight: event.currentTarget.value,
                      priceWeight: complementOf(Number(event.currentTarget.value)),
                    })
                  }
                  aria-label="Technical weight in percent"
                  className="h-6 w-full accent-accent"
                />
              </label>
              <FieldRow>
                <Field name="technicalWeight" label="Technical weight" required error={errors.technicalWeight}>
                  <DecimalInput
                    unit="%"
                    value={body.technicalWeight}
                    onChange={(event) => setWeight(event.currentTarget.value)}
                  />
                </Field>
                <Field name="minimumTechnical" label="Minimum technical score" required error={errors.minimumTechnical}>
                  <DecimalInput
                    value={body.minimumTechnical ?? "0"}
                    onChange={(event) => change({ minimumTechnical: event.currentTarget.value })}
                  />
                </Field>
              </FieldRow>
              <Checkbox
                label="Technical scores relative to the best bid"
                checked={body.relativeToBest ?? false}
                onChange={(event) => change({ relativeToBest: event.currentTarget.checked })}
              />
              <MethodFields
                method={body.priceMethod}
                onChange={(priceMethod) => change({ priceMethod })}
                errors={errors}
              />
            </CardBody>
          </Card>
          <Card>
            <CardHeader title="Bids" />
            <CardBody>
              <EditGrid
                caption="Bids"
                headers={[
                  { label: "Bid" },
                  ...columns.map((column) => ({ label: column.label, align: "right" as const })),
                ]}
                rows={body.bids.map((bid, index) => ({
                  key: `${index}`,
                  cells: [
                    <CellInput
                      key="id"
                      isText
                      label={`Name of bid ${index + 1}`}
                      value={bid.id}
                      error={errors[`bids.${index}.id`]}
                      onChange={(id) => changeBid(index, { id })}
                    />,
                    ...columns.map(({ key, label }) => (
                      <CellInput
                        key={key}
                        label={`${label} of bid ${bid.id}`}
                        value={bid[key] ?? ""}
                        error={errors[`bids.${index}.${key}`]}
                        onChange={(text) => changeBid(index, { [key]: text })}
                      />
                    )),
                  ],
                }))}
                addLabel="Add a bid"
                onAdd={() => change({ bids: [...body.bids, newBid(body.bids)] })}
                onRemove={(index) => change({ bids: body.bids.filter((_, at) => at !== index) })}
              />
            </CardBody>
          </Card>
        </>
      }
    >
      {result ? <EvaluationResult result={result} body={body} locale={locale} /> : null}
      {courses.length > 0 && body.bids.length <= 5 ? (
        <LineChart
          title="Totals by technical weight"
          sub="Where two lines cross, the order of the two bids changes."
          axis="Technical weight"
          points={courses}
          series={body.bids.map((bid) => ({ key: bid.id, label: bid.id }))}
          look={{ locale, digits: 2 }}
        />
      ) : null}
    </SimulatorLayout>
  );
}

function newBid(bids: readonly Bid[]): Bid {
  const known = new Set(bids.map((bid) => bid.id));
  const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
  const id = [...letters].find((letter) => !known.has(letter)) ?? `Bid ${bids.length + 1}`;
  const last = bids.at(-1);
  return {
    id,
    technical: last?.technical ?? "80",
    technicalMaximum: last?.technicalMaximum ?? "100",
    price: last?.price ?? "10000",
    ...(last?.qualityValue == null ? {} : { qualityValue: last.qualityValue }),
  };
}

/** Totals of every bid at each weight, by the rule itself. */
function coursesOf(body: EvaluationBody) {
  return STEPS.flatMap((technical) => {
    const parsed = evaluationSimulationSchema.safeParse({
      ...body,
      technicalWeight: String(technical),
      priceWeight: complementOf(technical),
    });
    if (!parsed.success) return [];
    const { bids } = simulateEvaluation(parsed.data);
    const values = Object.fromEntries(bids.map((bid) => [bid.id, bid.total === null ? null : Number(bid.total)]));
    return [{ label: `${technical} %`, values }];
  });
}

type MethodFieldsProps = { method: Method; onChange: (method: Method) => void; errors: Record<string, string> };

function MethodFields({ method, onChange, errors }: MethodFieldsProps) {
  return (
    <>
      <Field name="priceMethod" label="Price method" required>
        <Select
          options={Object.entries(METHODS).map(([value, label]) => ({ value, label }))}
          value={method.type}
          onChange={(event) => onChange({ type: event.currentTarget.value as Method["type"] })}
        />
      </Field>
      {method.type === "linear" ? (
        <FieldRow>
          <Field
            name="minimum"
            label="Price that earns 100"
            help="Empty: the lowest bid."
            error={errors["priceMethod.minimum"]}
          >
            <DecimalInput
              value={method.minimum ?? ""}
              onChange={(event) => onChange({ ...method, minimum: event.currentTarget.value || null })}
            />
          </Field>
          <Field
            name="maximum"
            label="Price that earns 0"
            help="Empty: the highest bid."
            error={errors["priceMethod.maximum"]}
          >
            <DecimalInput
              value={method.maximum ?? ""}
              onChange={(event) => onChange({ ...method, maximum: event.currentTarget.value || null })}
            />
          </Field>
        </FieldRow>
      ) : null}
    </>
  );
}
