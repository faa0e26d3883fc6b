import type { Metadata } from "next";
import { LotHeader } from "@/components/evaluation/lot-header";
import { OpeningCard } from "@/components/evaluation/opening-card";
import { PriceTable } from "@/components/evaluation/price-table";
import { Note } from "@/components/ui/callout";
import { Page, Stack } from "@/components/ui/page-layout";
import { databaseNow } from "@/lib/server/clock";
import { findOpenings } from "@/lib/sourcing/bids/queries";
import { findConflictsOf } from "@/lib/sourcing/evaluation/conflicts";
import { requireLot } from "@/lib/sourcing/evaluation/page-lot";
import { findPriceLines, rankLot } from "@/lib/sourcing/evaluation/queries";

export const metadata: Metadata = { title: "Prices" };

export default async function PricesPage({ params }: { params: Promise<{ id: string }> }) {
  const { member, lot } = await requireLot(params, "/prices");
  const isOpen = lot.rfp.priceOpenedAt !== null;
  const [openings, now, conflicts, lines] = await Promise.all([
    findOpenings(member.organizationId, lot.rfp.id),
    databaseNow(),
    findConflictsOf(member, { rfpId: lot.rfp.id, of: "invited" }),
    isOpen ? findPriceLines(member.organizationId, lot.id) : [],
  ]);
  const closed = lot.bids.filter((bid) => bid.evaluatedPrice === null).map((bid) => bid.name);
  return (
    <Page>
      <LotHeader lot={lot} member={member} tab="/prices" />
      <Stack>
        {isOpen ? (
          <>
            {closed.length > 0 ? <Note>The price stays closed of: {closed.join(", ")}.</Note> : null}
            <PriceTable lot={lot} lines={lines} ranking={rankLot(lot)} reader={member} />
          </>
        ) : (
          <OpeningCard lot={lot} openings={openings} member={member} now={now.toISOString()} conflicts={conflicts} />
        )}
      </Stack>
    </Page>
  );
}
