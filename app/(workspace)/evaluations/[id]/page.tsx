import type { Metadata } from "next";
import { BidsCard } from "@/components/evaluation/bids-card";
import { ConflictsCard } from "@/components/evaluation/conflicts-card";
import { EvaluatorsCard } from "@/components/evaluation/evaluators-card";
import { LotHeader } from "@/components/evaluation/lot-header";
import { OpeningCard } from "@/components/evaluation/opening-card";
import { Page, RecordLayout } from "@/components/ui/page-layout";
import { databaseNow } from "@/lib/server/clock";
import { findOpenings } from "@/lib/sourcing/bids/queries";
import { findConflictsOf } from "@/lib/sourcing/evaluation/conflicts";
import { requireLot } from "@/lib/sourcing/evaluation/page-lot";
import { findAnswers, findInvitedVendors, rankLot } from "@/lib/sourcing/evaluation/queries";

export const metadata: Metadata = { title: "Evaluation" };

export default async function EvaluationPage({ params }: { params: Promise<{ id: string }> }) {
  const { member, lot } = await requireLot(params);
  const [openings, mandatory, now, conflicts, invited] = await Promise.all([
    findOpenings(member.organizationId, lot.rfp.id),
    findAnswers(member.organizationId, lot, "mandatory"),
    databaseNow(),
    findConflictsOf(member, { rfpId: lot.rfp.id, of: "invited" }),
    findInvitedVendors(member.organizationId, lot.rfp.id),
  ]);
  return (
    <Page>
      <LotHeader lot={lot} member={member} tab="" />
      <RecordLayout
        side={
          <>
            <EvaluatorsCard lot={lot} />
            <ConflictsCard lot={lot} invited={invited} member={member} />
          </>
        }
      >
        <OpeningCard lot={lot} openings={openings} member={member} now={now.toISOString()} conflicts={conflicts} />
        <BidsCard lot={lot} ranking={rankLot(lot)} mandatory={mandatory} member={member} />
      </RecordLayout>
    </Page>
  );
}
