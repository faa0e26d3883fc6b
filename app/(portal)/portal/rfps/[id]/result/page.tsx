import { Mail } from "lucide-react";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { LetterCard } from "@/components/portal/letter-card";
import { RfpHeader } from "@/components/portal/rfp-header";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { Page, Stack } from "@/components/ui/page-layout";
import { requireVendor } from "@/lib/access/session";
import { findOwnLetters } from "@/lib/sourcing/awards/queries";
import { findInvitationTo } from "@/lib/sourcing/portal/queries";
import { isRecordId } from "@/lib/sourcing/record-id";

export const metadata: Metadata = { title: "Result" };

export default async function PortalResultPage({ params }: { params: Promise<{ id: string }> }) {
  const contact = await requireVendor();
  const { id } = await params;
  if (!isRecordId(id)) notFound();
  const [invitation, letters] = await Promise.all([findInvitationTo(contact, id), findOwnLetters(contact, id)]);
  if (!invitation) notFound();
  return (
    <Page>
      <RfpHeader invitation={invitation} tab="/result" />
      <Stack>
        {letters.map((letter) => (
          <LetterCard key={letter.id} letter={letter} reader={contact} />
        ))}
        {letters.length === 0 ? (
          <Card>
            <EmptyState icon={<Mail aria-hidden />} title="No result yet">
              When the award is decided you get a letter here and by e-mail, with your own scores and the reason.
            </EmptyState>
          </Card>
        ) : null}
      </Stack>
    </Page>
  );
}
