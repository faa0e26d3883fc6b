import type { Decimal } from "@/lib/shared/decimal";

export type TieRule = "higherTechnical" | "lowerPrice" | "draw";

export type TiedBid = { id: string; technicalScore: Decimal; price: Decimal };

/** The bid that the RFP's rule points to; null where the rule cannot tell them apart, and lots are drawn. */
export type TieAdvice = { bid: string | null; reason: string };

/**
 * What the tie rule of the RFP says about bids that share the first rank. Advice only: the award is decided by people,
 * in writing. A draw is made by them too, with minutes; no program draws lots here.
 */
export function adviseOnTie(rule: TieRule, bids: TiedBid[]): TieAdvice {
  if (rule === "draw") return { bid: null, reason: "The RFP says that lots are drawn, with minutes." };
  const isBetter = (a: TiedBid, b: TiedBid) =>
    rule === "higherTechnical" ? a.technicalScore.gt(b.technicalScore) : a.price.lt(b.price);
  const leaders = bids.filter((bid) => !bids.some((other) => isBetter(other, bid)));
  const words = rule === "higherTechnical" ? "the higher technical score" : "the lower price";
  const [leader, second] = leaders;
  if (!leader || second)
    return { bid: null, reason: `The tied bids are equal in ${words} too: draw lots, with minutes.` };
  return { bid: leader.id, reason: `By the RFP's tie rule ${words} goes first.` };
}

export type AwardCheck = { isAllowed: true } | { isAllowed: false; reason: string };

/**
 * An award names ranked bids only; when the first rank is tied, or the award passes over the winner, it needs a
 * written decision.
 */
export function checkAwardProposal(
  evaluation: { winner: string | null; tie: boolean; bids: { id: string; status: "ranked" | "belowMinimum" }[] },
  awarded: string[],
  writtenDecision: string,
): AwardCheck {
  if (awarded.length === 0) return { isAllowed: false, reason: "Name at least one bid." };
  const ranked = new Set(evaluation.bids.filter((bid) => bid.status === "ranked").map((bid) => bid.id));
  if (!awarded.every((bid) => ranked.has(bid)))
    return { isAllowed: false, reason: "Only a ranked bid can be awarded." };
  if (writtenDecision.trim() !== "") return { isAllowed: true };
  if (evaluation.tie)
    return { isAllowed: false, reason: "The first rank is tied. Write down the decision by the tie rule." };
  if (evaluation.winner === null || !awarded.includes(evaluation.winner)) {
    return { isAllowed: false, reason: "The best bid is passed over. Write down why." };
  }
  return { isAllowed: true };
}
