"use client";

import { useState } from "react";
import { BarsChart } from "@/components/charts/bars-chart";
import { Note } from "@/components/ui/callout";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { RadioGroup } from "@/components/ui/choice";
import { Field, FieldRow } from "@/components/ui/field";
import { DecimalInput } from "@/components/ui/input";
import { StatStrip } from "@/components/ui/stat-strip";
import { simulateBusinessCase } from "@/lib/business-cases/rules/simulate-business-case";
import {
  type BusinessCaseSimulationResult,
  businessCaseSimulationSchema,
} from "@/lib/business-cases/simulation-schema";
import { d, isDecimalText } from "@/lib/shared/decimal";
import { formatDecimal } from "@/lib/shared/format";
import { done } from "@/lib/shared/outcome";
import type { BusinessCaseBody } from "@/lib/simulations/examples";
import { CellInput } from "./cell-input";
import { EditGrid } from "./edit-grid";
import { SimulatorLayout } from "./simulator-layout";
import { useSimulation } from "./use-simulation";

type Flow = { date: string; amount: string };
const simulate = (input: Parameters<typeof simulateBusinessCase>[0]) => done(simulateBusinessCase(input));

function flowsOf(body: BusinessCaseBody): { isDated: boolean; flows: Flow[] } {
  const isDated = typeof body.flows[0] === "object";
  const flows = body.flows.map((flow) => (typeof flow === "string" ? { date: "", amount: flow } : flow));
  return { isDated, flows };
}

/** The rate is shown in percent and sent as a fraction. */
function percentOf(fraction: string): string {
  return isDecimalText(fraction) ? d(fraction).times(100).toFixed() : fraction;
}

