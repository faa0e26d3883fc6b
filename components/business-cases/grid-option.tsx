"use client";

import clsx from "clsx";
import { Plus, Trash2 } from "lucide-react";
import { Button } from "@/components/ui/button";
import { useFormState } from "@/components/ui/form-context";
import {
  categoryLabels,
  optionKindLabels,
  outsourcingTypeLabels,
  vendorModelLabels,
} from "@/lib/business-cases/labels";
import type { Decimal } from "@/lib/shared/decimal";
import { formatMoney } from "@/lib/shared/format";
import { toOptions } from "@/lib/shared/options";
import type { GridOption } from "./grid-state";
import type { LiveTotals } from "./live-totals";
import type { Grid } from "./use-grid";

const CELL =
  "h-8 w-full min-w-0 rounded border border-transparent bg-transparent px-2 hover:border-line-strong focus:border-accent focus:bg-surface";

type GridOptionProps = {
  option: GridOption;
  index: number;
  grid: Grid;
  totals: LiveTotals;
  firstYear: number;
  currency: string;
  locale: string;
};

function GridSelect(props: {
  name: string;
  label: string;
  value: string;
  options: { value: string; label: string }[];
  onChange: (value: string) => void;
}) {
  return (
    <select
      name={props.name}
      aria-label={props.label}
      value={props.value}
      onChange={(event) => props.onChange(event.target.value)}
      className="h-8 rounded-md border border-line-strong bg-surface px-2 text-sm"
    >
      {props.options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ))}
    </select>
  );
}

