import { TriangleAlert } from "lucide-react";
import { Card, CardHeader } from "@/components/ui/card";
import { DataTable } from "@/components/ui/data-table";
import { DecimalText } from "@/components/ui/decimal-text";
import { MoneyText } from "@/components/ui/money-text";
import { Badge } from "@/components/ui/status";
import { StepsDialog } from "@/components/ui/steps-dialog";
import type { Reader } from "@/lib/shared/format";
import type { PriceMethod } from "@/lib/sourcing/rfps/labels";
import type { LotEvaluation, RankedLotBid } from "@/lib/sourcing/rules/lot-evaluation";

type RankingTableProps = { ranking: LotEvaluation; method: PriceMethod; currency: string; reader: Reader };

export function RankingTable({ ranking, method, currency, reader }: RankingTableProps) {
  const isMoney = method === "qualityInMoney";
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
                {bid.flags.includes("abnormallyLow") ? (
                  <Badge tone="warn">
                    <TriangleAlert aria-hidden className="size-3!" /> Abnormally low: ask for an explanation
                  </Badge>
                ) : null}
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
        ]}
      />
    </Card>
  );
}
