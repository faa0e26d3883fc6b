export type DutyCheck = { isAllowed: true } | { isAllowed: false; reason: string };

const ALLOWED: DutyCheck = { isAllowed: true };

function refuse(reason: string): DutyCheck {
  return { isAllowed: false, reason };
}

/** Who prepared an award cannot be its only approver: another person must have approved it, before or now. */
export function checkAwardApprover(award: { preparedBy: string; approvedBy: string[] }, approver: string): DutyCheck {
  if (award.approvedBy.includes(approver)) return refuse("You have approved this award already.");
  if (approver !== award.preparedBy) return ALLOWED;
  const hasOther = award.approvedBy.some((person) => person !== award.preparedBy);
  return hasOther ? ALLOWED : refuse("You prepared this award. Somebody else has to approve it.");
}

/** Two different people open the envelopes together. */
export function checkOpeners(first: string, second: string): DutyCheck {
  return first === second ? refuse("Two different people open the bids. The first one cannot confirm alone.") : ALLOWED;
}

/** An evaluator scores only when named, without a conflict of interest with that bid's vendor, and not after locking. */
export function checkScorer(facts: { isEvaluator: boolean; hasConflict: boolean; isLocked: boolean }): DutyCheck {
  if (!facts.isEvaluator) return refuse("You are not an evaluator of this RFP.");
  if (facts.hasConflict) return refuse("You declared a conflict of interest with this bidder.");
  if (facts.isLocked) return refuse("Your scores are locked. Changes are made in moderation, with a reason.");
  return ALLOWED;
}