/** One option: its lines by year, and what they come to while one types. */
export function GridOptionRows({ option, index, grid, totals, firstYear, currency, locale }: GridOptionProps) {
  const { fieldErrors } = useFormState();
  const prefix = `options.${index}`;
  const read = (value: Decimal) => formatMoney(value.toFixed(2), currency, { locale });
  const errorOf = (name: string) => fieldErrors[name]?.join(" ");
  const change = (values: Partial<GridOption>) => grid.changeOption(index, (before) => ({ ...before, ...values }));
  return (
    <tbody className="[&>tr>*]:border-line [&>tr>*]:border-b">
      <tr className="bg-sunken">
        <th colSpan={totals.years.length + 3} scope="rowgroup" className="px-3 py-2 text-left font-normal">
          <input type="hidden" name={`${prefix}.id`} value={option.id ?? ""} />
          <input type="hidden" name={`${prefix}.notes`} value={option.notes} />
          <span className="flex flex-wrap items-center gap-2" data-field={`${prefix}.name`}>
            <span id={`${prefix}.name-label`} className="sr-only">
              Name of option {index + 1}
            </span>
            <input
              name={`${prefix}.name`}
              aria-label={`Name of option ${index + 1}`}
              value={option.name}
              placeholder="Name of the option"
              aria-invalid={errorOf(`${prefix}.name`) ? true : undefined}
              onChange={(event) => change({ name: event.target.value })}
              className="h-8 w-56 rounded-md border border-line-strong bg-surface px-2 font-semibold aria-invalid:border-bad"
            />
            <GridSelect
              name={`${prefix}.kind`}
              label="Kind"
              value={option.kind}
              options={toOptions(optionKindLabels)}
              onChange={(kind) => change({ kind: kind as GridOption["kind"] })}
            />
            <GridSelect
              name={`${prefix}.vendorModel`}
              label="Vendors"
              value={option.vendorModel}
              options={toOptions(vendorModelLabels)}
              onChange={(vendorModel) => change({ vendorModel: vendorModel as GridOption["vendorModel"] })}
            />
            <GridSelect
              name={`${prefix}.outsourcingType`}
              label="Type of outsourcing"
              value={option.outsourcingType}
              options={toOptions(outsourcingTypeLabels)}
              onChange={(type) => change({ outsourcingType: type as GridOption["outsourcingType"] })}
            />
            <span className="ml-auto flex gap-2">
              <Button size="sm" variant="quiet" icon={<Plus aria-hidden />} onClick={() => grid.addLine(index)}>
                Line
              </Button>
              <Button
                size="sm"
                variant="quiet"
                icon={<Trash2 aria-hidden />}
                aria-label={`Remove the option ${option.name}`}
                onClick={() => grid.removeOption(index)}
              >
                Option
              </Button>
            </span>
          </span>
        </th>
      </tr>
      {option.lines.map((line, row) => {
        const at = `${prefix}.lines.${row}`;
        const setLine = (values: Partial<typeof line>) =>
          change({ lines: option.lines.map((one, position) => (position === row ? { ...one, ...values } : one)) });
        return (
          <tr key={line.key}>
            <td className="py-0.5 pl-2" data-field={`${at}.name`}>
              <span className="flex gap-1">
                <GridSelect
                  name={`${at}.category`}
                  label={`Category of line ${row + 1}`}
                  value={line.category}
                  options={toOptions(categoryLabels)}
                  onChange={(category) => setLine({ category: category as typeof line.category })}
                />
                <span id={`${at}.name-label`} className="sr-only">
                  Name of line {row + 1}
                </span>
                <input
                  name={`${at}.name`}
                  aria-label={`Name of line ${row + 1} of ${option.name}`}
                  value={line.name}
                  aria-invalid={errorOf(`${at}.name`) ? true : undefined}
                  title={errorOf(`${at}.name`)}
                  onChange={(event) => setLine({ name: event.target.value })}
                  className={clsx(CELL, "min-w-36 aria-invalid:border-bad")}
                />
              </span>
            </td>
            {line.amounts.map((amount, year) => {
              const cell = { option: index, line: row, year };
              const name = `${at}.amounts.${year}`;
              const label = `${line.name || categoryLabels[line.category]}, ${option.name}, ${firstYear + year}`;
              return (
                // biome-ignore lint/suspicious/noArrayIndexKey: a column is its year
                <td key={year} className="p-0.5" data-field={name}>
                  <span id={`${name}-label`} className="sr-only">
                    {label}
                  </span>
                  <input
                    ref={grid.register(cell)}
                    name={name}
                    aria-label={label}
                    value={amount}
                    inputMode="decimal"
                    autoComplete="off"
                    aria-invalid={errorOf(name) ? true : undefined}
                    title={errorOf(name)}
                    onChange={(event) => grid.setAmount(cell, event.target.value)}
                    onBlur={(event) => grid.onBlur(cell, event.target.value)}
                    onFocus={(event) => event.currentTarget.select()}
                    onKeyDown={(event) => grid.onKeyDown(event, cell)}
                    onPaste={(event) => grid.onPaste(event, cell)}
                    className={clsx(
                      CELL,
                      "tabular min-w-24 text-right aria-invalid:border-bad aria-invalid:bg-bad-soft",
                    )}
                  />
                </td>
              );
            })}
            <td />
            <td className="pr-2 text-right">
              <Button
                size="icon"
                variant="quiet"
                icon={<Trash2 aria-hidden />}
                aria-label={`Remove the line ${line.name || row + 1}`}
                onClick={() => change({ lines: option.lines.filter((_, position) => position !== row) })}
              />
            </td>
          </tr>
        );
      })}
      <tr className="font-semibold">
        <th scope="row" className="px-3 py-2 text-left">
          Net cost
          {totals.savings && totals.npv ? (
            <span className="block font-normal text-ink-2 text-xs">
              saves {read(totals.savings)} · NPV {read(totals.npv)}
            </span>
          ) : null}
        </th>
        {totals.years.map((year, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a column is its year
          <td key={at} className="tabular px-2.5 py-2 text-right">
            {read(year)}
          </td>
        ))}
        <td className="tabular px-2.5 py-2 text-right">{read(totals.total)}</td>
        <td />
      </tr>
    </tbody>
  );
}
