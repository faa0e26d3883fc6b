"use client";

import { useState } from "react";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { Field, FieldRow } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { MoneyText } from "@/components/ui/money-text";
import { Select } from "@/components/ui/select";
import { simulateCharges } from "@/lib/charges/rules/simulate-charges";
import { chargeSimulationSchema } from "@/lib/charges/simulation-schema";
import { type ChargesBody, chargeExamples } from "@/lib/simulations/examples";
import { ChargeFields } from "./charge-fields";
import { SimulatorLayout } from "./simulator-layout";
import { useSimulation } from "./use-simulation";

const TYPES: Record<string, string> = {
  baseline: "Baseline with dead band",
  fixed: "Fixed monthly fee",
  milestone: "Milestone",
  timeAndMaterials: "Time and materials",
  unitPrice: "Unit price by volume",
  outcome: "Price per outcome",
  gainShare: "Gain share",
  indexation: "Indexation",
};

/** One charge line of any kind, and what was delivered: what it comes to. */
export function ChargesSimulator({ initial, locale }: { initial: ChargesBody; locale: string }) {
  const [body, setBody] = useState(initial);
  const { result, isOld, errors } = useSimulation(chargeSimulationSchema, simulateCharges, body);
  const isCredit = result?.charge.amount.startsWith("-") ?? false;

  function chooseType(type: string) {
    const example = chargeExamples[type];
    if (example) setBody({ currency: body.currency, ...example });
  }

  return (
    <SimulatorLayout
      name="charges"
      body={body}
      errors={errors}
      isOld={isOld}
      steps={result?.steps ?? []}
      form={
        <Card>
          <CardHeader title="Charge line" />
          <CardBody className="grid gap-4">
            <FieldRow>
              <Field name="type" label="Kind" required>
                <Select
                  options={Object.entries(TYPES).map(([value, label]) => ({ value, label }))}
                  value={body.line.type}
                  onChange={(event) => chooseType(event.currentTarget.value)}
                />
              </Field>
              <Field name="currency" label="Currency" required error={errors.currency}>
                <Input
                  value={body.currency}
                  maxLength={3}
                  onChange={(event) => setBody({ ...body, currency: event.currentTarget.value.toUpperCase() })}
                />
              </Field>
            </FieldRow>
            <ChargeFields
              key={body.line.type}
              line={body.line}
              actual={body.actual}
              currency={body.currency}
              errors={errors}
              onLine={(line) => setBody({ ...body, line: { ...body.line, ...line } })}
              onActual={(actual) => setBody({ ...body, actual: { ...body.actual, ...actual } })}
            />
          </CardBody>
        </Card>
      }
    >
      <Card>
        <CardHeader title={isCredit ? "Credit" : "Charge"} />
        <CardBody>
          <p className="font-semibold text-figure-lg" aria-live="polite">
            {result ? (
              <MoneyText
                amount={result.charge.amount}
                currency={result.charge.currency}
                reader={{ locale }}
                digits="paid"
              />
            ) : (
              "—"
            )}
          </p>
          <p className="text-ink-2">{isCredit ? "To the client: less was used than agreed." : TYPES[body.line.type]}</p>
        </CardBody>
      </Card>
    </SimulatorLayout>
  );
}
