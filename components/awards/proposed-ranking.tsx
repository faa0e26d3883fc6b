import { Note } from "@/components/ui/callout";
import { Card, CardHeader } from "@/components/ui/card";
import { DataTable } from "@/components/ui/data-table";
import { DecimalText } from "@/components/ui/decimal-text";
import { MoneyText } from "@/components/ui/money-text";
import { Badge } from "@/components/ui/status";
import type { Reader } from "@/lib/shared/format";
import type { AwardOfLot } from "@/lib/sourcing/awards/queries";

/** What whoever decides has to see first: that a better bid is passed over, and why. */
export function PassedOverNote({ award }: { award: AwardOfLot }) {
  const passed = award.ranking.filter((row) => row.isPassedOver);
  if (passed.length === 0) return null;
  const names = passed.map((row) => `${row.name}, rank ${row.rank}`).join("; ");
  return (
    <Note tone="warn">
      <strong>
        {passed.some((row) => row.rank === 1) ? "The best bid is passed over" : "A better bid is passed over"}
      </strong>
      : {names}. The reason given: {award.justification || "none"}
    </Note>
  );
}

/** Ranks and totals as they stood when the award was proposed. */
export function ProposedRanking({ award, isMoney, reader }: { award: AwardOfLot; isMoney: boolean; reader: Reader }) {
  const { currency } = award.amount;
  if (award.ranking.length === 0) return null;
  return (
    <Card>
      <CardHeader title="Ranking" sub="As it stood when the award was proposed" />
      <DataTable
        caption="Ranking when the award was proposed"
        rows={award.ranking}
        rowKey={(row) => row.bidId}
        columns={[
          { key: "rank", header: "Rank", nowrap: true, cell: (row) => row.rank ?? "out" },
          {
            key: "name",
            header: "Bidder",
            cell: (row) => (
              <span className="inline-flex flex-wrap items-center gap-2">
                {row.name}
                {row.isAwarded ? <Badge tone="good">Proposed</Badge> : null}
                {row.isPassedOver ? <Badge tone="warn">Passed over</Badge> : null}
                {row.isOut ? <Badge>Award cancelled</Badge> : null}
              </span>
            ),
          },
          {
            key: "technical",
            header: "Technical, of 100",
            align: "right",
            cell: (row) => <DecimalText value={row.technicalScore} reader={reader} decimals={2} />,
          },
          {
            key: "price",
            header: "Evaluated price",
            align: "right",
            cell: (row) => (
              <MoneyText amount={row.price?.amount ?? null} currency={currency} reader={reader} digits="paid" />
            ),
          },
          {
            key: "total",
            header: isMoney ? "Price less quality" : "Total, of 100",
            align: "right",
            strong: true,
            cell: (row) =>
              isMoney ? (
                <MoneyText amount={row.total} currency={currency} reader={reader} digits="paid" />
              ) : (
                <DecimalText value={row.total} reader={reader} decimals={2} />
              ),
          },
        ]}
      />
    </Card>
  );
}
