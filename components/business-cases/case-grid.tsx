"use client";

import { Plus } from "lucide-react";
import { ActionForm } from "@/components/ui/action-form";
import { Button, LinkButton } from "@/components/ui/button";
import { FormButtons, SubmitButton } from "@/components/ui/submit-button";
import { saveCaseFigures } from "@/lib/business-cases/actions";
import { GridOptionRows } from "./grid-option";
import { type GridOption, loadGrid } from "./grid-state";
import { type LiveSettings, readTotals } from "./live-totals";
import { useGrid } from "./use-grid";

type CaseGridProps = {
  id: string;
  version: number;
  firstYear: number;
  years: number;
  currency: string;
  settings: LiveSettings;
  options: Parameters<typeof loadGrid>[0];
  backHref: string;
  locale: string;
};

/** All options and lines by year, like a spreadsheet: arrows and Enter move, a block from Excel can be pasted. */
export function CaseGrid(props: CaseGridProps) {
  const { id, version, firstYear, years, currency, settings, backHref, locale } = props;
  const grid = useGrid(loadGrid(props.options), years);
  const totals = readTotals(grid.options, years, settings);
  return (
    <ActionForm action={saveCaseFigures} draftKey={`businessCase:${id}`} label="Figures of the business case">
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="version" value={version} />
      <section
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
        tabIndex={0}
        aria-label="Figures by year"
        className="scroll-box relative overflow-x-auto rounded-lg border border-line bg-surface shadow-card"
      >
        <table className="w-full border-separate border-spacing-0 text-sm">
          <caption className="sr-only">Costs and benefits by option, line and year, in {currency}</caption>
          <thead className="text-ink-2 text-xs">
            <tr className="[&>th]:border-line [&>th]:border-b [&>th]:px-2.5 [&>th]:py-2 [&>th]:font-medium">
              <th scope="col" className="min-w-80 text-left">
                Line, {currency}
              </th>
              {Array.from({ length: years }, (_, year) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: a column is its year
                <th key={year} scope="col" className="text-right">
                  {firstYear + year}
                </th>
              ))}
              <th scope="col" className="text-right">
                Total
              </th>
              <th scope="col">
                <span className="sr-only">Remove</span>
              </th>
            </tr>
          </thead>
          {grid.options.map((option: GridOption, index) => {
            const own = totals[index];
            return own ? (
              <GridOptionRows
                key={option.key}
                option={option}
                index={index}
                grid={grid}
                totals={own}
                firstYear={firstYear}
                currency={currency}
                locale={locale}
              />
            ) : null;
          })}
        </table>
      </section>
      <p className="text-ink-3 text-sm">
        Costs are positive, also in the benefit lines. Arrow keys and Enter move between cells; paste a block copied in
        Excel or a CSV file into its first cell.
      </p>
      <div>
        <Button icon={<Plus aria-hidden />} onClick={grid.addOption} disabled={grid.options.length >= 8}>
          Add an option
        </Button>
      </div>
      <FormButtons>
        <SubmitButton>Save figures</SubmitButton>
        <LinkButton variant="quiet" href={backHref}>
          Cancel
        </LinkButton>
      </FormButtons>
    </ActionForm>
  );
}
