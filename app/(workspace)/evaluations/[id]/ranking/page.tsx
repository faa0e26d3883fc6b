import type { Metadata } from "next";
import { FirmnessCard } from "@/components/evaluation/firmness-card";
import { LotHeader } from "@/components/evaluation/lot-header";
import { RankingTable } from "@/components/evaluation/ranking-table";
import { WeightSlider } from "@/components/evaluation/weight-slider";
import { Note } from "@/components/ui/callout";
import { Page, RecordLayout } from "@/components/ui/page-layout";
import { requireLot } from "@/lib/sourcing/evaluation/page-lot";
import { lotBidsOf, rankLot, rulesOf } from "@/lib/sourcing/evaluation/queries";
import { TIE_RULE } from "@/lib/sourcing/rfps/labels";

export const metadata: Metadata = { title: "Ranking" };

export default async function RankingPage({ params }: { params: Promise<{ id: string }> }) {
  const { member, lot } = await requireLot(params, "/ranking");
  const ranking = rankLot(lot);
  const reader = { locale: member.locale, timeZone: member.timeZone };
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
          <RankingTable ranking={ranking} method={lot.rfp.priceMethod} currency={lot.rfp.currency} reader={reader} />
          {ranking.ranges.length > 0 ? (
            <WeightSlider bids={lotBidsOf(lot)} rules={rulesOf(lot.rfp)} reader={reader} />
          ) : null}
        </RecordLayout>
      )}
    </Page>
  );
}
