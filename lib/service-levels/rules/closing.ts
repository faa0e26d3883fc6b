import type { Decimal } from "@/lib/shared/decimal";

/** Days that the vendor has to sign a verified month before it can be locked without its signature. */
export const ANSWER_DAYS = 10;

export type LockFacts = {
  isVendorSigned: boolean;
  /** Nobody of the vendor could sign. */
  hasVendorAccess: boolean;
  verifiedAt: string;
  now: string;
  unsignedReason: string;
  credit: Decimal;
  currency: string;
  creditLimit: { amount: Decimal; currency: string };
  isVerifier: boolean;
};

/**
 * What stands against locking a month; null: nothing. Without the vendor's signature it takes ten days and a reason; a
 * credit above the limit (or in another currency than the limit) takes two people.
 */
export function findLockObstacle(facts: LockFacts): { field: "unsignedReason" | "actor"; message: string } | null {
  const isAbove = facts.currency !== facts.creditLimit.currency || facts.credit.gt(facts.creditLimit.amount);
  if (facts.isVerifier && facts.credit.gt(0) && isAbove)
    return { field: "actor", message: "You verified this month. Above the limit for credits somebody else locks it." };
  if (facts.isVendorSigned) return null;
  const days = Temporal.Instant.from(facts.verifiedAt).until(Temporal.Instant.from(facts.now)).total("days");
  if (facts.hasVendorAccess && days < ANSWER_DAYS)
    return {
      field: "unsignedReason",
      message: `The vendor has not signed yet. It has ${ANSWER_DAYS} days from the verification; after that you can lock with a reason.`,
    };
  return facts.unsignedReason === ""
    ? { field: "unsignedReason", message: "The vendor has not signed. Say why the month is locked all the same." }
    : null;
}

export type ReportableFacts = { month: string; today: string; startDate: string | null; endOn: string | null };

/** Why a month cannot be reported: it has not begun, or lies outside the term. Null: it can. */
export function findMonthProblem({ month, today, startDate, endOn }: ReportableFacts): string | null {
  if (month > today.slice(0, 7)) return `${month} has not begun.`;
  if (startDate && month < startDate.slice(0, 7))
    return `${month} lies before the contract, which begins on ${startDate}.`;
  if (endOn && month > endOn.slice(0, 7)) return `${month} lies after the contract, which ended on ${endOn}.`;
  return null;
}
