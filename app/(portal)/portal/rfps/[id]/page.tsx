import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { IntentCard } from "@/components/portal/intent-card";
import { RecordView } from "@/components/portal/record-view";
import { RfpDocument } from "@/components/portal/rfp-document";
import { RfpHeader } from "@/components/portal/rfp-header";
import { TimetableCard } from "@/components/portal/timetable-card";
import { Note } from "@/components/ui/callout";
import { Page, RecordLayout } from "@/components/ui/page-layout";
import { requireVendor } from "@/lib/access/session";
import { findInvitationTo, findRfpDocument } from "@/lib/sourcing/portal/queries";
import { isRecordId } from "@/lib/sourcing/record-id";

export const metadata: Metadata = { title: "Request for proposals" };

export default async function PortalRfpPage({ params }: { params: Promise<{ id: string }> }) {
  const contact = await requireVendor();
  const { id } = await params;
  if (!isRecordId(id)) notFound();
  const [invitation, document] = await Promise.all([findInvitationTo(contact, id), findRfpDocument(contact, id)]);
  if (!invitation || !document) notFound();
  const { rfp, now } = invitation;
  const isOpen = rfp.state === "published" && rfp.bidsUntil !== null && now < rfp.bidsUntil;
  return (
    <Page>
      <RecordView rfpId={id} />
      <RfpHeader invitation={invitation} tab="" />
      {rfp.endedReason ? <Note tone="warn">This request has ended: {rfp.endedReason}</Note> : null}
      <RecordLayout
        side={
          <>
            {isOpen ? <IntentCard invitation={invitation} /> : null}
            <TimetableCard invitation={invitation} reader={contact} />
          </>
        }
      >
        <RfpDocument document={document} reader={contact} />
      </RecordLayout>
    </Page>
  );
}
