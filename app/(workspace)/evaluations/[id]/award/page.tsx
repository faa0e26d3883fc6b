import type { Metadata } from "next";
import { AwardActions } from "@/components/awards/award-actions";
import { AwardView } from "@/components/awards/award-view";
import { LetterDrafts } from "@/components/awards/letter-drafts";
import { ProposeForm } from "@/components/awards/propose-form";
import { LotHeader } from "@/components/evaluation/lot-header";
import { Note } from "@/components/ui/callout";
import { Page, Stack } from "@/components/ui/page-layout";
import { Status } from "@/components/ui/status";
import { may } from "@/lib/access/actor";
import { awardStateLabels, awardStateTones } from "@/lib/sourcing/awards/labels";
import { findLetterDrafts } from "@/lib/sourcing/awards/letter-drafts";
import { findBidsThatAreOut } from "@/lib/sourcing/awards/out-bids";
import { findAwardOfLot } from "@/lib/sourcing/awards/queries";
import { standstillIfSentNow } from "@/lib/sourcing/awards/standstill-now";
import { findConflictsOf } from "@/lib/sourcing/evaluation/conflicts";
import { requireLot } from "@/lib/sourcing/evaluation/page-lot";
import { rankLot } from "@/lib/sourcing/evaluation/queries";
import { checkIndependence } from "@/lib/sourcing/rules/duties";

export const metadata: Metadata = { title: "Award" };

export default async function AwardPage({ params }: { params: Promise<{ id: string }> }) {
  const { member, lot } = await requireLot(params, "/award");
  const [award, out, conflicts] = await Promise.all([
    findAwardOfLot(member.organizationId, lot.id),
    findBidsThatAreOut(lot.id),
    findConflictsOf(member, { rfpId: lot.rfp.id, lotId: lot.id }),
  ]);
  const isToSend = award !== null && (award.state === "proposed" || award.state === "approved");
  const drafts = isToSend
    ? await findLetterDrafts(member.organizationId, award.id, await standstillIfSentNow(lot.rfp))
    : null;
  const ranking = rankLot(lot);
  const isOver = award === null || award.state === "cancelled" || award.state === "rejected";
  const hasRanked = ranking?.bids.some((bid) => bid.status === "ranked") ?? false;
  const canPropose =
    isOver && hasRanked && lot.rfp.state === "evaluation" && may(member, "award:propose") && conflicts.length === 0;
  const barred = checkIndependence("decide", conflicts);
  return (
    <Page>
      <LotHeader
        lot={lot}
        member={member}
        tab="/award"
        actions={award ? <AwardActions award={award} member={member} conflicts={conflicts} /> : null}
      />
      <Stack>
        {barred.isAllowed ? null : <Note tone="warn">{barred.reason}</Note>}
        {canPropose && ranking ? <ProposeForm lot={lot} ranking={ranking} out={out} reader={member} /> : null}
        {award ? (
          <>
            <p>
              <Status tone={awardStateTones[award.state]}>{awardStateLabels[award.state]}</Status>
            </p>
            <AwardView
              award={award}
              isMoney={lot.rfp.priceMethod === "qualityInMoney"}
              reader={member}
              drafts={
                drafts ? (
                  <LetterDrafts
                    awardId={award.id}
                    letters={drafts}
                    canEdit={may(member, "award:propose") && conflicts.length === 0}
                  />
                ) : null
              }
            />
          </>
        ) : null}
        {!award && !canPropose ? (
          <Note>
            {hasRanked
              ? "Procurement proposes the award."
              : "An award can be proposed when the prices are open and a bid is ranked."}
          </Note>
        ) : null}
      </Stack>
    </Page>
  );
}
