import { Pencil } from "lucide-react";
import { Note } from "@/components/ui/callout";
import { Card, CardHeader } from "@/components/ui/card";
import { Dash } from "@/components/ui/dash";
import { DataTable } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import { FormDialog } from "@/components/ui/form-dialog";
import { MoneyText } from "@/components/ui/money-text";
import { StepsDialog } from "@/components/ui/steps-dialog";
import { QuietLink } from "@/components/ui/text-link";
import type { ChargeLineRecord, MonthlyChargeRecord } from "@/lib/charges/queries";
import type { FormAction } from "@/lib/shared/action-state";
import { d, sum } from "@/lib/shared/decimal";
import { formatDecimal, formatMonth, type Reader } from "@/lib/shared/format";
import { addMonths } from "@/lib/shared/month";
import { DeliveryFields, NoteField } from "./delivery-fields";
import { ChargeTermsText } from "./terms-text";

type Props = {
  contractId: string;
  month: string;
  lines: readonly ChargeLineRecord[];
  charges: readonly MonthlyChargeRecord[];
  currency: string;
  reader: Reader;
  isLocked: boolean;
  mayWrite: boolean;
  record: FormAction;
};

/** A month line by line: what was delivered, what it comes to and how. */
export function MonthSheet(props: Props) {
  const { contractId, month, lines, charges, currency, reader, isLocked, mayWrite, record } = props;
  const chargeOf = new Map(charges.map((charge) => [charge.chargeLineId, charge]));
  const total = charges.length === 0 ? null : sum(charges.map((charge) => d(charge.amount))).toFixed();
  const base = `/contracts/${contractId}/charges`;
  const missing = lines.filter((line) => !chargeOf.has(line.id)).length;
  return (
    <>
      {isLocked ? (
        <Note tone="neutral">
          {formatMonth(month, reader)} is locked. A correction restates its service credits by an adjustment.
        </Note>
      ) : null}
      <Card>
        <CardHeader
          title={`Charges of ${formatMonth(month, reader)}`}
          sub={missing > 0 ? `${missing} of ${lines.length} lines are not recorded yet.` : "Every line is recorded."}
          action={
            <>
              <QuietLink href={`${base}/months/${addMonths(month, -1)}`}>Month before</QuietLink>
              <QuietLink href={base}>All months</QuietLink>
            </>
          }
        />
        <DataTable
          caption={`Charges of ${formatMonth(month, reader)}`}
          rows={lines}
          rowKey={(line) => line.id}
          empty={<EmptyState title="No line is in force in this month">Lines have a first and a last day.</EmptyState>}
          columns={[
            { key: "name", header: "Charge line", cell: (line) => line.name },
            {
              key: "terms",
              header: "Terms",
              cell: (line) => <ChargeTermsText terms={line.terms} currency={currency} reader={reader} />,
            },
            {
              key: "volume",
              header: "Volume",
              align: "right",
              cell: (line) => {
                const volume = chargeOf.get(line.id)?.volume;
                return volume ? formatDecimal(volume, reader) : <Dash />;
              },
            },
            {
              key: "amount",
              header: "Charge",
              align: "right",
              strong: true,
              cell: (line) => {
                const amount = chargeOf.get(line.id)?.amount;
                return (
                  <MoneyText amount={amount} currency={currency} reader={reader} digits="paid" missing="not recorded" />
                );
              },
            },
            {
              key: "steps",
              header: "Working",
              cell: (line) => {
                const charge = chargeOf.get(line.id);
                return charge ? (
                  <StepsDialog
                    title={`${line.name}, ${formatMonth(month, reader)}`}
                    label="Show"
                    steps={charge.steps}
                    note={charge.note || undefined}
                  />
                ) : (
                  <Dash />
                );
              },
            },
            {
              key: "record",
              header: <span className="sr-only">Actions</span>,
              align: "right",
              cell: (line) =>
                mayWrite ? (
                  <RecordDialog {...{ line, month, currency, isLocked, record }} charge={chargeOf.get(line.id)} />
                ) : null,
            },
          ]}
          footer={
            <tr>
              <th scope="row">Total</th>
              <td />
              <td />
              <td className="text-right!">
                <MoneyText amount={total} currency={currency} reader={reader} digits="paid" />
              </td>
              <td />
              <td />
            </tr>
          }
        />
      </Card>
    </>
  );
}

type DialogProps = Pick<Props, "month" | "currency" | "isLocked" | "record"> & {
  line: ChargeLineRecord;
  charge: MonthlyChargeRecord | undefined;
};

function RecordDialog({ line, charge, month, currency, isLocked, record }: DialogProps) {
  const fields = { chargeLineId: line.id, month, version: charge?.version ?? "" };
  const delivery = typeof charge?.delivery === "object" && charge.delivery !== null ? charge.delivery : {};
  return (
    <FormDialog
      action={record}
      fields={fields}
      title={`${line.name}, ${month}`}
      submit={charge ? "Correct charge" : "Record charge"}
      label={charge ? "Correct" : "Record"}
      size="sm"
      variant={charge ? "quiet" : "secondary"}
      icon={<Pencil aria-hidden />}
      aria-label={`${charge ? "Correct" : "Record"} ${line.name}`}
    >
      <DeliveryFields
        kind={line.kind}
        terms={line.terms}
        delivery={delivery as Record<string, unknown>}
        currency={currency}
      />
      <NoteField note={charge?.note ?? ""} isLocked={isLocked} />
    </FormDialog>
  );
}
