import type { Metadata } from "next";
import { AwardActions } from "@/components/awards/award-actions";
import { AwardView } from "@/components/awards/award-view";
import { ProposeForm } from "@/components/awards/propose-form";
import { LotHeader } from "@/components/evaluation/lot-header";
import { Note } from "@/components/ui/callout";
import { Page, Stack } from "@/components/ui/page-layout";
import { Status } from "@/components/ui/status";
import { may } from "@/lib/access/actor";
import { awardStateLabels, awardStateTones } from "@/lib/sourcing/awards/labels";
import { findAwardOfLot } from "@/lib/sourcing/awards/queries";
import { requireLot } from "@/lib/sourcing/evaluation/page-lot";
import { rankLot } from "@/lib/sourcing/evaluation/queries";

export const metadata: Metadata = { title: "Award" };

export default async function AwardPage({ params }: { params: Promise<{ id: string }> }) {
  const { member, lot } = await requireLot(params, "/award");
  const award = await findAwardOfLot(member.organizationId, lot.id);
  const ranking = rankLot(lot);
  const isOver = award === null || award.state === "cancelled" || award.state === "rejected";
  const hasRanked = ranking?.bids.some((bid) => bid.status === "ranked") ?? false;
  const canPropose = isOver && hasRanked && lot.rfp.state === "evaluation" && may(member, "award:propose");
  return (
    <Page>
      <LotHeader
        lot={lot}
        member={member}
        tab="/award"
        actions={award ? <AwardActions award={award} member={member} /> : null}
      />
      <Stack>
        {canPropose && ranking ? <ProposeForm lot={lot} ranking={ranking} reader={member} /> : null}
        {award ? (
          <>
            <p>
              <Status tone={awardStateTones[award.state]}>{awardStateLabels[award.state]}</Status>
            </p>
            <AwardView award={award} reader={member} />
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
