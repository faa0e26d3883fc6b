import type { ReactNode } from "react";
import { Card, CardHeader } from "@/components/ui/card";
import { DataTable } from "@/components/ui/data-table";
import { MoneyText } from "@/components/ui/money-text";
import { Status } from "@/components/ui/status";
import { StepsDialog } from "@/components/ui/steps-dialog";
import { TextLink } from "@/components/ui/text-link";
import { creditStateLabels } from "@/lib/service-levels/labels";
import type { LedgerEntry } from "@/lib/service-levels/queries/board";
import { formatMonth, type Reader } from "@/lib/shared/format";
import type { Step } from "@/lib/shared/steps";

type LedgerTableProps = {
  entries: readonly LedgerEntry[];
  reader: Reader;
  /** Of the contract's service-level pages, for the restatements. */
  base: string;
  /** What can be done with an entry next, for those who may. */
  next?: (entry: LedgerEntry) => ReactNode;
};

const stepsOf = (derivation: unknown): Step[] => (derivation as { steps?: Step[] } | null)?.steps ?? [];

export function entryName(entry: LedgerEntry): string {
  if (entry.serviceLevel) return entry.serviceLevel;
  return entry.kind === "points" ? "Points of the month" : entry.reason || entry.kind;
}

/** The one ledger of a contract, the same for both sides. */
export function LedgerTable({ entries, reader, base, next }: LedgerTableProps) {
  return (
    <Card>
      <CardHeader
        title="Ledger"
        sub="Credits of verified months, and the differences of restated ones in the month that was open."
      />
      <DataTable
        caption="Ledger of credits"
        rows={entries}
        rowKey={(row) => row.id}
        columns={[
          { key: "month", header: "Month", nowrap: true, cell: (row) => formatMonth(row.month, reader) },
          {
            key: "what",
            header: "What for",
            cell: (row) =>
              row.restatementId ? (
                <TextLink href={`${base}/restatements/${row.restatementId}`}>{entryName(row)}</TextLink>
              ) : (
                entryName(row)
              ),
          },
          {
            key: "version",
            header: "Of",
            nowrap: true,
            cell: (row) => `${formatMonth(row.sourceMonth, reader, "short")}, version ${row.periodVersion}`,
          },
          {
            key: "amount",
            header: "Amount",
            align: "right",
            strong: true,
            cell: (row) => <MoneyText amount={row.amount} currency={row.currency} reader={reader} digits="paid" />,
          },
          {
            key: "state",
            header: "State",
            cell: (row) => (
              <Status tone={creditStateLabels[row.state].tone}>{creditStateLabels[row.state].label}</Status>
            ),
          },
          {
            key: "steps",
            header: "Calculation",
            cell: (row) => (
              <StepsDialog
                title={`${entryName(row)}, ${formatMonth(row.month, reader)}`}
                steps={stepsOf(row.derivation)}
              />
            ),
          },
          ...(next ? [{ key: "move", header: "Next", cell: next }] : []),
        ]}
      />
    </Card>
  );
}