/** Cash flows by year or by date; net present value, internal rate and payback as they are typed. */
export function BusinessCaseSimulator({ initial, locale }: { initial: BusinessCaseBody; locale: string }) {
  const start = flowsOf(initial);
  const [percent, setPercent] = useState(percentOf(initial.rate));
  const [convention, setConvention] = useState(initial.convention ?? "t0");
  const [isDated, setIsDated] = useState(start.isDated);
  const [flows, setFlows] = useState(start.flows);
  const [body, setBody] = useState(initial);
  const { result, isOld, errors } = useSimulation(businessCaseSimulationSchema, simulate, body);

  function apply(changes: {
    percent?: string;
    convention?: "t0" | "allDiscounted";
    isDated?: boolean;
    flows?: Flow[];
  }) {
    const next = { percent, convention, isDated, flows, ...changes };
    setPercent(next.percent);
    setConvention(next.convention);
    setIsDated(next.isDated);
    setFlows(next.flows);
    const rate = isDecimalText(next.percent) ? d(next.percent).dividedBy(100).toFixed() : next.percent;
    setBody({
      rate,
      ...(next.isDated ? {} : { convention: next.convention }),
      flows: next.isDated ? next.flows : next.flows.map((flow) => flow.amount),
    });
  }

  function changeFlow(index: number, changes: Partial<Flow>) {
    apply({ flows: flows.map((flow, at) => (at === index ? { ...flow, ...changes } : flow)) });
  }

  /** A column of figures from a spreadsheet fills the rows from here on. */
  function typeAmount(index: number, text: string) {
    const parts = text.trim().split(/[\s;]+/);
    if (parts.length < 2) return changeFlow(index, { amount: text.trim() });
    const next = [...flows];
    parts.forEach((part, offset) => {
      const at = index + offset;
      next[at] = { date: next[at]?.date ?? "", amount: part };
    });
    apply({ flows: next.slice(0, 600) });
  }

  return (
    <SimulatorLayout
      name="business-case"
      body={body}
      errors={errors}
      isOld={isOld}
      steps={result?.steps ?? []}
      form={
        <>
          <Card>
            <CardHeader title="Discounting" />
            <CardBody className="grid gap-4">
              <FieldRow>
                <Field name="rate" label="Discount rate a year" required error={errors.rate}>
                  <DecimalInput
                    unit="%"
                    value={percent}
                    onChange={(event) => apply({ percent: event.currentTarget.value })}
                  />
                </Field>
              </FieldRow>
              <Field name="kind" label="Flows" group required>
                <RadioGroup
                  value={isDated ? "dated" : "plain"}
                  onValueChange={(value) =>
                    apply({ isDated: value === "dated", flows: value === "dated" ? withDates(flows) : flows })
                  }
                  options={[
                    { value: "plain", label: "One a year" },
                    { value: "dated", label: "With dates", help: "Discounted by days, actual/365." },
                  ]}
                />
              </Field>
              {isDated ? null : (
                <Field name="convention" label="First flow" group required error={errors.convention}>
                  <RadioGroup
                    value={convention}
                    onValueChange={(value) => apply({ convention: value === "allDiscounted" ? "allDiscounted" : "t0" })}
                    options={[
                      { value: "t0", label: "Today, not discounted" },
                      {
                        value: "allDiscounted",
                        label: "In a year, discounted like the others",
                        help: "As spreadsheets do.",
                      },
                    ]}
                  />
                </Field>
              )}
            </CardBody>
          </Card>
          <Card>
            <CardHeader
              title="Cash flows"
              sub="Negative for money that goes out. A column pasted from a spreadsheet fills the rows below."
            />
            <CardBody>
              <EditGrid
                caption="Cash flows"
                headers={[{ label: isDated ? "Date" : "Year" }, { label: "Amount", align: "right" }]}
                rows={flows.map((flow, index) => ({
                  key: `${index}`,
                  cells: [
                    isDated ? (
                      <CellInput
                        key="date"
                        type="date"
                        label={`Date of flow ${index + 1}`}
                        value={flow.date}
                        error={errors[`flows.${index}.date`] ?? errors[`flows.${index}`]}
                        onChange={(date) => changeFlow(index, { date })}
                      />
                    ) : (
                      <span key="year" className="tabular px-1">
                        {convention === "t0" ? index : index + 1}
                      </span>
                    ),
                    <CellInput
                      key="amount"
                      label={`Amount of flow ${index + 1}`}
                      value={flow.amount}
                      error={errors[`flows.${index}.amount`] ?? errors[`flows.${index}`]}
                      onChange={(text) => typeAmount(index, text)}
                    />,
                  ],
                }))}
                addLabel={isDated ? "Add a flow" : "Add a year"}
                onAdd={() =>
                  apply({ flows: [...flows, { date: isDated ? yearAfter(flows.at(-1)?.date) : "", amount: "0" }] })
                }
                onRemove={(index) => apply({ flows: flows.filter((_, at) => at !== index) })}
              />
            </CardBody>
          </Card>
        </>
      }
    >
      {result ? <Result result={result} locale={locale} /> : null}
      <BarsChart
        title="Flows"
        axis={isDated ? "Date" : "Year"}
        points={flows.map((flow, index) => ({
          label: isDated ? flow.date : String(convention === "t0" ? index : index + 1),
          values: { amount: isDecimalText(flow.amount) ? Number(flow.amount) : null },
        }))}
        series={[{ key: "amount", label: "Amount" }]}
        look={{ locale }}
      />
    </SimulatorLayout>
  );
}

function Result({ result, locale }: { result: BusinessCaseSimulationResult; locale: string }) {
  const reader = { locale };
  const rates = result.irr.values.map((rate) => `${formatDecimal(d(rate).times(100).toFixed(), reader, 4)} %`);
  const years = (value: string | null) =>
    value === null ? { value: "never" } : { value: formatDecimal(value, reader, 2), unit: "years" };
  return (
    <>
      <StatStrip
        stats={[
          { label: "Net present value", value: formatDecimal(result.npv, reader, 2) },
          { label: "Internal rate of return", value: result.irr.status === "unique" ? (rates[0] ?? "—") : "—" },
          ...(result.payback === undefined ? [] : [{ label: "Payback", ...years(result.payback) }]),
          ...(result.discountedPayback === undefined
            ? []
            : [{ label: "Discounted payback", ...years(result.discountedPayback) }]),
        ]}
      />
      {result.irr.status === "several" ? (
        <Note tone="warn">
          There are several internal rates of return: {rates.join(" and ")}. None of them can be read as the return;
          compare net present values.
        </Note>
      ) : null}
      {result.irr.status === "none" ? (
        <Note tone="warn">There is no internal rate of return: no rate makes these flows come to zero.</Note>
      ) : null}
    </>
  );
}

function withDates(flows: Flow[]): Flow[] {
  return flows.map((flow, index) => ({ ...flow, date: flow.date || `${2026 + index}-01-01` }));
}

function yearAfter(date: string | undefined): string {
  const year = Number(date?.slice(0, 4));
  return Number.isInteger(year) && date ? `${year + 1}${date.slice(4)}` : "2026-01-01";
}
