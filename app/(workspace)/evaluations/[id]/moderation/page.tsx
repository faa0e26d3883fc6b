import type { Metadata } from "next";
import { FirmnessCard } from "@/components/evaluation/firmness-card";
import { LotHeader } from "@/components/evaluation/lot-header";
import { ModerationTable } from "@/components/evaluation/moderation-table";
import { SettleCard } from "@/components/evaluation/settle-card";
import { Note } from "@/components/ui/callout";
import { Page, RecordLayout } from "@/components/ui/page-layout";
import { may } from "@/lib/access/actor";
import { requireLot } from "@/lib/sourcing/evaluation/page-lot";
import { rankLot } from "@/lib/sourcing/evaluation/queries";
import { findVisibleScores } from "@/lib/sourcing/evaluation/scores";
import { checkModerator } from "@/lib/sourcing/rules/duties";
import { buildModerationMatrix } from "@/lib/sourcing/rules/moderation-matrix";

export const metadata: Metadata = { title: "Moderation" };

export default async function ModerationPage({ params }: { params: Promise<{ id: string }> }) {
  const { member, lot } = await requireLot(params, "/moderation");
  const header = <LotHeader lot={lot} member={member} tab="/moderation" />;
  if (!lot.rfp.technicalOpenedAt) {
    return (
      <Page>
        {header}
        <Note>Moderation begins when the bids are open and scored.</Note>
      </Page>
    );
  }
  const visible = await findVisibleScores(member, lot.rfp.id, lot.id);
  const rows = buildModerationMatrix(
    lot.criteria.map((each) => each.id),
    lot.bids.map((each) => each.id),
    visible.scores.filter((each) => each.isLocked),
    visible.moderated,
  );
  const ranking = rankLot(lot);
  const canModerate = may(member, "score:moderate") && lot.rfp.state === "evaluation";
  const isReady = lot.evaluators.every((each) => each.lockedAt !== null) && !lot.rfp.technicalLockedAt;
  const barred = new Set(
    lot.conflicts.filter((each) => each.memberId === member.memberId).map((each) => each.vendorId),
  );
  const mayModerate = (criterionId: string, bid: (typeof lot.bids)[number]) => {
    const scorers = visible.scores
      .filter((each) => each.isLocked && each.bidId === bid.id && each.criterionId === criterionId)
      .map((each) => each.evaluatorId);
    return !barred.has(bid.vendorId) && checkModerator(scorers, member.memberId, bid.name).isAllowed;
  };
  const isIndependent = !lot.bids.some((bid) => barred.has(bid.vendorId));
  return (
    <Page>
      {header}
      {visible.othersAreHidden ? (
        <Note tone="warn">Lock your own scores first. Until then you do not see what the others gave.</Note>
      ) : (
        <RecordLayout
          side={
            <>
              {ranking ? <FirmnessCard ranking={ranking} weight={lot.rfp.technicalWeight} reader={member} /> : null}
              <SettleCard lot={lot} rows={rows} canModerate={canModerate && isIndependent} reader={member} />
            </>
          }
        >
          <ModerationTable
            lot={lot}
            rows={rows}
            visible={visible}
            ranking={ranking}
            canModerate={canModerate && isReady}
            mayModerate={mayModerate}
            reader={member}
          />
        </RecordLayout>
      )}
    </Page>
  );
}
