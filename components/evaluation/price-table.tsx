import { ArrowDown, ArrowUp } from "lucide-react";
import { Card, CardFooter, CardHeader } from "@/components/ui/card";
import { Dash } from "@/components/ui/dash";
import { DataTable } from "@/components/ui/data-table";
import { d } from "@/lib/shared/decimal";
import { formatDecimal, formatMoney, type Reader } from "@/lib/shared/format";
import type { Lot, PriceLineRow } from "@/lib/sourcing/evaluation/queries";
import type { LotEvaluation } from "@/lib/sourcing/rules/lot-evaluation";
import { findPriceOutliers, OUTLIER_PERCENT } from "@/lib/sourcing/rules/price-outliers";
import { LowPriceBadge } from "./low-price-badge";

function PriceCell({
  line,
  bidId,
  currency,
  reader,
}: {
  line: PriceLineRow;
  bidId: string;
  currency: string;
  reader: Reader;
}) {
  const price = line.prices.find((each) => each.bidId === bidId);
  if (!price) return <Dash />;
  const outlier = findPriceOutliers(
    line.prices.map((each) => ({ bid: each.bidId, unitPrice: d(each.unitPrice) })),
  ).find((each) => each.bid === bidId);
  const Icon = outlier?.side === "high" ? ArrowUp : ArrowDown;
  return (
    <>
      {formatMoney(price.unitPrice, currency, reader, { digits: "exact" })}
      <span className="block text-ink-3 text-xs">{formatMoney(price.amount, currency, reader)}</span>
      {outlier ? (
        <span className="inline-flex items-center gap-1 text-warn text-xs">
          <Icon aria-hidden className="size-3!" />
          {formatDecimal(outlier.percent.abs().toFixed(), reader, 0)} % {outlier.side === "high" ? "above" : "below"}
        </span>
      ) : null}
    </>
  );
}

type PriceTableProps = { lot: Lot; lines: PriceLineRow[]; ranking: LotEvaluation | null; reader: Reader };

/** Unit prices line by line, amounts over the term below, outliers marked. */
export function PriceTable({ lot, lines, ranking, reader }: PriceTableProps) {
  const { currency, termMonths } = lot.rfp;
  const open = lot.bids.filter((bid) => bid.evaluatedPrice !== null);
  return (
    <Card>
      <CardHeader title="Prices by line" sub={`Unit price, and the amount over ${termMonths} months in ${currency}`} />
      <DataTable
        caption="Prices by line"
        rows={lines}
        rowKey={(line) => line.id}
        columns={[
          {
            key: "name",
            header: "Item",
            cell: (line) => (
              <>
                {line.name}
                <span className="block font-normal text-ink-3 text-xs">
                  {formatDecimal(line.quantity, reader)} {line.unit}{" "}
                  {line.kind === "recurring" ? "every month" : "once"}
                </span>
              </>
            ),
          },
          ...open.map((bid) => ({
            key: bid.id,
            header: (
              <>
                {bid.name}
                <span className="block font-normal">
                  <LowPriceBadge bid={ranking?.bids.find((row) => row.id === bid.id)} />
                </span>
              </>
            ),
            align: "right" as const,
            cell: (line: PriceLineRow) => <PriceCell line={line} bidId={bid.id} currency={currency} reader={reader} />,
          })),
        ]}
        footer={
          <tr>
            <th scope="row">Evaluated price</th>
            {open.map((bid) => (
              <td key={bid.id} className="whitespace-nowrap text-right!">
                {bid.evaluatedPrice ? formatMoney(bid.evaluatedPrice, currency, reader, { digits: "paid" }) : null}
              </td>
            ))}
          </tr>
        }
      />
      <CardFooter>
        <span>
          Marked: a unit price at least {OUTLIER_PERCENT.toFixed()} % away from the median of the other bids (from three
          bids on).
        </span>
      </CardFooter>
    </Card>
  );
}
