import type { Metadata } from "next";
import { FirmnessCard } from "@/components/evaluation/firmness-card";
import { LotHeader } from "@/components/evaluation/lot-header";
import { LowPricesCard } from "@/components/evaluation/low-prices-card";
import { RankingTable } from "@/components/evaluation/ranking-table";
import { WeightSlider } from "@/components/evaluation/weight-slider";
import { Note } from "@/components/ui/callout";
import { Page, RecordLayout } from "@/components/ui/page-layout";
import { may } from "@/lib/access/actor";
import { databaseNow } from "@/lib/server/clock";
import { findBidsThatAreOut } from "@/lib/sourcing/awards/out-bids";
import { findConflictsOf } from "@/lib/sourcing/evaluation/conflicts";
import { requireLot } from "@/lib/sourcing/evaluation/page-lot";
import { lotBidsOf, rankLot, rulesOf } from "@/lib/sourcing/evaluation/queries";
import { TIE_RULE } from "@/lib/sourcing/rfps/labels";
import { isUnexplained } from "@/lib/sourcing/rules/lot-evaluation";

export const metadata: Metadata = { title: "Ranking" };

export default async function RankingPage({ params }: { params: Promise<{ id: string }> }) {
  const { member, lot } = await requireLot(params, "/ranking");
  const ranking = rankLot(lot);
  const reader = { locale: member.locale, timeZone: member.timeZone };
  const [out, now, conflicts] = await Promise.all([
    findBidsThatAreOut(lot.id),
    databaseNow(),
    findConflictsOf(member, { rfpId: lot.rfp.id, lotId: lot.id }),
  ]);
  const canDecide = may(member, "award:propose") && lot.rfp.state === "evaluation" && conflicts.length === 0;
  return (
    <Page>
      <LotHeader lot={lot} member={member} tab="/ranking" />
      {ranking === null ? (
        <Note>
          {lot.rfp.priceOpenedAt ? "No bid of this lot is admitted." : "The ranking stands when the prices are open."}
        </Note>
      ) : (
        <RecordLayout side={<FirmnessCard ranking={ranking} weight={lot.rfp.technicalWeight} reader={reader} />}>
          {ranking.tie ? (
            <Note tone="warn">
              The first rank is tied: totals agree to four decimals. Nothing is decided here. The RFP&apos;s tie rule:{" "}
              {TIE_RULE[lot.rfp.tieRule].toLowerCase()}.
            </Note>
          ) : null}
          {ranking.without ? (
            <Note tone="warn">
              {ranking.bids
                .filter(isUnexplained)
                .map((bid) => bid.name)
                .join(", ")}{" "}
              {ranking.without.excluded.length === 1 ? "asks" : "ask"} an abnormally low price that is not explained
              yet.
              {ranking.without.winner === ranking.winner
                ? " With or without it the same bid ranks first."
                : ` Without it ${ranking.without.bids.find((bid) => bid.rank === 1)?.name ?? "nobody"} ranks first.`}
            </Note>
          ) : null}
          <RankingTable
            ranking={ranking}
            method={lot.rfp.priceMethod}
            currency={lot.rfp.currency}
            out={new Set(out.keys())}
            reader={reader}
          />
          <LowPricesCard lot={lot} ranking={ranking} canDecide={canDecide} now={now.toISOString()} reader={reader} />
          {ranking.ranges.length > 0 ? (
            <WeightSlider bids={lotBidsOf(lot)} rules={rulesOf(lot.rfp)} reader={reader} />
          ) : null}
        </RecordLayout>
      )}
    </Page>
  );
}
