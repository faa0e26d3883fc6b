import { Card, CardHeader } from "@/components/ui/card";
import { DataTable } from "@/components/ui/data-table";
import { DecimalText } from "@/components/ui/decimal-text";
import { MoneyText } from "@/components/ui/money-text";
import { Badge } from "@/components/ui/status";
import { StepsDialog } from "@/components/ui/steps-dialog";
import { formatDecimal, type Reader } from "@/lib/shared/format";
import type { PriceMethod } from "@/lib/sourcing/rfps/labels";
import type { LotEvaluation, RankedLotBid } from "@/lib/sourcing/rules/lot-evaluation";
import { LowPriceBadge } from "./low-price-badge";

type RankingTableProps = {
  ranking: LotEvaluation;
  method: PriceMethod;
  currency: string;
  /** Bids whose award was cancelled. */
  out: ReadonlySet<string>;
  reader: Reader;
};

type WithoutProps = { value: string | null | undefined; rank?: number | null | undefined; reader: Reader };

/** The figure as it would be without the abnormally low price that is not explained. */
function Without({ value, rank, reader }: WithoutProps) {
  if (!value) return null;
  return (
    <span className="block whitespace-nowrap font-normal text-ink-3 text-xs">
      without the low price {formatDecimal(value, reader, 2)}
      {rank ? `, rank ${rank}` : ""}
    </span>
  );
}

export function RankingTable({ ranking, method, currency, out, reader }: RankingTableProps) {
  const isMoney = method === "qualityInMoney";
  const rowWithout = (bid: RankedLotBid) => ranking.without?.bids.find((each) => each.id === bid.id);
  return (
    <Card>
      <CardHeader title="Ranking" action={<StepsDialog title="How the ranking comes about" steps={ranking.steps} />} />
      <DataTable
        caption="Ranking"
        rows={ranking.bids}
        rowKey={(bid) => bid.id}
        columns={[
          {
            key: "name",
            header: "Bidder",
            cell: (bid) => (
              <>
                {bid.name}
                <span className="mt-1 flex flex-wrap gap-1.5 font-normal empty:hidden">
                  {out.has(bid.id) ? <Badge>Award cancelled</Badge> : null}
                  <LowPriceBadge bid={bid} />
                </span>
              </>
            ),
          },
          {
            key: "rank",
            header: "Rank",
            nowrap: true,
            cell: (bid) => (
              <span className="inline-flex items-center gap-2">
                {bid.rank ?? "out"}
                {bid.tied ? <Badge tone="warn">Tied</Badge> : null}
              </span>
            ),
          },
          {
            key: "technical",
            header: "Technical, of 100",
            align: "right",
            cell: (bid) => <DecimalText value={bid.technicalScore} reader={reader} decimals={2} />,
          },
          {
            key: "price",
            header: "Evaluated price",
            align: "right",
            cell: (bid) => <MoneyText amount={bid.price} currency={currency} reader={reader} digits="paid" />,
          },
          ...(isMoney
            ? []
            : [
                {
                  key: "priceScore",
                  header: "Price, of 100",
                  align: "right" as const,
                  cell: (bid: RankedLotBid) => (
                    <>
                      <DecimalText value={bid.priceScore} reader={reader} decimals={2} />
                      <Without value={rowWithout(bid)?.priceScore} reader={reader} />
                    </>
                  ),
                },
              ]),
          {
            key: "total",
            header: isMoney ? "Price less quality" : "Total, of 100",
            align: "right",
            strong: true,
            cell: (bid) =>
              isMoney ? (
                <MoneyText amount={bid.total} currency={currency} reader={reader} digits="paid" />
              ) : (
                <>
                  <DecimalText value={bid.total} reader={reader} decimals={2} />
                  <Without value={rowWithout(bid)?.total} rank={rowWithout(bid)?.rank} reader={reader} />
                </>
              ),
          },
        ]}
      />
    </Card>
  );
}
