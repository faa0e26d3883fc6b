import "server-only";
import type { MemberActor } from "@/lib/access/actor";
import { findApprovalLimit, requestApproval } from "@/lib/engagements/approvals";
import { change } from "@/lib/server/change";
import { isUniqueViolation } from "@/lib/server/conflicts";
import { deciderOf, isAboveLimit } from "@/lib/shared/approval-limit";
import { type Decimal, d, HUNDRED, percentOf, sum } from "@/lib/shared/decimal";
import { roundMoney } from "@/lib/shared/money";
import { done, type Outcome, refuse, refuseFields, refuseMissing } from "@/lib/shared/outcome";
import { lockRfp } from "../bids/locks";
import { findLot, rankLot } from "../evaluation/queries";
import { sourcingEvents } from "../events";
import { checkAwardProposal } from "../rules/tie-rule";
import { awardHref, awardSubject } from "./award-record";
import type { AwardProposal } from "./schema";
import { readWholeValue } from "./whole";

const NO_AWARD = "The prices are not open yet. There is nothing to award.";

/**
 * Proposes an award of a lot and asks for its approval: by an executive where the whole RFP is above the
 * organization's limit, else by procurement, and never by the proposer. The ranking as it stands is kept with it.
 */
export function proposeAward(
  actor: MemberActor,
  input: AwardProposal,
): Promise<Outcome<{ id: string; version: number }>> {
  return change(actor, async (tx, audit, tell) => {
    const lotRow = await tx.rfpLot.findFirst({
      where: { id: input.lotId, organizationId: actor.organizationId },
      select: { rfpId: true },
    });
    if (!lotRow) return refuseMissing("lot");
    await lockRfp(tx, lotRow.rfpId);
    // Bids, scores and prices stand still once the prices are open: what is read here cannot change any more.
    const lot = await findLot(actor.organizationId, input.lotId, tx);
    if (!lot) return refuseMissing("lot");
    if (lot.rfp.state !== "evaluation") return refuse("An award is proposed while the RFP is in evaluation.");
    const ranking = rankLot(lot);
    if (!ranking) return refuse(NO_AWARD);
    const chosen = input.shares.flatMap(({ bidId, sharePercent }) =>
      sharePercent === null || d(sharePercent).isZero() ? [] : [{ bidId, percent: d(sharePercent) }],
    );
    const ids = chosen.map((share) => share.bidId);
    if (new Set(ids).size !== ids.length) return refuseFields({ shares: "A bid is named twice." });
    const words = ranking.tie ? input.tieDecision : input.justification;
    const check = checkAwardProposal(ranking, ids, words);
    if (!check.isAllowed) {
      const field = ids.length === 0 ? "shares" : ranking.tie ? "tieDecision" : "justification";
      return refuseFields({ [field]: check.reason }, check.reason);
    }
    if (!sum(chosen.map((share) => share.percent)).eq(HUNDRED)) {
      return refuseFields({ shares: "The shares have to sum to 100 %." }, "The shares have to sum to 100 %.");
    }
    const shares = chosen.map(({ bidId, percent }) => {
      const bid = lot.bids.find((each) => each.id === bidId);
      if (!bid?.evaluatedPrice) throw new Error(`The ranked bid ${bidId} has no price.`);
      const amount = roundMoney(percentOf(d(bid.evaluatedPrice), percent), lot.rfp.currency);
      return { bidId, vendorId: bid.vendorId, sharePercent: percent.toFixed(), amount: amount.toFixed() };
    });
    const amount: Decimal = sum(shares.map((share) => d(share.amount)));
    try {
      const award = await tx.award.create({
        data: {
          organizationId: actor.organizationId,
          rfpId: lot.rfp.id,
          lotId: lot.id,
          justification: input.justification,
          tieDecision: input.tieDecision || null,
          evaluation: JSON.parse(JSON.stringify(ranking)),
          amount: amount.toFixed(),
          currency: lot.rfp.currency,
          proposedById: actor.memberId,
          awardShares: { create: shares },
        },
        select: { id: true, version: true },
      });
      const subject = awardSubject({ ...award, rfp: lot.rfp, lot });
      const names = shares.map((share) => lot.bids.find((bid) => bid.id === share.bidId)?.legalName).join(", ");
      const limit = await findApprovalLimit(tx, actor.organizationId);
      const whole = await readWholeValue(tx, lot.rfp, { lotId: lot.id, amount: amount.toFixed() });
      const asked = await requestApproval(tx, audit, actor, {
        kind: "award",
        subject,
        engagementId: lot.rfp.engagementId,
        summary: `Award ${lot.rfp.code} lot ${lot.number} to ${names}`,
        requiredRole: deciderOf(isAboveLimit(whole, limit)),
        amount: { amount: amount.toFixed(), currency: lot.rfp.currency },
        href: awardHref({ lotId: lot.id }),
      });
      if (!asked.ok) return asked;
      const { justification, tieDecision } = input;
      tell(sourcingEvents.awardProposed({ rfpId: lotRow.rfpId, awardId: award.id }));

      audit({
        action: "award.propose",
        subject,
        after: { shares, amount: amount.toFixed(), justification, tieDecision },
      });
      return done(award);
    } catch (error) {
      if (isUniqueViolation(error)) return refuse("This lot has an award already. Cancel it first.");
      throw error;
    }
  });
}
