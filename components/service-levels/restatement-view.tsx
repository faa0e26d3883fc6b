import { Check, X } from "lucide-react";
import { ActionButton } from "@/components/ui/action-button";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { DataTable } from "@/components/ui/data-table";
import { Field } from "@/components/ui/field";
import { Textarea } from "@/components/ui/input";
import { KeyFacts } from "@/components/ui/key-facts";
import { RecordLayout } from "@/components/ui/page-layout";
import { attainmentLabels } from "@/lib/service-levels/labels";
import type { RestatementRecord } from "@/lib/service-levels/queries/versions";
import type { ChangedLine, ChangedMonth } from "@/lib/service-levels/rules/period-content";
import type { FormAction } from "@/lib/shared/action-state";
import { formatDecimal, formatInstant, formatMoney, formatMonth, type Reader } from "@/lib/shared/format";

type Props = {
  restatement: RestatementRecord;
  levels: ReadonlyMap<string, { name: string; unit: string }>;
  /** The actions of this side; null where it may not decide. */
  decide: { accept: FormAction; dispute: FormAction } | null;
  reader: Reader;
};

type Row = { key: string; name: string; before: string; after: string; isTotal: boolean };

const SIDE = { client: "the client", vendor: "the vendor" } as const;

/** Before and after of every month that a restatement names, per service level and in money, and the decision on it. */
export function RestatementView({ restatement, levels, decide, reader }: Props) {
  const money = (amount: string) => formatMoney(amount, restatement.currency, reader, { digits: "paid" });
  const words = (line: ChangedLine["before"], unit: string) => {
    if (!line) return "not judged";
    const value = line.value === null ? "no value" : `${formatDecimal(line.value, reader)} ${unit}`.trim();
    return `${value}, ${attainmentLabels[line.status].label.toLowerCase()}, credit ${money(line.credit)}`;
  };
  const rowsOf = (month: ChangedMonth): Row[] => {
    const pairs = [
      { key: "charges", name: "Charges", pair: month.charges },
      { key: "points", name: "Points of the month", pair: month.points },
    ].filter(({ pair }) => pair.before !== pair.after);
    return [
      ...month.lines.map((line) => {
        const level = levels.get(line.serviceLevelId);
        const unit = level?.unit ?? "";
        return {
          key: line.serviceLevelId,
          name: level?.name ?? "A service level",
          before: words(line.before, unit),
          after: words(line.after, unit),
          isTotal: false,
        };
      }),
      ...pairs.map(({ key, name, pair }) => ({
        key,
        name,
        before: money(pair.before),
        after: money(pair.after),
        isTotal: false,
      })),
      {
        key: "total",
        name: "Credit of the month",
        before: money(month.total.before),
        after: money(month.total.after),
        isTotal: true,
      },
    ];
  };
  const fields = { id: restatement.id, version: restatement.version };
  return (
    <RecordLayout
      side={
        <Card>
          <CardHeader title="Decision" />
          <KeyFacts
            facts={[
              {
                label: "Difference",
                value: formatMoney(restatement.difference, restatement.currency, reader, {
                  digits: "paid",
                  sign: "always",
                }),
              },
              {
                label: "Proposed by",
                value: `${restatement.proposedBy ?? "the clock"}, for ${SIDE[restatement.proposedSide]}`,
              },
              { label: "Proposed", value: formatInstant(restatement.createdAt, reader) },
              ...(restatement.decidedAt
                ? [
                    {
                      label: "Decided",
                      value: `${formatInstant(restatement.decidedAt, reader)}${restatement.decidedBy ? `, ${restatement.decidedBy}` : ""}`,
                    },
                    { label: "Reason", value: restatement.decisionReason || null },
                  ]
                : []),
            ]}
          />
          {decide ? (
            <CardBody className="flex flex-wrap gap-2 border-line border-t">
              <ActionButton
                action={decide.accept}
                fields={fields}
                variant="primary"
                icon={<Check aria-hidden />}
                confirm={{
                  title: "Accept the restatement?",
                  label: "Accept restatement",
                  body: (
                    <>
                      <p>
                        Each month gets its next version, and the difference is posted once in the month that is open.
                      </p>
                      <Field name="reason" label="Note">
                        <Textarea rows={2} />
                      </Field>
                    </>
                  ),
                }}
              >
                Accept
              </ActionButton>
              <ActionButton
                action={decide.dispute}
                fields={fields}
                icon={<X aria-hidden />}
                confirm={{
                  title: "Dispute the restatement?",
                  label: "Dispute restatement",
                  body: (
                    <>
                      <p>The locked months stay as they are. The other side sees the reason.</p>
                      <Field name="reason" label="What is wrong" required>
                        <Textarea />
                      </Field>
                    </>
                  ),
                }}
              >
                Dispute
              </ActionButton>
            </CardBody>
          ) : null}
        </Card>
      }
    >
      {restatement.changes.map((month) => (
        <Card key={month.month}>
          <CardHeader title={formatMonth(month.month, reader)} />
          <DataTable
            caption={`${formatMonth(month.month, reader)} before and after`}
            rows={rowsOf(month)}
            rowKey={(row) => row.key}
            columns={[
              {
                key: "name",
                header: "Service level",
                cell: (row) => (row.isTotal ? <strong>{row.name}</strong> : row.name),
              },
              {
                key: "before",
                header: "As locked",
                cell: (row) => (row.isTotal ? <strong>{row.before}</strong> : row.before),
              },
              {
                key: "after",
                header: "Restated",
                cell: (row) => (row.isTotal ? <strong>{row.after}</strong> : row.after),
              },
            ]}
          />
        </Card>
      ))}
    </RecordLayout>
  );
}
