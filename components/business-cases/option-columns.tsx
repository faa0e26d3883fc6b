import { Card, CardHeader } from "@/components/ui/card";
import { DataTable } from "@/components/ui/data-table";
import { Status } from "@/components/ui/status";
import { StepsDialog } from "@/components/ui/steps-dialog";
import { optionKindLabels } from "@/lib/business-cases/labels";
import type { OptionResult } from "@/lib/business-cases/rules/case-results";
import { d, HUNDRED } from "@/lib/shared/decimal";
import { formatDecimal, formatMoney, type Reader } from "@/lib/shared/format";

export function percentText(fraction: string, reader: Reader, decimals = 1): string {
  return `${formatDecimal(d(fraction).times(HUNDRED).toFixed(decimals), reader, decimals)} %`;
}

/** Every internal rate there is: none, one, or several side by side; never one picked in silence. */
function irrText(irr: OptionResult["irr"], reader: Reader): string {
  if (irr.status === "none") return "none";
  return irr.values.map((value) => percentText(value, reader)).join(" and ");
}

function yearsText(value: string | null, reader: Reader): string {
  return value === null ? "never" : `${formatDecimal(d(value).toFixed(1), reader, 1)} years`;
}

type OptionTableProps = {
  results: OptionResult[];
  chosenId: string | null;
  currency: string;
  note: string;
  reader: Reader;
};

/** The options side by side, each with the working of its figures. */
export function OptionTable({ results, chosenId, currency, note, reader }: OptionTableProps) {
  const read = (amount: string) => formatMoney(d(amount).toFixed(2), currency, reader);
  return (
    <Card>
      <CardHeader title="Options side by side" sub={note} />
      <DataTable
        caption="Options with their figures"
        rows={results}
        rowKey={(row) => row.id}
        columns={[
          {
            key: "name",
            header: "Option",
            cell: (row) => (
              <span className="flex flex-wrap items-center gap-2">
                {row.name}
                {row.id === chosenId ? <Status tone="accent">Chosen</Status> : null}
                {row.name === optionKindLabels[row.kind] ? null : (
                  <span className="block w-full font-normal text-ink-3 text-xs">{optionKindLabels[row.kind]}</span>
                )}
              </span>
            ),
          },
          { key: "cost", header: "Net cost", align: "right", cell: (row) => read(row.totalCost) },
          {
            key: "savings",
            header: "Savings",
            align: "right",
            cell: (row) => (row.kind === "keep" ? "—" : read(row.totalSavings)),
          },
          {
            key: "npv",
            header: "Present value",
            align: "right",
            strong: true,
            cell: (row) => (row.kind === "keep" ? "—" : read(row.npv)),
          },
          {
            key: "irr",
            header: "Internal rate",
            align: "right",
            cell: (row) => (row.kind === "keep" ? "—" : irrText(row.irr, reader)),
          },
          {
            key: "payback",
            header: "Payback",
            align: "right",
            cell: (row) => (row.kind === "keep" ? "—" : yearsText(row.payback, reader)),
          },
          {
            key: "roi",
            header: "Return",
            align: "right",
            cell: (row) =>
              row.kind === "keep" || row.returnOnInvestment === null
                ? "—"
                : percentText(row.returnOnInvestment, reader),
          },
          {
            key: "steps",
            header: <span className="sr-only">Working</span>,
            align: "right",
            cell: (row) =>
              row.kind === "keep" ? null : (
                <StepsDialog
                  title={`How “${row.name}” is calculated`}
                  steps={row.steps}
                  total={{ label: "Net present value", value: read(row.npv) }}
                  note={note}
                />
              ),
          },
        ]}
      />
    </Card>
  );
}
