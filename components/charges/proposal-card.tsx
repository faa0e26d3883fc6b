import { Check, X } from "lucide-react";
import { Card, CardHeader } from "@/components/ui/card";
import { DataTable } from "@/components/ui/data-table";
import { Field } from "@/components/ui/field";
import { FormDialog } from "@/components/ui/form-dialog";
import { Textarea } from "@/components/ui/input";
import { MoneyText } from "@/components/ui/money-text";
import { StepsDialog } from "@/components/ui/steps-dialog";
import type { ProposalRecord } from "@/lib/charges/queries";
import type { FormAction } from "@/lib/shared/action-state";
import { formatMonth, type Reader } from "@/lib/shared/format";
import { NoteField } from "./delivery-fields";

type Props = {
  proposals: readonly ProposalRecord[];
  currency: string;
  reader: Reader;
  /** Months whose figures are locked: a charge needs a reason there. */
  lockedMonths: readonly string[];
  decide: { confirm: FormAction; decline: FormAction } | null;
};

/** What the clock proposes for months that have ended. Nothing of it counts before somebody confirms it. */
export function ProposalCard({ proposals, currency, reader, lockedMonths, decide }: Props) {
  if (proposals.length === 0) return null;
  return (
    <Card>
      <CardHeader
        title="Proposed charges"
        sub="From fixed fees and the volumes that were awarded. They count once somebody confirms them."
      />
      <DataTable
        caption="Proposed charges"
        rows={proposals}
        rowKey={(proposal) => proposal.id}
        columns={[
          { key: "name", header: "Charge line", cell: (proposal) => proposal.name },
          { key: "month", header: "Month", cell: (proposal) => formatMonth(proposal.month, reader), nowrap: true },
          {
            key: "amount",
            header: "Proposed",
            align: "right",
            strong: true,
            cell: (proposal) => (
              <MoneyText amount={proposal.amount} currency={currency} reader={reader} digits="paid" />
            ),
          },
          {
            key: "steps",
            header: "Working",
            cell: (proposal) => (
              <StepsDialog
                title={`${proposal.name}, ${formatMonth(proposal.month, reader)}`}
                label="Show"
                steps={proposal.steps}
              />
            ),
          },
          ...(decide
            ? [
                {
                  key: "decide",
                  header: <span className="sr-only">Decide</span>,
                  align: "right" as const,
                  cell: (proposal: ProposalRecord) => (
                    <Decision {...{ proposal, decide }} isLocked={lockedMonths.includes(proposal.month)} />
                  ),
                },
              ]
            : []),
        ]}
      />
    </Card>
  );
}

type DecisionProps = {
  proposal: ProposalRecord;
  decide: NonNullable<Props["decide"]>;
  isLocked: boolean;
};

function Decision({ proposal, decide, isLocked }: DecisionProps) {
  const fields = { id: proposal.id, version: proposal.version };
  const what = `${proposal.name}, ${proposal.month}`;
  return (
    <span className="inline-flex gap-1.5">
      <FormDialog
        action={decide.confirm}
        fields={fields}
        title={`Confirm ${what}`}
        submit="Record charge"
        label="Confirm"
        size="sm"
        variant="secondary"
        icon={<Check aria-hidden />}
        aria-label={`Confirm ${what}`}
      >
        <NoteField note="" isLocked={isLocked} />
      </FormDialog>
      <FormDialog
        action={decide.decline}
        fields={fields}
        title={`Decline ${what}`}
        submit="Decline"
        label="Decline"
        size="sm"
        variant="quiet"
        icon={<X aria-hidden />}
        aria-label={`Decline ${what}`}
      >
        <Field name="reason" label="Reason" required help="The month waits for what is recorded by hand.">
          <Textarea rows={3} />
        </Field>
      </FormDialog>
    </span>
  );
}
