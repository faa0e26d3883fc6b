import { Card, CardHeader } from "@/components/ui/card";
import { Dash } from "@/components/ui/dash";
import { DataTable } from "@/components/ui/data-table";
import { MonthText } from "@/components/ui/date-text";
import { EmptyState } from "@/components/ui/empty-state";
import { MoneyText } from "@/components/ui/money-text";
import { QuietLink, TextLink } from "@/components/ui/text-link";
import type { ChargeLineRecord, MonthlyChargeRecord } from "@/lib/charges/queries";
import { d, sum } from "@/lib/shared/decimal";
import type { Reader } from "@/lib/shared/format";

type Props = {
  base: string;
  exportHref: string;
  lines: readonly ChargeLineRecord[];
  charges: readonly MonthlyChargeRecord[];
  /** Newest first. */
  months: readonly string[];
  currency: string;
  reader: Reader;
};

/** Charges by line and month, each month with its total and one click from its sheet. */
export function MonthGrid({ base, exportHref, lines, charges, months, currency, reader }: Props) {
  const amountOf = new Map(charges.map((charge) => [`${charge.chargeLineId} ${charge.month}`, charge.amount]));
  const totalOf = (month: string) => {
    const own = charges.filter((charge) => charge.month === month);
    return own.length === 0 ? null : sum(own.map((charge) => d(charge.amount))).toFixed();
  };
  return (
    <Card>
      <CardHeader
        title="Charges by month"
        sub="Choose a month to record what was delivered."
        action={<QuietLink href={exportHref}>CSV</QuietLink>}
      />
      <DataTable
        caption="Charges by line and month"
        rows={lines}
        rowKey={(line) => line.id}
        empty={<EmptyState title="No charge line yet">Months are charged line by line.</EmptyState>}
        columns={[
          { key: "name", header: "Charge line", cell: (line) => line.name },
          ...months.map((month) => ({
            key: month,
            header: (
              <TextLink href={`${base}/months/${month}`}>
                <MonthText month={month} reader={reader} short />
              </TextLink>
            ),
            align: "right" as const,
            cell: (line: ChargeLineRecord) => {
              const amount = amountOf.get(`${line.id} ${month}`);
              return amount === undefined ? (
                <Dash label="not recorded" />
              ) : (
                <MoneyText amount={amount} currency={currency} reader={reader} digits="paid" />
              );
            },
          })),
        ]}
        footer={
          <tr>
            <th scope="row">Total</th>
            {months.map((month) => (
              <td key={month} className="whitespace-nowrap text-right!">
                <MoneyText amount={totalOf(month)} currency={currency} reader={reader} digits="paid" />
              </td>
            ))}
          </tr>
        }
      />
    </Card>
  );
}
