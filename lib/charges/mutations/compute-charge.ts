import "server-only";
import type { Prisma } from "@/lib/server/database";
import { dayOf } from "@/lib/server/values";
import { done, type Outcome } from "@/lib/shared/outcome";
import { type ChargedMonth, chargeMonth } from "../rules/charge-month";
import { parseChargeTerms, parseDelivery } from "../schema";

/** What a charge is computed from. */
export const computedFields = {
  id: true,
  contractId: true,
  code: true,
  name: true,
  kind: true,
  parameters: true,
  effectiveFrom: true,
  effectiveTo: true,
  priceItemId: true,
  contract: {
    select: { code: true, state: true, currency: true, timeZone: true, startDate: true, activatedAt: true },
  },
} satisfies Prisma.ChargeLineSelect;

type ComputedLine = Prisma.ChargeLineGetPayload<{ select: typeof computedFields }>;

/** What a line comes to in a month from what was delivered, with the delivery as it was understood. */
export function computeCharge(
  line: ComputedLine,
  month: string,
  delivered: object,
): Outcome<ChargedMonth & { delivery: object }> {
  const { contract, kind } = line;
  const terms = parseChargeTerms(kind, line.parameters as object);
  if (!terms.success) throw new Error(`The stored terms of ${contract.code} ${line.code} are not those of ${kind}.`);
  const delivery = parseDelivery(kind, delivered);
  if (!delivery.ok) return delivery;
  const windows = [
    { from: dayOf(line.effectiveFrom), to: dayOf(line.effectiveTo) },
    { from: dayOf(contract.startDate), to: null },
  ];
  const charged = chargeMonth({ kind, terms: terms.data, windows }, month, delivery.value, contract.currency);
  return charged.ok ? done({ ...charged.value, delivery: delivery.value }) : charged;
}
