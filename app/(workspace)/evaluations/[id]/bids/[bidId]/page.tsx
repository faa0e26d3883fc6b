import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { BidContentCards } from "@/components/evaluation/bid-content-cards";
import { LotHeader } from "@/components/evaluation/lot-header";
import { LowPriceBadge } from "@/components/evaluation/low-price-badge";
import { Note } from "@/components/ui/callout";
import { Card, CardHeader } from "@/components/ui/card";
import { InstantText } from "@/components/ui/date-text";
import { DecimalText } from "@/components/ui/decimal-text";
import { KeyFacts } from "@/components/ui/key-facts";
import { MoneyText } from "@/components/ui/money-text";
import { Page, RecordLayout } from "@/components/ui/page-layout";
import { Status } from "@/components/ui/status";
import { isRecordId } from "@/lib/shared/record-id";
import { bidStateLabels, bidStateTones } from "@/lib/sourcing/bids/labels";
import { findOpenedBid } from "@/lib/sourcing/bids/queries";
import { requireLot } from "@/lib/sourcing/evaluation/page-lot";
import { rankLot } from "@/lib/sourcing/evaluation/queries";

export const metadata: Metadata = { title: "Bid" };

/** One bid, whole: answers, exceptions, offers and price, as it was opened. */
export default async function BidPage({ params }: { params: Promise<{ id: string; bidId: string }> }) {
  const { member, lot } = await requireLot(params);
  const { bidId } = await params;
  const bid = isRecordId(bidId) ? await findOpenedBid(member.organizationId, bidId) : null;
  if (!bid || bid.lotId !== lot.id) notFound();
  const ranked = rankLot(lot)?.bids.find((row) => row.id === bid.id);
  const agreed = lot.bids.find((each) => each.id === bid.id)?.agreedScores ?? {};
  const side = (
    <Card>
      <CardHeader title="Key facts" />
      <KeyFacts
        facts={[
          { label: "State", value: <Status tone={bidStateTones[bid.state]}>{bidStateLabels[bid.state]}</Status> },
          { label: "Submitted", value: <InstantText instant={bid.submittedAt} reader={member} /> },
          { label: "Opened", value: <InstantText instant={bid.openedAt} reader={member} /> },
          {
            label: "Technical score",
            value: <DecimalText value={bid.technicalScore} reader={member} decimals={2} unit="of 100" />,
          },
          {
            label: "Evaluated price",
            value: bid.evaluatedPrice ? <MoneyText {...bid.evaluatedPrice} reader={member} digits="paid" /> : "closed",
          },
          { label: "Rank", value: ranked ? (ranked.rank ?? "out") : null },
          ...(lot.rfp.technicalLockedAt
            ? lot.criteria.map((criterion) => ({
                label: `${criterion.name}, agreed`,
                value: <DecimalText value={agreed[criterion.id] ?? null} reader={member} decimals={1} unit="of 5" />,
              }))
            : []),
        ]}
      />
    </Card>
  );
  return (
    <Page>
      <LotHeader lot={lot} member={member} tab="" />
      <RecordLayout side={side}>
        <h2 className="flex flex-wrap items-center gap-2 font-semibold text-lg">
          {bid.vendor} <LowPriceBadge bid={ranked} />
        </h2>
        {bid.rejectionReason ? <Note tone="bad">{bid.rejectionReason}</Note> : null}
        <BidContentCards bid={bid} currency={lot.rfp.currency} reader={member} />
      </RecordLayout>
    </Page>
  );
}
