import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { DataTable } from "@/components/ui/data-table";
import { DecimalText } from "@/components/ui/decimal-text";
import { MoneyText } from "@/components/ui/money-text";
import { d, isDecimalText } from "@/lib/shared/decimal";
import type { Reader } from "@/lib/shared/format";
import type { OwnBidForm } from "@/lib/sourcing/bids/portal-queries";
import { calculateEvaluatedPrice } from "@/lib/sourcing/rules/evaluated-price";

const YES_NO: Record<string, string> = { yes: "Yes", no: "No" };

function answerText(kind: string, text: string | undefined): string {
  if (!text) return "Not answered";
  return kind === "yesNo" ? (YES_NO[text] ?? text) : text;
}

/** The own bid to read, when it can no longer be changed. */
export function BidContent({ bid, reader }: { bid: OwnBidForm; reader: Reader }) {
  const answers = new Map(bid.content.answers.map(({ questionId, text }) => [questionId, text]));
  const prices = new Map(bid.content.prices.map(({ itemId, unitPrice }) => [itemId, unitPrice]));
  const texts = [
    { title: "Exceptions to the terms", text: bid.content.exceptions },
    { title: "Value added", text: bid.content.valueAdded },
  ].filter(({ text }) => text !== "");
  const priced = bid.asked.prices.flatMap((item) => {
    const unitPrice = prices.get(item.id);
    return unitPrice && isDecimalText(unitPrice)
      ? [{ ...item, quantity: d(item.quantity), unitPrice: d(unitPrice) }]
      : [];
  });
  const { result } = calculateEvaluatedPrice(priced, { termMonths: bid.termMonths, currency: bid.currency });
  const amounts = new Map(result.lines.map((line) => [line.id, line.amount.toFixed()]));
  return (
    <>
      <Card>
        <CardHeader title="Technical answers" />
        <CardBody>
          <dl className="grid gap-4">
            {bid.asked.questions.map((question) => (
              <div key={question.id}>
                <dt className="font-medium text-sm">{question.text}</dt>
                <dd className="whitespace-pre-line">{answerText(question.kind, answers.get(question.id))}</dd>
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
              cell: (item) => (
                <MoneyText amount={prices.get(item.id)} currency={bid.currency} reader={reader} digits="exact" />
              ),
            },
            {
              key: "amount",
              header: `Over ${bid.termMonths} months`,
              align: "right",
              strong: true,
              cell: (item) => (
                <MoneyText amount={amounts.get(item.id)} currency={bid.currency} reader={reader} digits="paid" />
              ),
            },
          ]}
          footer={
            <tr>
              <th scope="row" colSpan={3}>
                Total
              </th>
              <td className="text-right!">
                <MoneyText amount={result.total.toFixed()} currency={bid.currency} reader={reader} digits="paid" />
              </td>
            </tr>
          }
        />
      </Card>
    </>
  );
}
