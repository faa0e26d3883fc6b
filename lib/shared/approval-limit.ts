import { type Decimal, d } from "./decimal";

export type LimitedValue = { amount: Decimal | string; currency: string };

/**
 * Whether an executive has to decide: the one rule for gates, awards, contracts and amendments. The limit itself is
 * not above. A value that is not known, or stands in another currency than the limit without a rate between the two,
 * counts as above: the safe side.
 */
export function isAboveLimit(value: LimitedValue | null, limit: LimitedValue): boolean {
  return value === null || value.currency !== limit.currency || d(value.amount).gt(d(limit.amount));
}

/** Parts that are decided one by one count as their whole; one that is not known makes the whole unknown. */
export function wholeOf(parts: readonly (LimitedValue | null)[], currency: string): LimitedValue | null {
  let amount = d(0);
  for (const part of parts) {
    if (part === null || part.currency !== currency) return null;
    amount = amount.plus(d(part.amount));
  }
  return { amount, currency };
}

/** Who has to decide about an amount. */
export function deciderOf(isAbove: boolean): "executive" | "procurement" {
  return isAbove ? "executive" : "procurement";
}

/** Whether somebody with these roles may decide what a role decides: an executive may also decide below the limit. */
export function isDecider(required: string, roles: readonly string[]): boolean {
  return roles.includes(required) || (required === "procurement" && roles.includes("executive"));
}
