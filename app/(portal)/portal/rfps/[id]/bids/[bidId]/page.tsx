import { Undo2 } from "lucide-react";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { BidContent } from "@/components/portal/bid-content";
import { BidForm } from "@/components/portal/bid-form";
import { ReceiptsCard } from "@/components/portal/receipts-card";
import { RfpHeader } from "@/components/portal/rfp-header";
import { ActionButton } from "@/components/ui/action-button";
import { Note } from "@/components/ui/callout";
import { Page, RecordLayout } from "@/components/ui/page-layout";
import { requireVendor } from "@/lib/access/session";
import { withdrawBidAction } from "@/lib/sourcing/bids/actions";
import { findOwnBid, findReceipts } from "@/lib/sourcing/bids/portal-queries";
import { findInvitationTo } from "@/lib/sourcing/portal/queries";
import { isRecordId } from "@/lib/sourcing/record-id";

export const metadata: Metadata = { title: "Our bid" };

type Props = { params: Promise<{ id: string; bidId: string }> };

export default async function PortalBidPage({ params }: Props) {
  const contact = await requireVendor();
  const { id, bidId } = await params;
  if (!isRecordId(id) || !isRecordId(bidId)) notFound();
  const [invitation, bid, receipts] = await Promise.all([
    findInvitationTo(contact, id),
    findOwnBid(contact, bidId),
    findReceipts(contact, bidId),
  ]);
  if (!invitation || !bid || bid.rfpId !== id) notFound();
  const { rfp, now } = invitation;
  const isOpen = rfp.state === "published" && rfp.bidsUntil !== null && now < rfp.bidsUntil;
  const base = `/portal/rfps/${id}/bids/${bidId}`;
  const reader = { locale: contact.locale, timeZone: contact.timeZone };
  if (isOpen && (bid.state === "draft" || bid.state === "withdrawn")) {
    return (
      <Page>
        <RfpHeader invitation={invitation} tab="/bids" />
        {bid.state === "withdrawn" ? (
          <Note tone="warn">This bid is withdrawn. It counts only if you submit it again before the deadline.</Note>
        ) : null}
        <BidForm
          id={bid.id}
          version={bid.version}
          owner={contact.personId}
          content={bid.content}
          asked={bid.asked}
          currency={bid.currency}
          termMonths={bid.termMonths}
          reader={reader}
        />
        <ReceiptsCard receipts={receipts} base={base} reader={reader} />
      </Page>
    );
  }
  const isStanding = !["draft", "withdrawn"].includes(bid.state);
  return (
    <Page>
      <RfpHeader invitation={invitation} tab="/bids" />
      {isStanding ? (
        <Note
          tone="good"
          action={
            isOpen ? (
              <ActionButton
                action={withdrawBidAction}
                fields={{ id: bid.id, version: bid.version }}
                icon={<Undo2 aria-hidden />}
                confirm={{
                  title: "Withdraw this bid?",
                  body: <p>It no longer counts. You can change it and submit it again until the deadline.</p>,
                  label: "Withdraw the bid",
                }}
              >
                Withdraw
              </ActionButton>
            ) : null
          }
        >
          {bid.lot} is submitted. {isOpen ? "It stays sealed until the opening." : "The deadline has passed."}
        </Note>
      ) : (
        <Note tone="bad">The deadline has passed and this bid was not submitted. It was never opened.</Note>
      )}
      <RecordLayout side={<ReceiptsCard receipts={receipts} base={base} reader={reader} />}>
        <BidContent bid={bid} reader={reader} />
      </RecordLayout>
    </Page>
  );
}
