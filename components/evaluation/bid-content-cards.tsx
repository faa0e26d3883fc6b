import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { DataTable } from "@/components/ui/data-table";
import { MoneyText } from "@/components/ui/money-text";
import { Badge } from "@/components/ui/status";
import type { Reader } from "@/lib/shared/format";
import type { OpenedBid } from "@/lib/sourcing/bids/queries";

type BidContentCardsProps = { bid: OpenedBid; currency: string; reader: Reader };

function TextCard({ title, text }: { title: string; text: string | null }) {
  return (
    <Card label={title}>
      <CardHeader title={title} />
      <CardBody>
        {text ? (
          <p className="max-w-3xl whitespace-pre-line text-pretty">{text}</p>
        ) : (
          <p className="text-ink-3">None</p>
        )}
      </CardBody>
    </Card>
  );
}

/** Exceptions and offers first, since they decide what the price is for; then the answers by section, then the price. */
export function BidContentCards({ bid, currency, reader }: BidContentCardsProps) {
  const sections = [...new Set(bid.answers.map((answer) => answer.section))];
  return (
    <>
      <TextCard title="Exceptions to the terms" text={bid.exceptions} />
      <TextCard title="Offers beyond what was asked for" text={bid.valueAdded} />
      {sections.map((section) => (
        <Card key={section} label={section}>
          <CardHeader title={section} />
          <CardBody>
            <dl className="grid gap-4">
              {bid.answers
                .filter((answer) => answer.section === section)
                .map((answer) => (
                  <div key={answer.questionId}>
                    <dt className="flex flex-wrap items-center gap-2 text-ink-2 text-sm">
                      {answer.question}
                      {answer.isMandatoryRequirement ? <Badge>Mandatory</Badge> : null}
                      {answer.isMet === false ? <Badge tone="bad">Not met</Badge> : null}
                    </dt>
                    <dd className="mt-1 max-w-3xl whitespace-pre-line text-pretty">
                      {answer.answer || "Not answered"}
                    </dd>
                  </div>
                ))}
            </dl>
          </CardBody>
        </Card>
      ))}
      <Card label="Price">
        <CardHeader title="Price" sub={bid.evaluatedPrice ? null : "The price envelope is closed."} />
        {bid.evaluatedPrice ? (
          <DataTable
            caption="Price by line"
            rows={bid.priceLines}
            rowKey={(line) => line.itemId}
            columns={[
              { key: "item", header: "Item", cell: (line) => line.item },
              {
                key: "unitPrice",
                header: "Unit price",
                align: "right",
                cell: (line) => (
                  <MoneyText amount={line.unitPrice} currency={currency} reader={reader} digits="exact" />
                ),
              },
              {
                key: "amount",
                header: "Over the term",
                align: "right",
                strong: true,
                cell: (line) => <MoneyText amount={line.amount} currency={currency} reader={reader} digits="paid" />,
              },
            ]}
          />
        ) : null}
      </Card>
    </>
  );
}
