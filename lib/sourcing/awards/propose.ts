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
import { refuseBiased } from "../evaluation/conflicts";
import { findLot, rankLot } from "../evaluation/queries";
import { sourcingEvents } from "../events";
import { isUnexplained, type LotEvaluation, type RankedLotBid } from "../rules/lot-evaluation";
import { findPassedOver, standingBids } from "../rules/standing-bids";
import { checkAwardProposal } from "../rules/tie-rule";
import { awardHref, awardSubject } from "./award-record";
import { findBidsThatAreOut } from "./out-bids";
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
    const biased = await refuseBiased(tx, actor, "propose", { rfpId: lot.rfp.id, lotId: lot.id });
    if (biased) return biased;
    const checked = checkChoice(ranking, input, await findBidsThatAreOut(lot.id, tx));
    if (!checked.ok) return checked;
    const { chosen, passedOver, out } = checked.value;
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
          evaluation: JSON.parse(JSON.stringify({ ...ranking, passedOver: passedOver.map((bid) => bid.id), out })),
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
        summary: summaryOf(`Award ${lot.rfp.code} lot ${lot.number} to ${names}`, passedOver, input.justification),
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
        after: {
          shares,
          amount: amount.toFixed(),
          justification,
          tieDecision,
          passedOver: passedOver.map(({ name, rank, total }) => ({ name, rank, total })),
        },
      });
      return done(award);
    } catch (error) {
      if (isUniqueViolation(error)) return refuse("This lot has an award already. Cancel it first.");
      throw error;
    }
  });
}

/** Whoever decides reads in the first line that a better bid was passed over, and why. */
function summaryOf(
  award: string,
  passedOver: readonly { name: string; rank: number | null }[],
  reason: string,
): string {
  if (passedOver.length === 0) return award;
  const names = passedOver.map(({ name, rank }) => `${name} (rank ${rank})`).join(", ");
  return `${award}, passing over ${names}: ${reason}`.slice(0, 1000);
}

type Choice = { chosen: { bidId: string; percent: Decimal }[]; passedOver: RankedLotBid[]; out: string[] };

/** Whether these bids may be proposed: no open question about a price, none that is out, and a reason where one is due. */
function checkChoice(ranking: LotEvaluation, input: AwardProposal, out: ReadonlyMap<string, string>): Outcome<Choice> {
  const chosen = input.shares.flatMap(({ bidId, sharePercent }) =>
    sharePercent === null || d(sharePercent).isZero() ? [] : [{ bidId, percent: d(sharePercent) }],
  );
  const ids = chosen.map((share) => share.bidId);
  if (new Set(ids).size !== ids.length) return refuseFields({ shares: "A bid is named twice." });
  const unexplained = ranking.bids.find(isUnexplained);
  if (unexplained)
    return refuse(`${unexplained.name} is abnormally low. Ask for an explanation and decide about it first.`);
  const again = ranking.bids.find((bid) => ids.includes(bid.id) && out.has(bid.id));
  if (again) return refuseFields({ shares: `The award to ${again.name} was cancelled. It is not proposed again.` });
  const standing = standingBids(ranking.bids, new Set(out.keys()));
  const words = standing.tie ? input.tieDecision : input.justification;
  const check = checkAwardProposal(standing, ids, words);
  if (!check.isAllowed) {
    const field = ids.length === 0 ? "shares" : standing.tie ? "tieDecision" : "justification";
    return refuseFields({ [field]: check.reason }, check.reason);
  }
  const passedOver = findPassedOver(standing.bids, ids);
  if (passedOver.length > 0 && input.justification === "")
    return refuseFields({
      justification: `${passedOver[0]?.name} ranks before a chosen bid. Write down why it is passed over.`,
    });
  if (!sum(chosen.map((share) => share.percent)).eq(HUNDRED)) {
    return refuseFields({ shares: "The shares have to sum to 100 %." }, "The shares have to sum to 100 %.");
  }
  return done({ chosen, passedOver, out: [...out.keys()] });
}
