import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { DataTable } from "@/components/ui/data-table";
import { DecimalText } from "@/components/ui/decimal-text";
import type { Reader } from "@/lib/shared/format";
import type { OwnBidForm } from "@/lib/sourcing/bids/portal-queries";

/** The own bid to read, when it can no longer be changed. */
export function BidContent({ bid, reader }: { bid: OwnBidForm; reader: Reader }) {
  const answers = new Map(bid.content.answers.map(({ questionId, text }) => [questionId, text]));
  const prices = new Map(bid.content.prices.map(({ itemId, unitPrice }) => [itemId, unitPrice]));
  const texts = [
    { title: "Exceptions to the terms", text: bid.content.exceptions },
    { title: "Value added", text: bid.content.valueAdded },
  ].filter(({ text }) => text !== "");
  return (
    <>
      <Card>
        <CardHeader title="Technical answers" />
        <CardBody>
          <dl className="grid gap-4">
            {bid.asked.questions.map((question) => (
              <div key={question.id}>
                <dt className="font-medium text-sm">{question.text}</dt>
                <dd className="whitespace-pre-line">{answers.get(question.id) || "Not answered"}</dd>
              </div>
            ))}
            {texts.map(({ title, text }) => (
              <div key={title}>
                <dt className="font-medium text-sm">{title}</dt>
                <dd className="whitespace-pre-line">{text}</dd>
              </div>
            ))}
          </dl>
        </CardBody>
      </Card>
      <Card>
        <CardHeader title="Prices" />
        <DataTable
          caption="Prices"
          rows={bid.asked.prices}
          rowKey={(item) => item.id}
          columns={[
            { key: "name", header: "Item", cell: (item) => item.name },
            {
              key: "quantity",
              header: "Quantity",
              align: "right",
              cell: (item) => <DecimalText value={item.quantity} reader={reader} unit={item.unit} />,
            },
            {
              key: "price",
              header: "Unit price",
              align: "right",
              cell: (item) => `${prices.get(item.id) || "—"} ${bid.currency}`,
            },
          ]}
        />
      </Card>
    </>
  );
}
