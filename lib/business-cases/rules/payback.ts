import { type Decimal, d, ZERO } from "@/lib/shared/decimal";

/**
 * Periods after the first flow at which the running total, once negative, is back at zero, with linear
 * interpolation inside the period. 0 if it never was negative, null if it never comes back. For the discounted
 * payback give discounted flows; the convention moves all of them alike and changes nothing.
 */
export function calculatePayback(flows: Decimal[]): Decimal | null {
  let total: Decimal = ZERO;
  let wasNegative = false;
  for (const [index, flow] of flows.entries()) {
    const before = total;
    total = total.plus(flow);
    if (total.isNegative() && !total.isZero()) wasNegative = true;
    else if (wasNegative) return d(index - 1).plus(before.negated().dividedBy(flow));
  }
  return wasNegative ? null : ZERO;
}
