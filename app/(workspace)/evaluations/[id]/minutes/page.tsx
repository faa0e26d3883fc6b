import { ScrollText } from "lucide-react";
import type { Metadata } from "next";
import { LotHeader } from "@/components/evaluation/lot-header";
import { PrintButton } from "@/components/portal/print-button";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { Page, Stack } from "@/components/ui/page-layout";
import { envelopeLabels } from "@/lib/sourcing/bids/labels";
import { findOpenings } from "@/lib/sourcing/bids/queries";
import { requireLot } from "@/lib/sourcing/evaluation/page-lot";

export const metadata: Metadata = { title: "Minutes" };

export default async function MinutesPage({ params }: { params: Promise<{ id: string }> }) {
  const { member, lot } = await requireLot(params, "/minutes");
  const openings = (await findOpenings(member.organizationId, lot.rfp.id)).filter((each) => each.minutes !== null);
  return (
    <Page>
      <LotHeader lot={lot} member={member} tab="/minutes" actions={openings.length > 0 ? <PrintButton /> : null} />
      <Stack>
        {openings.map((opening) => (
          <Card key={opening.id}>
            <CardHeader title={`${envelopeLabels[opening.envelope]} envelopes`} sub="Written by the system" />
            <CardBody>
              <p className="tabular overflow-wrap-anywhere whitespace-pre-wrap break-words text-sm">
                {opening.minutes}
              </p>
            </CardBody>
          </Card>
        ))}
        {openings.length === 0 ? (
          <Card>
            <EmptyState icon={<ScrollText aria-hidden />} title="No minutes yet">
              The system writes them when two people have opened the envelopes.
            </EmptyState>
          </Card>
        ) : null}
      </Stack>
    </Page>
  );
}
