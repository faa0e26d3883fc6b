"use client";

import { Plus, Trash2 } from "lucide-react";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { Field, FieldRow } from "@/components/ui/field";
import { DecimalInput, Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { simulateServiceCredits } from "@/lib/service-levels/rules/simulate-service-credits";
import { serviceCreditSimulationSchema } from "@/lib/service-levels/simulation-schema";
import { addMonths, isMonth } from "@/lib/shared/month";
import { done } from "@/lib/shared/outcome";
import type { ServiceCreditBody } from "@/lib/simulations/examples";
import { CellInput } from "./cell-input";
import { EditGrid } from "./edit-grid";
import { type Level, SchemeFields } from "./scheme-fields";
import { ServiceCreditResult } from "./service-credit-result";
import { SimulatorLayout } from "./simulator-layout";
import { useSimulation } from "./use-simulation";

type Period = ServiceCreditBody["periods"][number];
const simulate = (input: Parameters<typeof simulateServiceCredits>[0]) => done(simulateServiceCredits(input));

/** A credit scheme against a history: values by period and service level, credits as they are typed. */
export function ServiceCreditSimulator({ initial, locale }: { initial: ServiceCreditBody; locale: string }) {
  const [body, setBody] = useState(initial);
  const { result, isOld, errors } = useSimulation(serviceCreditSimulationSchema, simulate, body);
  const { serviceLevels: levels, periods } = body;
  const table = body.pointsTable ?? [];
  const change = (changes: Partial<ServiceCreditBody>) => setBody((before) => ({ ...before, ...changes }));

  function changeLevel(index: number, level: Level) {
    const before = levels[index]?.id;
    const renamed = periods.map((period) => {
      if (before === undefined || before === level.id || !(before in period.values)) return period;
      const { [before]: value, ...rest } = period.values;
      return { ...period, values: { ...rest, [level.id]: value ?? null } };
    });
    change({ serviceLevels: levels.map((each, at) => (at === index ? level : each)), periods: renamed });
  }

  function removeLevel(index: number) {
    const id = levels[index]?.id ?? "";
    change({
      serviceLevels: levels.filter((_, at) => at !== index),
      periods: periods.map((period) => {
        const { [id]: _, ...values } = period.values;
        return { ...period, values };
      }),
    });
  }

  function addLevel() {
    const id = `level-${levels.length + 1}`;
    const scheme = {
      type: "pool",
      poolPercent: "50",
      allocationPercent: "20",
      multipliers: ["1"],
      expectedMisses: 4,
    } as const;
    change({
      serviceLevels: [
        ...levels,
        { id, direction: "higher", expected: "95", minimum: "90", scheme: { ...scheme, multipliers: ["1"] } },
      ],
    });
  }

  const changePeriod = (index: number, period: Period) =>
    change({ periods: periods.map((each, at) => (at === index ? period : each)) });

  function addPeriod() {
    const last = periods.at(-1)?.period ?? "2026-01";
    change({ periods: [...periods, { period: isMonth(last) ? addMonths(last, 1) : last, values: {} }] });
  }

  return (
    <SimulatorLayout
      name="service-credits"
      body={body}
      errors={errors}
      isOld={isOld}
      steps={result?.steps ?? []}
      form={
        <>
          <Card>
            <CardHeader title="Contract" />
            <CardBody className="grid gap-4">
              <FieldRow>
                <Field name="charges" label="Charges of a period" required error={errors.charges}>
                  <DecimalInput
                    unit={body.currency}
                    value={body.charges ?? ""}
                    onChange={(event) => change({ charges: event.currentTarget.value })}
                  />
                </Field>
                <Field name="currency" label="Currency" required error={errors.currency}>
                  <Input
                    value={body.currency}
                    maxLength={3}
                    onChange={(event) => change({ currency: event.currentTarget.value.toUpperCase() })}
                  />
                </Field>
                <Field name="atRiskPercent" label="Amount at risk" required error={errors.atRiskPercent}>
                  <DecimalInput
                    unit="%"
                    value={body.atRiskPercent}
                    onChange={(event) => change({ atRiskPercent: event.currentTarget.value })}
                  />
                </Field>
                <Field
                  name="yearlyCapPercent"
                  label="At most in a year"
                  help="Empty: no yearly cap."
                  error={errors.yearlyCapPercent}
                >
                  <DecimalInput
                    unit="%"
                    value={body.yearlyCapPercent ?? ""}
                    onChange={(event) => change({ yearlyCapPercent: event.currentTarget.value || null })}
                  />
                </Field>
              </FieldRow>
              <EarnBackFields
                value={body.earnBack ?? null}
                errors={errors}
                onChange={(earnBack) => change({ earnBack })}
              />
              <EditGrid
                caption="Points to percent of charges"
                headers={[
                  { label: "From points", align: "right" },
                  { label: "% of charges", align: "right" },
                ]}
                rows={table.map((row, index) => ({
                  key: `${index}`,
                  cells: ([0, 1] as const).map((place) => (
                    <CellInput
                      key={place}
                      label={`${place === 0 ? "Points" : "Percent"} of row ${index + 1}`}
                      value={row[place]}
                      error={errors[`pointsTable.${index}.${place}`]}
                      onChange={(text) =>
                        change({
                          pointsTable: table.map((each, at) =>
                            at !== index ? each : place === 0 ? [text, each[1]] : [each[0], text],
                          ),
                        })
                      }
                    />
                  )),
                }))}
                onAdd={() => change({ pointsTable: [...table, [String(Number(table.at(-1)?.[0] ?? 0) + 5), "0"]] })}
                onRemove={(index) => change({ pointsTable: table.filter((_, at) => at !== index) })}
              />
            </CardBody>
          </Card>
          <Card>
            <CardHeader
              title="Values"
              sub="Empty is no data."
              action={
                <Button size="sm" icon={<Plus aria-hidden />} onClick={addPeriod}>
                  Add a period
                </Button>
              }
            />
            <CardBody>
              <EditGrid
                caption="Values by period and service level"
                headers={[
                  { label: "Period" },
                  ...levels.map((level) => ({ label: level.id, align: "right" as const })),
                ]}
                rows={periods.map((period, index) => ({
                  key: `${index}`,
                  cells: [
                    <CellInput
                      key="period"
                      type="month"
                      label={`Period ${index + 1}`}
                      value={period.period}
                      error={errors[`periods.${index}.period`]}
                      onChange={(text) => changePeriod(index, { ...period, period: text })}
                    />,
                    ...levels.map((level) => (
                      <CellInput
                        key={level.id}
                        label={`${level.id} in ${period.period}`}
                        value={period.values[level.id] ?? ""}
                        error={errors[`periods.${index}.values.${level.id}`]}
                        onChange={(text) =>
                          changePeriod(index, {
                            ...period,
                            values: { ...period.values, [level.id]: text === "" ? null : text },
                          })
                        }
                      />
                    )),
                  ],
                }))}
                onRemove={(index) => change({ periods: periods.filter((_, at) => at !== index) })}
              />
            </CardBody>
          </Card>
          {levels.map((level, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: names change while one types; the place stays
            <Card key={`level-${index + 1}`}>
              <CardHeader
                title={
                  <CellInput
                    isText
                    label={`Name of service level ${index + 1}`}
                    value={level.id}
                    onChange={(id) => changeLevel(index, { ...level, id })}
                  />
                }
                action={
                  <Button
                    variant="quiet"
                    size="icon"
                    aria-label={`Remove ${level.id}`}
                    icon={<Trash2 aria-hidden />}
                    disabled={levels.length <= 1}
                    onClick={() => removeLevel(index)}
                  />
                }
              />
              <CardBody>
                <SchemeFields
                  level={level}
                  path={`serviceLevels.${index}`}
                  errors={errors}
                  onChange={(next) => changeLevel(index, next)}
                />
              </CardBody>
            </Card>
          ))}
          <div>
            <Button icon={<Plus aria-hidden />} onClick={addLevel}>
              Add a service level
            </Button>
          </div>
        </>
      }
    >
      {result ? <ServiceCreditResult result={result} locale={locale} /> : null}
    </SimulatorLayout>
  );
}

type EarnBack = NonNullable<ServiceCreditBody["earnBack"]>;
type EarnBackFieldsProps = {
  value: EarnBack | null;
  errors: Record<string, string>;
  onChange: (value: EarnBack | null) => void;
};

function EarnBackFields({ value, errors, onChange }: EarnBackFieldsProps) {
  const periods = value?.periods ?? 3;
  function choose(type: string) {
    if (type === "allMet") onChange({ type, periods });
    else if (type === "meanAtLeast") onChange({ type, periods, target: "98" });
    else onChange(null);
  }
  return (
    <FieldRow columns={3}>
      <Field name="earnBack" label="Earn-back">
        <Select
          placeholder="None"
          options={[
            { value: "allMet", label: "All of the next periods met" },
            { value: "meanAtLeast", label: "Mean reaches a target" },
          ]}
          value={value?.type ?? ""}
          onChange={(event) => choose(event.currentTarget.value)}
        />
      </Field>
      {value ? (
        <Field name="earnBackPeriods" label="Periods" required error={errors["earnBack.periods"]}>
          <DecimalInput
            value={String(periods)}
            onChange={(event) => onChange({ ...value, periods: Number(event.currentTarget.value) })}
          />
        </Field>
      ) : null}
      {value?.type === "meanAtLeast" ? (
        <Field name="earnBackTarget" label="Target" required error={errors["earnBack.target"]}>
          <DecimalInput
            value={value.target}
            onChange={(event) => onChange({ ...value, target: event.currentTarget.value })}
          />
        </Field>
      ) : null}
    </FieldRow>
  );
}
