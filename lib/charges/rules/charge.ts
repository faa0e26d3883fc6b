import type { Decimal } from "@/lib/shared/decimal";
import { toMoney } from "@/lib/shared/money";
import type { Step, Worked } from "@/lib/shared/steps";

/** A charge: unrounded until it leaves the rules. Negative: a credit. */
export type Charge = Worked<Decimal>;

/** Ends a working with the amount, rounded once, to the minor unit of its currency. */
export function closeCharge(charge: Charge, currency: string): { amount: string; steps: Step[] } {
  const { amount } = toMoney(charge.result, currency);
  return { amount, steps: [...charge.steps, { label: "Charge", value: `${amount} ${currency}` }] };
}
