import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { PrintButton } from "@/components/portal/print-button";
import { LinkButton } from "@/components/ui/button";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { CopyButton } from "@/components/ui/copy-button";
import { InstantText } from "@/components/ui/date-text";
import { KeyFacts } from "@/components/ui/key-facts";
import { PageHeader } from "@/components/ui/page-header";
import { Page, Stack } from "@/components/ui/page-layout";
import { Status } from "@/components/ui/status";
import { requireVendor } from "@/lib/access/session";
import { findOwnBid, findReceipts } from "@/lib/sourcing/bids/portal-queries";
import { findInvitationTo } from "@/lib/sourcing/portal/queries";
import { isRecordId } from "@/lib/sourcing/record-id";

export const metadata: Metadata = { title: "Receipt" };

type Props = { params: Promise<{ id: string; bidId: string; number: string }> };

export default async function ReceiptPage({ params }: Props) {
  const contact = await requireVendor();
  const { id, bidId, number } = await params;
  if (!isRecordId(id) || !isRecordId(bidId)) notFound();
  const [invitation, bid, receipts] = await Promise.all([
    findInvitationTo(contact, id),
    findOwnBid(contact, bidId),
    findReceipts(contact, bidId),
  ]);
  const receipt = receipts.find((each) => String(each.number) === number);
  if (!invitation || !bid || !receipt) notFound();
  const back = `/portal/rfps/${id}/bids/${bidId}`;
  return (
    <Page>
      <PageHeader
        crumbs={[
          { label: "Invitations", href: "/portal" },
          { label: invitation.rfp.code, href: `/portal/rfps/${id}` },
          { label: "Our bid", href: back },
          { label: "Receipt" },
        ]}
        title={`Receipt ${receipt.receiptNumber}`}
        status={receipt.withdrawnAt ? <Status tone="warn">Withdrawn</Status> : <Status tone="good">Submitted</Status>}
        actions={
          <>
            <LinkButton href={back}>Back to the bid</LinkButton>
            <PrintButton />
          </>
        }
      />
      <Stack>
        <Card>
          <CardHeader title="Submitted" />
          <KeyFacts
            facts={[
              { label: "Request", value: `${invitation.rfp.code} ${invitation.rfp.title}` },
              { label: "Lot", value: bid.lot },
              { label: "Bidder", value: contact.vendor.name },
              { label: "Submitted by", value: receipt.submittedBy },
              {
                label: "Time",
                value: (
                  <>
                    <InstantText instant={receipt.submittedAt} reader={contact} /> ({receipt.submittedAt})
                  </>
                ),
              },
              { label: "Submission", value: `No. ${receipt.number} of this bid` },
              {
                label: "SHA-256",
                value: (
                  <span className="flex items-start gap-2">
                    <code className="break-all">{receipt.receiptHash}</code>
                    <CopyButton text={receipt.receiptHash} label="Copy the hash" />
                  </span>
                ),
              },
              ...(receipt.withdrawnAt
                ? [{ label: "Withdrawn", value: <InstantText instant={receipt.withdrawnAt} reader={contact} /> }]
                : []),
            ]}
          />
        </Card>
        <Card>
          <CardHeader title="Verify this receipt" />
          <CardBody className="grid max-w-2xl gap-2">
            <p>
              The hash is a fingerprint of everything that you submitted: answers, prices, time and submission number,
              and a random value that only you have, so that nobody can guess a price from it.
            </p>
            <ol className="grid list-decimal gap-1 pl-5">
              <li>Save the text that was hashed, and keep it in a safe place. It holds your prices.</li>
              <li>
                Compute its SHA-256 with a tool of your own, for example{" "}
                <code>sha256sum {receipt.receiptNumber}.txt</code>.
              </li>
              <li>It must be the hash above. The minutes of the opening name the same hash.</li>
            </ol>
            <p className="print-hidden">
              <LinkButton href={`${back}/receipts/${receipt.number}/text`} prefetch={false} download>
                Save the hashed text
              </LinkButton>
            </p>
          </CardBody>
        </Card>
      </Stack>
    </Page>
  );
}
