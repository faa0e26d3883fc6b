import { PencilLine } from "lucide-react";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ExplanationCard } from "@/components/portal/explanation-card";
import { RfpHeader } from "@/components/portal/rfp-header";
import { ActionButton } from "@/components/ui/action-button";
import { LinkButton } from "@/components/ui/button";
import { Note } from "@/components/ui/callout";
import { Card, CardHeader, CardRow } from "@/components/ui/card";
import { Page } from "@/components/ui/page-layout";
import { Status } from "@/components/ui/status";
import { requireVendor } from "@/lib/access/session";
import { startBidAction } from "@/lib/sourcing/bids/actions";
import { bidStateLabels, bidStateTones } from "@/lib/sourcing/bids/labels";
import { findOwnBids } from "@/lib/sourcing/bids/portal-queries";
import { findOwnExplanations } from "@/lib/sourcing/explanations/queries";
import { findInvitationTo, findRfpDocument } from "@/lib/sourcing/portal/queries";
import { isRecordId } from "@/lib/sourcing/record-id";

export const metadata: Metadata = { title: "Our bid" };

export default async function PortalBidsPage({ params }: { params: Promise<{ id: string }> }) {
  const contact = await requireVendor();
  const { id } = await params;
  if (!isRecordId(id)) notFound();
  const [invitation, document, bids, explanations] = await Promise.all([
    findInvitationTo(contact, id),
    findRfpDocument(contact, id),
    findOwnBids(contact, id),
    findOwnExplanations(contact, id),
  ]);
  if (!invitation || !document) notFound();
  const { rfp, now, state } = invitation;
  const isOpen = rfp.state === "published" && rfp.bidsUntil !== null && now < rfp.bidsUntil;
  return (
    <Page>
      <RfpHeader invitation={invitation} tab="/bids" />
      {isOpen && state === "declined" ? (
        <Note tone="warn">You have declined. Say on the document's page that you intend to bid first.</Note>
      ) : null}
      {explanations.map((explanation) => (
        <ExplanationCard key={explanation.id} explanation={explanation} now={now} reader={contact} />
      ))}
      <Card>
        <CardHeader title="Lots" sub="One bid per lot. Bid for one, several or all." />
        {document.rfpLots.map((lot) => {
          const bid = bids.find((each) => each.lotId === lot.id);
          return (
            <CardRow
              key={lot.id}
              sub={bid ? `${bid.completeness} % filled in` : "Not begun"}
              action={
                <span className="flex flex-wrap items-center gap-2">
                  {bid ? <Status tone={bidStateTones[bid.state]}>{bidStateLabels[bid.state]}</Status> : null}
                  {bid ? <LinkButton href={`/portal/rfps/${id}/bids/${bid.id}`}>Open</LinkButton> : null}
                  {!bid && isOpen && state !== "declined" ? (
                    <ActionButton
                      action={startBidAction}
                      fields={{ rfpId: id, lotId: lot.id }}
                      variant="primary"
                      icon={<PencilLine aria-hidden />}
                    >
                      Begin the bid
                    </ActionButton>
                  ) : null}
                </span>
              }
            >
              Lot {lot.number} {lot.title}
            </CardRow>
          );
        })}
      </Card>
    </Page>
  );
}
