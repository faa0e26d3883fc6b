import { Card, CardHeader } from "@/components/ui/card";
import { Dash } from "@/components/ui/dash";
import { DataTable } from "@/components/ui/data-table";
import { DecimalText } from "@/components/ui/decimal-text";
import { MoneyText } from "@/components/ui/money-text";
import { Badge } from "@/components/ui/status";
import { StepsDialog } from "@/components/ui/steps-dialog";
import type { Reader } from "@/lib/shared/format";
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
          { key: "name", header: "Bidder", cell: (bid) => bid.name },
          {
            key: "rank",
            header: "Rank",
            nowrap: true,
            cell: (bid) => (
              <span className="inline-flex items-center gap-2">
                {bid.rank ?? "out"}
                {bid.tied ? <Badge tone="warn">Tied</Badge> : null}
                {out.has(bid.id) ? <Badge>Award cancelled</Badge> : null}
                <LowPriceBadge bid={bid} />
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
                  cell: (bid: RankedLotBid) => <DecimalText value={bid.priceScore} reader={reader} decimals={2} />,
                },
                ...(ranking.without
                  ? [
                      {
                        key: "priceScoreWithout",
                        header: "Price without the low one",
                        align: "right" as const,
                        cell: (bid: RankedLotBid) => (
                          <DecimalText value={rowWithout(bid)?.priceScore ?? null} reader={reader} decimals={2} />
                        ),
                      },
                    ]
                  : []),
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
                <DecimalText value={bid.total} reader={reader} decimals={2} />
              ),
          },
          ...(ranking.without && !isMoney
            ? [
                {
                  key: "totalWithout",
                  header: "Total without it",
                  align: "right" as const,
                  cell: (bid: RankedLotBid) => {
                    const row = rowWithout(bid);
                    if (!row) return <Dash />;
                    return (
                      <>
                        <DecimalText value={row.total} reader={reader} decimals={2} />
                        <span className="block text-ink-3 text-xs">rank {row.rank ?? "out"}</span>
                      </>
                    );
                  },
                },
              ]
            : []),
        ]}
      />
    </Card>
  );
}
