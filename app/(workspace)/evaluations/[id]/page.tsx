import type { Metadata } from "next";
import { BidsCard } from "@/components/evaluation/bids-card";
import { EvaluatorsCard } from "@/components/evaluation/evaluators-card";
import { LotHeader } from "@/components/evaluation/lot-header";
import { OpeningCard } from "@/components/evaluation/opening-card";
import { Page, RecordLayout } from "@/components/ui/page-layout";
import { databaseNow } from "@/lib/server/clock";
import { findOpenings } from "@/lib/sourcing/bids/queries";
import { requireLot } from "@/lib/sourcing/evaluation/page-lot";
import { findAnswers } from "@/lib/sourcing/evaluation/queries";

export const metadata: Metadata = { title: "Evaluation" };

export default async function EvaluationPage({ params }: { params: Promise<{ id: string }> }) {
  const { member, lot } = await requireLot(params);
  const [openings, mandatory, now] = await Promise.all([
    findOpenings(member.organizationId, lot.rfp.id),
    findAnswers(member.organizationId, lot, "mandatory"),
    databaseNow(),
  ]);
  return (
    <Page>
      <LotHeader lot={lot} member={member} tab="" />
      <RecordLayout side={<EvaluatorsCard lot={lot} />}>
        <OpeningCard lot={lot} openings={openings} member={member} now={now.toISOString()} />
        <BidsCard lot={lot} mandatory={mandatory} member={member} />
      </RecordLayout>
    </Page>
  );
}
