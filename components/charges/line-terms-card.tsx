import { Card, CardHeader } from "@/components/ui/card";
import { DataTable } from "@/components/ui/data-table";
import { DateText } from "@/components/ui/date-text";
import { KeyFacts } from "@/components/ui/key-facts";
import type { ChargeLineRecord } from "@/lib/charges/queries";
import { formatDecimal, type Reader } from "@/lib/shared/format";
import { ChargeFigure } from "./charge-figure";
import { ChargeTermsText } from "./terms-text";

type Props = { line: ChargeLineRecord; currency: string; reader: Reader };

/** A line under signature: read only, with its bands or rates. */
export function LineTermsCard({ line, currency, reader }: Props) {
  const { terms } = line;
  return (
    <Card>
      <CardHeader title="Terms" sub="The contract is signed: end this line and add the one that follows it." />
      <KeyFacts
        facts={[
          { label: "Agreed", value: <ChargeTermsText terms={terms} currency={currency} reader={reader} /> },
          {
            label: "First day",
            value: <DateText day={line.effectiveFrom} reader={reader} missing="that of the contract" />,
          },
          {
            label: "Last day",
            value: <DateText day={line.effectiveTo} reader={reader} missing="that of the contract" />,
          },
          { label: "Base of credits", value: line.isCreditBase ? "Yes" : "No" },
        ]}
      />
      {terms.type === "unitPrice" ? (
        <DataTable
          caption="Price bands"
          rows={terms.bands}
          rowKey={([from]) => from}
          columns={[
            { key: "from", header: "From volume", cell: ([from]) => formatDecimal(from, reader) },
            {
              key: "price",
              header: "Price a unit",
              align: "right",
              cell: ([, price]) => <ChargeFigure amount={price} currency={currency} reader={reader} />,
            },
          ]}
        />
      ) : null}
      {terms.type === "timeAndMaterials" ? (
        <DataTable
          caption="Rate card"
          rows={terms.rates}
          rowKey={({ role, location, shift }) => `${role} ${location} ${shift}`}
          columns={[
            { key: "role", header: "Role", cell: ({ role }) => role },
            { key: "location", header: "Location", cell: ({ location }) => location ?? "Any" },
            { key: "shift", header: "Shift", cell: ({ shift }) => shift ?? "Any" },
            {
              key: "rate",
              header: "Rate an hour",
              align: "right",
              cell: ({ rate }) => <ChargeFigure amount={rate} currency={currency} reader={reader} />,
            },
          ]}
        />
      ) : null}
    </Card>
  );
}
