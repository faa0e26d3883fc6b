import { Card, CardHeader } from "@/components/ui/card";
import { DataTable } from "@/components/ui/data-table";
import { DecimalText } from "@/components/ui/decimal-text";
import { KeyFacts } from "@/components/ui/key-facts";
import { MoneyText } from "@/components/ui/money-text";
import type { Reader } from "@/lib/shared/format";
import { PRICE_ITEM_KIND, PRICE_METHOD, TIE_RULE } from "@/lib/sourcing/rfps/labels";
import { totalWeight } from "@/lib/sourcing/rfps/rules";
import type { RfpView } from "@/lib/sourcing/rfps/schema";

type Props = { rfp: RfpView; reader: Reader };

export function CriteriaTable({ rfp, reader }: Props) {
  return (
    <DataTable
      caption="Criteria"
      rows={rfp.criteria}
      rowKey={(criterion) => criterion.id}
      empty={<p className="px-4 py-6 text-ink-2">No criterion.</p>}
      columns={[
        { key: "name", header: "Criterion", cell: (criterion) => criterion.name },
        { key: "description", header: "What is looked at", cell: (criterion) => criterion.description },
        {
          key: "weight",
          header: "Weight",
          align: "right",
          strong: true,
          cell: (criterion) => <DecimalText value={criterion.weight} reader={reader} unit="%" />,
        },
      ]}
      footer={
        <tr>
          <th scope="row" colSpan={2}>
            Total
          </th>
          <td className="text-right!">
            <DecimalText value={totalWeight(rfp.criteria.map(({ weight }) => weight))} reader={reader} unit="%" />
          </td>
        </tr>
      }
    />
  );
}

export function LotTables({ rfp, reader }: Props) {
  return rfp.lots.map((lot) => (
    <Card key={lot.id}>
      <CardHeader title={`Lot ${lot.number}: ${lot.title}`} sub={lot.description || undefined} />
      <DataTable
        caption={`Price items of lot ${lot.number}`}
        rows={lot.items}
        rowKey={(item) => item.id}
        empty={<p className="px-4 py-6 text-ink-2">No price item.</p>}
        columns={[
          { key: "name", header: "Price item", cell: (item) => item.name },
          { key: "kind", header: "Paid", cell: (item) => PRICE_ITEM_KIND[item.kind] },
          {
            key: "quantity",
            header: "Quantity",
            align: "right",
            cell: (item) => <DecimalText value={item.quantity} reader={reader} unit={item.unit} />,
          },
        ]}
      />
    </Card>
  ));
}

export function EvaluationRules({ rfp, reader }: Props) {
  const limit = (amount: string | null) =>
    amount === null ? "From the bids" : <MoneyText amount={amount} currency={rfp.currency} reader={reader} />;
  const limits = [
    { label: "Lower price limit", value: limit(rfp.priceMinimum) },
    { label: "Upper price limit", value: limit(rfp.priceMaximum) },
  ];
  const weights = [
    { label: "Technical weight", value: <DecimalText value={rfp.technicalWeight} reader={reader} unit="%" /> },
    { label: "Price weight", value: <DecimalText value={rfp.priceWeight} reader={reader} unit="%" /> },
  ];
  const valueOfQuality = {
    label: "Value of full quality",
    value:
      rfp.priceMaximum === null ? null : (
        <MoneyText amount={rfp.priceMaximum} currency={rfp.currency} reader={reader} />
      ),
  };
  return (
    <KeyFacts
      facts={[
        ...(rfp.priceMethod === "qualityInMoney" ? [] : weights),
        {
          label: "Minimum technical score",
          value: <DecimalText value={rfp.minimumTechnical} reader={reader} unit="of 100" />,
        },
        { label: "Technical scores", value: rfp.isRelativeToBest ? "As a share of the best one" : "As they are" },
        {
          label: "Price method",
          value: `${PRICE_METHOD[rfp.priceMethod].label}. ${PRICE_METHOD[rfp.priceMethod].help}`,
        },
        ...(rfp.priceMethod === "linear" ? limits : []),
        ...(rfp.priceMethod === "qualityInMoney" ? [valueOfQuality] : []),
        { label: "A tie goes to", value: TIE_RULE[rfp.tieRule] },
      ]}
    />
  );
}
